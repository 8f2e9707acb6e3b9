"use client";

import { useTranslations } from "next-intl";
import { RadioCard, RadioCards } from "#components/ui/radio-cards.tsx";
import { type Role, roles } from "#lib/base/auth/permissions.ts";

export interface RoleCardsProps {
  value: Role;
  onChange: (role: Role) => void;
}

/** The roles, each with what it may do. */
export function RoleCards({ value, onChange }: RoleCardsProps) {
  const t = useTranslations();
  return (
    <RadioCards
      aria-label={t("team.invite.role")}
      value={value}
      onValueChange={(next) => onChange(next as Role)}
      className="max-md:grid-cols-1"
    >
      {roles.map((role) => (
        <RadioCard key={role} value={role} title={t(`roles.${role}`)} text={t(`team.roleTexts.${role}`)} />
      ))}
    </RadioCards>
  );
}

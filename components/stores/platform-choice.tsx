"use client";

import { useTranslations } from "next-intl";
import { RadioCard, RadioCards } from "#components/ui/radio-cards.tsx";
import { type StoreType, storeTypes } from "#lib/stores/model.ts";

export interface PlatformChoiceProps {
  value: StoreType;
  onChange: (type: StoreType) => void;
}

export function PlatformChoice({ value, onChange }: PlatformChoiceProps) {
  const t = useTranslations("stores");
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium text-heading text-sm">{t("form.platform")}</legend>
      <RadioCards
        aria-label={t("form.platform")}
        value={value}
        onValueChange={(next) => onChange(next as StoreType)}
      >
        {storeTypes.map((type) => (
          <RadioCard
            key={type}
            value={type}
            title={t(`platform.${type}`)}
            text={t(`form.platformText.${type}`)}
          />
        ))}
      </RadioCards>
    </fieldset>
  );
}

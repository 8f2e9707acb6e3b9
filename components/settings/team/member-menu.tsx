"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeactivateDialog } from "#components/settings/team/deactivate-dialog.tsx";
import { HandOverDialog } from "#components/settings/team/hand-over-dialog.tsx";
import { MemberFactorDialog } from "#components/settings/team/member-factor-dialog.tsx";
import { RoleDialog } from "#components/settings/team/role-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { activateMemberAction, beginViewingAction } from "#lib/team/actions.ts";
import type { ListedMember } from "#lib/team/queries.ts";

type Dialog = "role" | "handOver" | "secondFactor" | "deactivate";

export interface MemberMenuProps {
  member: ListedMember;
  /** Nobody demotes or shuts out oneself. */
  isOwn: boolean;
  /** Who could take over what the member has. */
  receivers: { id: string; name: string }[];
}

/** What an admin does with a member. */
export function MemberMenu({ member, isOwn, receivers }: MemberMenuProps) {
  const t = useTranslations("team");
  const [open, setOpen] = useState<Dialog | null>(null);
  const activation = useButtonAction(
    () => activateMemberAction({ userId: member.id }),
    t("activatedNow", { name: member.name }),
  );
  const viewing = useButtonAction(() => beginViewingAction({ userId: member.id }), t("viewing.begun"));
  const dialog = (which: Dialog) => ({ member, isOpen: open === which, onClose: () => setOpen(null) });
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t("more", { name: member.name })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {!isOwn && member.isActive && (
            <DropdownMenuItem onSelect={() => setOpen("role")}>{t("role.change")}</DropdownMenuItem>
          )}
          {member.isActive && member.role !== "admin" && (
            <DropdownMenuItem onSelect={() => void viewing.run()}>
              {t("viewing.begin", { name: member.name })}
            </DropdownMenuItem>
          )}
          <DropdownMenuItem onSelect={() => setOpen("handOver")}>{t("handOver.open")}</DropdownMenuItem>
          {!isOwn && <DropdownMenuSeparator />}
          {!isOwn && member.hasSecondFactor && (
            <DropdownMenuItem destructive onSelect={() => setOpen("secondFactor")}>
              {t("memberFactor.turnOff")}
            </DropdownMenuItem>
          )}
          {!isOwn && member.isActive && (
            <DropdownMenuItem destructive onSelect={() => setOpen("deactivate")}>
              {t("deactivate")}
            </DropdownMenuItem>
          )}
          {!member.isActive && (
            <DropdownMenuItem onSelect={() => void activation.run()}>{t("activate")}</DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <RoleDialog {...dialog("role")} />
      <HandOverDialog {...dialog("handOver")} receivers={receivers} />
      <MemberFactorDialog {...dialog("secondFactor")} />
      <DeactivateDialog {...dialog("deactivate")} />
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RoleCards } from "#components/settings/team/role-cards.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { Role } from "#lib/base/auth/permissions.ts";
import { changeRoleAction } from "#lib/team/actions.ts";
import type { ListedMember } from "#lib/team/queries.ts";

export interface MemberDialogProps {
  member: ListedMember;
  isOpen: boolean;
  onClose: () => void;
}

/** Gives a member another role. */
export function RoleDialog({ member, isOpen, onClose }: MemberDialogProps) {
  const t = useTranslations("team.role");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle className="wrap-anywhere">{t("title", { name: member.name })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <RoleChoice member={member} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function RoleChoice({ member, onClose }: Omit<MemberDialogProps, "isOpen">) {
  const t = useTranslations("team.role");
  const roles = useTranslations("roles");
  const common = useTranslations("common");
  const [role, setRole] = useState<Role>(member.role);
  const { run, pending } = useButtonAction(
    () => changeRoleAction({ userId: member.id, role }),
    t("changed", { name: member.name, role: roles(role) }),
  );
  return (
    <>
      <RoleCards value={role} onChange={setRole} />
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button
          variant="primary"
          loading={pending}
          disabled={role === member.role}
          onClick={async () => {
            if (await run()) onClose();
          }}
        >
          {t("save")}
        </Button>
      </DialogFooter>
    </>
  );
}

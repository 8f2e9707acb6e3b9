"use client";

import { useTranslations } from "next-intl";
import { ProofForm } from "#components/settings/profile/proof-form.tsx";
import type { MemberDialogProps } from "#components/settings/team/role-dialog.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { turnOffSecondFactorOfAction } from "#lib/team/actions.ts";

/** Asks an admin for the password or a code, then takes the second factor of a member away who lost it. */
export function MemberFactorDialog({ member, isOpen, onClose }: MemberDialogProps) {
  const t = useTranslations("team.memberFactor");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-md">
        <DialogHeader>
          <DialogTitle className="wrap-anywhere">{t("title", { name: member.name })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ProofForm
          action={({ proof }) => turnOffSecondFactorOfAction({ userId: member.id, proof })}
          submitLabel={t("submit")}
          isDestructive
          onDone={() => {
            toast.success(t("done", { name: member.name }));
            onClose();
          }}
          onClose={onClose}
        />
      </DialogContent>
    </Dialog>
  );
}

"use client";

import { useTranslations } from "next-intl";
import type { FactorDialogProps } from "#components/settings/profile/new-codes-dialog.tsx";
import { ProofForm } from "#components/settings/profile/proof-form.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { removeSecondFactorAction } from "#lib/base/auth/second-factor/actions.ts";

/** Asks for the password or a code, then takes the second factor away. */
export function RemoveFactorDialog({ isOpen, onClose }: FactorDialogProps) {
  const t = useTranslations("profile.secondFactor.removeDialog");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="md:max-w-md">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ProofForm
          action={removeSecondFactorAction}
          submitLabel={t("submit")}
          isDestructive
          onDone={() => {
            toast.success(t("done"));
            onClose();
          }}
          onClose={onClose}
        />
      </DialogContent>
    </Dialog>
  );
}

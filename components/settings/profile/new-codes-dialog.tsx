"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { RecoveryCodes } from "#components/auth/recovery-codes.tsx";
import { ProofForm } from "#components/settings/profile/proof-form.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { replaceRecoveryCodesAction } from "#lib/base/auth/second-factor/actions.ts";

export interface FactorDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

/** Asks for the password or a code, then shows new recovery codes; the old ones no longer work. */
export function NewCodesDialog({ isOpen, onClose }: FactorDialogProps) {
  const t = useTranslations("profile.secondFactor.newCodesDialog");
  const [codes, setCodes] = useState<string[] | null>(null);

  function close() {
    setCodes(null);
    onClose();
  }

  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && close()}>
      <DialogContent className="md:max-w-md">
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t(codes ? "shownText" : "text")}</DialogDescription>
        </DialogHeader>
        {codes ? (
          <>
            <RecoveryCodes codes={codes} />
            <DialogFooter>
              <Button variant="primary" onClick={close}>
                {t("kept")}
              </Button>
            </DialogFooter>
          </>
        ) : (
          <ProofForm
            action={replaceRecoveryCodesAction}
            submitLabel={t("submit")}
            onDone={setCodes}
            onClose={close}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

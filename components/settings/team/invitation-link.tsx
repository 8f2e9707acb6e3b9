"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";

export interface InvitationLinkProps {
  name: string;
  link: string;
  /** Whether it is mailed, too. */
  isMailed: boolean;
  onDone: () => void;
}

/** The link to hand on, inside a dialog: nobody can show it again. */
export function InvitationLink({ name, link, isMailed, onDone }: InvitationLinkProps) {
  const t = useTranslations("team.invite");
  return (
    <>
      <DialogHeader>
        <DialogTitle className="wrap-anywhere">
          {t(isMailed ? "mailedTitle" : "linkTitle", { name })}
        </DialogTitle>
        <DialogDescription>{t(isMailed ? "mailedText" : "linkText")}</DialogDescription>
      </DialogHeader>
      <CopyField value={link} copyLabel={t("copy")} />
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </DialogFooter>
    </>
  );
}

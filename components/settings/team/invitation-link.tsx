"use client";

import { useTranslations } from "next-intl";
import { KeptNote } from "#components/mails/kept-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import type { MailsGo } from "#lib/mail/kept.ts";

export interface InvitationLinkProps {
  name: string;
  link: string;
  /** Whether it is mailed, too. */
  isMailed: boolean;
  mailsGo: MailsGo;
  onDone: () => void;
}

/** The link to hand on, inside a dialog: nobody can show it again. */
export function InvitationLink({ name, link, isMailed, mailsGo, onDone }: InvitationLinkProps) {
  const t = useTranslations("team.invite");
  const isSent = isMailed && mailsGo === "out";
  return (
    <>
      <DialogHeader>
        <DialogTitle className="wrap-anywhere">
          {t(isSent ? "mailedTitle" : "linkTitle", { name })}
        </DialogTitle>
        <DialogDescription>{t(isSent ? "mailedText" : "linkText")}</DialogDescription>
      </DialogHeader>
      <CopyField value={link} copyLabel={t("copy")} />
      {isMailed && <KeptNote mailsGo={mailsGo} />}
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          {t("done")}
        </Button>
      </DialogFooter>
    </>
  );
}

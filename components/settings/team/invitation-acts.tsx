"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { InvitationLink } from "#components/settings/team/invitation-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogContent } from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import type { MailsGo } from "#lib/mail/kept.ts";
import { renewInvitationAction, withdrawInvitationAction } from "#lib/team/actions.ts";
import type { InvitationLink as Handed, ListedInvitation } from "#lib/team/invitations.ts";

export interface InvitationActsProps {
  invitation: ListedInvitation;
  mailsGo: MailsGo;
}

/** Makes a new link, or takes the invitation back. */
export function InvitationActs({ invitation, mailsGo }: InvitationActsProps) {
  const { id, name, email } = invitation;
  const t = useTranslations("team.invitations");
  const withdrawal = useButtonAction(() => withdrawInvitationAction({ id }), t("withdrawn", { name }));
  const { handed, renew, forget, pending } = useNewLink(id);
  return (
    <div className="flex gap-2 max-md:[&>*]:flex-1">
      <Button loading={pending} onClick={renew}>
        {t(mailsGo === "out" ? "resend" : "renew")}
      </Button>
      <ConfirmDialog
        trigger={<Button variant="ghost">{t("withdraw")}</Button>}
        destructive
        title={t("withdrawTitle", { name })}
        description={t("withdrawText", { email })}
        confirmLabel={t("withdraw")}
        onConfirm={withdrawal.run}
      />
      <Dialog open={handed !== null} onOpenChange={(open) => !open && forget()}>
        <DialogContent className="md:max-w-lg">
          {handed && <InvitationLink name={name} {...handed} mailsGo={mailsGo} onDone={forget} />}
        </DialogContent>
      </Dialog>
    </div>
  );
}

function useNewLink(id: string) {
  const t = useTranslations("team.invitations");
  const unreachable = useTranslations("errors")("unreachable");
  const [handed, setHanded] = useState<Handed | null>(null);
  const [pending, startTransition] = useTransition();

  function renew() {
    startTransition(async () => {
      const result = await callAction(() => renewInvitationAction({ id }), unreachable);
      if (!result.ok) {
        toast.error(result.message);
        return;
      }
      setHanded(result.data);
      toast.success(t("renewed"));
    });
  }

  return { handed, renew, pending, forget: () => setHanded(null) };
}

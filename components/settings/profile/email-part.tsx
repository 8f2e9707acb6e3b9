"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { KeptNote } from "#components/mails/kept-note.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import type { MailsGo } from "#lib/mail/kept.ts";
import { beginEmailChangeAction, cancelEmailChangeAction } from "#lib/profile/actions.ts";
import type { WaitingChange } from "#lib/profile/email-change.ts";

export interface EmailPartProps {
  email: string;
  /** The change that waits for its links to be followed. */
  waiting: WaitingChange | null;
  hasSecondFactor: boolean;
  mailsGo: MailsGo;
}

/** The address that the person signs in with, and how it is changed. */
export function EmailPart({ email, waiting, hasSecondFactor, mailsGo }: EmailPartProps) {
  const t = useTranslations("profile.email");
  const errors = useTranslations("errors");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="grid max-w-md gap-3">
      <Field label={t("label")} hint={t("hint")}>
        <Input type="email" value={email} readOnly disabled />
      </Field>
      {waiting && <Waiting email={email} waiting={waiting} mailsGo={mailsGo} />}
      {!waiting && mailsGo === "nowhere" && <p className="text-sm text-subheading">{errors("mailsOff")}</p>}
      {!waiting && mailsGo !== "nowhere" && (
        <Button className="justify-self-start" onClick={() => setIsOpen(true)}>
          {t("change")}
        </Button>
      )}
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogContent className="md:max-w-md">
          <DialogHeader>
            <DialogTitle>{t("title")}</DialogTitle>
            <DialogDescription>{t("text")}</DialogDescription>
            <KeptNote mailsGo={mailsGo} />
          </DialogHeader>
          <ChangeForm hasSecondFactor={hasSecondFactor} onClose={() => setIsOpen(false)} />
        </DialogContent>
      </Dialog>
    </div>
  );
}

function ChangeForm({ hasSecondFactor, onClose }: { hasSecondFactor: boolean; onClose: () => void }) {
  const t = useTranslations("profile.email");
  const common = useTranslations("common");
  const { form, pending, message, errors } = usePlainForm(beginEmailChangeAction, {
    missing: { email: "invalidEmail", proof: "proofMissing" },
    onSuccess: onClose,
  });
  return (
    <form noValidate {...form} className="grid gap-4">
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <Field label={t("new")} error={errors.email}>
        <Input type="email" name="email" autoComplete="email" inputMode="email" autoCapitalize="none" />
      </Field>
      <Field label={t(hasSecondFactor ? "passwordOrCode" : "password")} error={errors.proof}>
        <PasswordInput autoComplete="current-password" name="proof" />
      </Field>
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button type="submit" variant="primary" loading={pending}>
          {t("submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}

interface WaitingProps extends Pick<EmailPartProps, "email" | "mailsGo"> {
  waiting: WaitingChange;
}

function Waiting({ email, waiting, mailsGo }: WaitingProps) {
  const t = useTranslations("profile.email");
  const { run, pending } = useButtonAction(cancelEmailChangeAction, t("cancelled"));
  const { newEmail, oldConfirmed, newConfirmed } = waiting;
  return (
    <Alert title={t("waiting", { email: newEmail })} role="status">
      <ul className="wrap-anywhere mt-1 list-disc ps-4">
        <li>{t(oldConfirmed ? "confirmed" : "unconfirmed", { email })}</li>
        <li>{t(newConfirmed ? "confirmed" : "unconfirmed", { email: newEmail })}</li>
      </ul>
      <KeptNote mailsGo={mailsGo} className="mt-2" />
      <Button size="sm" className="mt-2" loading={pending} onClick={() => void run()}>
        {t("cancel")}
      </Button>
    </Alert>
  );
}

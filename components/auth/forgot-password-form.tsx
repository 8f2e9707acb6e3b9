"use client";

import { MailCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { KeptNote } from "#components/mails/kept-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import type { MailsGo } from "#lib/mail/kept.ts";
import { requestPasswordResetAction } from "#lib/profile/actions.ts";

/** Says the same whether or not the account exists. */
export function ForgotPasswordForm({ mailsGo }: { mailsGo: MailsGo }) {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { form, pending, message, errors } = usePlainForm(requestPasswordResetAction, {
    missing: { email: "invalidEmail" },
    onSuccess: ({ email }) => setSentTo(email),
  });

  if (sentTo !== null) return <CheckInbox email={sentTo} mailsGo={mailsGo} />;

  return (
    <AuthForm title={t("forgotPassword")} text={t("forgotPasswordText")} message={message} {...form}>
      <Field label={t("email")} error={errors.email}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          autoFocus
          name="email"
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("sendLink")}
      </Button>
      <BackToSignIn />
    </AuthForm>
  );
}

function CheckInbox({ email, mailsGo }: { email: string; mailsGo: MailsGo }) {
  const t = useTranslations("auth");
  const isKept = mailsGo === "here" || mailsGo === "elsewhere";
  return (
    <div role="status" className="grid gap-4">
      <span className="flex size-11 items-center justify-center rounded-xl border bg-surface text-brand-text">
        <MailCheck aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{t(isKept ? "notSent" : "checkInbox")}</h1>
        <p className="text-base text-subheading">{t(isKept ? "notSentText" : "checkInboxText", { email })}</p>
        <KeptNote mailsGo={mailsGo} />
      </div>
      <BackToSignIn />
    </div>
  );
}

function BackToSignIn() {
  const t = useTranslations("auth");
  return (
    <Link href="/login" className="justify-self-start text-brand-text text-sm hover:underline">
      {t("backToSignIn")}
    </Link>
  );
}

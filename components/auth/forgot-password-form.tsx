"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { MailCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { requestPasswordResetAction } from "#lib/base/auth/actions.ts";
import { passwordResetSchema } from "#lib/base/auth/schema.ts";

/** Says the same whether or not the account exists. */
export function ForgotPasswordForm() {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(passwordResetSchema), defaultValues: { email: "" } });
  const { submit, pending, message } = useFormAction(form, requestPasswordResetAction, () =>
    setSentTo(form.getValues("email")),
  );

  if (sentTo !== null) return <CheckInbox email={sentTo} />;

  return (
    <AuthForm title={t("forgotPassword")} text={t("forgotPasswordText")} message={message} onSubmit={submit}>
      <Field label={t("email")} error={form.formState.errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          autoFocus
          {...form.register("email")}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("sendLink")}
      </Button>
      <BackToSignIn />
    </AuthForm>
  );
}

function CheckInbox({ email }: { email: string }) {
  const t = useTranslations("auth");
  return (
    <div role="status" className="grid gap-4">
      <span className="flex size-11 items-center justify-center rounded-xl border bg-surface text-brand-text">
        <MailCheck aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{t("checkInbox")}</h1>
        <p className="text-base text-subheading">{t("checkInboxText", { email })}</p>
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

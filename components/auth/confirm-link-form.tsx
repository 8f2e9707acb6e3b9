"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useForm } from "react-hook-form";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { redeemLinkAction } from "#lib/base/auth/actions.ts";
import type { MailLink } from "#lib/base/auth/schema.ts";

export interface ConfirmLinkFormProps {
  link: MailLink;
  /** The account that the link is for. */
  email: string;
}

/** One button, which uses the link of a mail; it says whose account that is, so that nobody is signed in as somebody else unawares. */
export function ConfirmLinkForm({ link, email }: ConfirmLinkFormProps) {
  const t = useTranslations("auth");
  const form = useForm();
  const { submit, pending, message } = useFormAction(form, () => redeemLinkAction(link));
  const text = t.rich("confirmLinkText", { email, account });
  return (
    <AuthForm title={t("chooseNewPassword")} text={text} message={message} onSubmit={submit}>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("confirmLink")}
      </Button>
    </AuthForm>
  );
}

function account(email: ReactNode) {
  return <strong className="break-all font-medium text-heading">{email}</strong>;
}

"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
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
  const { form, pending, message } = usePlainForm(() => redeemLinkAction(link));
  const text = t.rich("confirmLinkText", { email, account });
  return (
    <AuthForm title={t("chooseNewPassword")} text={text} message={message} {...form}>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("confirmLink")}
      </Button>
    </AuthForm>
  );
}

function account(email: ReactNode) {
  return <strong className="break-all font-medium text-heading">{email}</strong>;
}

"use client";

import { MailX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { unsubscribeAction } from "#lib/summary/actions.ts";

/** One button, which ends the daily summary of whoever the link was mailed to. */
export function UnsubscribeForm({ token }: { token: string }) {
  const t = useTranslations("auth.unsubscribe");
  const [isDone, setIsDone] = useState(false);
  const { form, pending, message } = usePlainForm(() => unsubscribeAction({ token }), {
    onSuccess: () => setIsDone(true),
  });
  if (isDone) return <Unsubscribed />;
  return (
    <AuthForm title={t("title")} text={t("text")} message={message} {...form}>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("submit")}
      </Button>
    </AuthForm>
  );
}

function Unsubscribed() {
  const t = useTranslations("auth.unsubscribe");
  return (
    <div role="status" className="grid gap-4">
      <span className="flex size-11 items-center justify-center rounded-xl border bg-surface text-brand-text">
        <MailX aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{t("done")}</h1>
        <p className="text-base text-subheading">{t("doneText")}</p>
      </div>
      <Link href="/" className="justify-self-start text-brand-text text-sm hover:underline">
        {t("signIn")}
      </Link>
    </div>
  );
}

"use client";

import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { confirmEmailChangeAction } from "#lib/profile/actions.ts";
import type { OpenChange } from "#lib/profile/email-change.ts";

export interface EmailChangeFormProps {
  token: string;
  change: OpenChange;
}

/** One button, which confirms the change for the address that the link was sent to. */
export function EmailChangeForm({ token, change }: EmailChangeFormProps) {
  const t = useTranslations("auth.emailChange");
  const [state, setState] = useState<"asked" | "waiting" | "changed">(
    change.isConfirmed ? "waiting" : "asked",
  );
  const { form, pending, message } = usePlainForm(async () => {
    const result = await confirmEmailChangeAction({ token });
    if (result.ok) setState(result.data ? "changed" : "waiting");
    return result;
  });
  const { oldEmail, newEmail } = change;
  if (state === "changed") return <Said title={t("changed")} text={t("changedText", { email: newEmail })} />;
  if (state === "waiting") return <Said title={t("waiting")} text={t("waitingText")} />;
  return (
    <AuthForm
      title={t("title")}
      text={t.rich("text", { oldEmail, newEmail, address })}
      message={message}
      {...form}
    >
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("confirm")}
      </Button>
    </AuthForm>
  );
}

function Said({ title, text }: { title: string; text: string }) {
  const t = useTranslations("auth.emailChange");
  return (
    <div role="status" className="grid gap-4">
      <span className="flex size-11 items-center justify-center rounded-xl border bg-surface text-brand-text">
        <MailCheck aria-hidden className="size-5" strokeWidth={1.75} />
      </span>
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{title}</h1>
        <p className="wrap-anywhere text-base text-subheading">{text}</p>
      </div>
      <a href="/" className="justify-self-start text-brand-text text-sm hover:underline">
        {t("toAstra")}
      </a>
    </div>
  );
}

function address(email: ReactNode) {
  return <strong className="break-all font-medium text-heading">{email}</strong>;
}

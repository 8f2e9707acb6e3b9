"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import type { OpenInvitation } from "#lib/team/acceptance.ts";
import { acceptInvitationAction } from "#lib/team/actions.ts";

export interface InvitationFormProps {
  token: string;
  invitation: OpenInvitation;
}

/** Takes an invitation up. It looks the same whether or not the address has an account, since whoever has the link sees it. */
export function InvitationForm({ token, invitation }: InvitationFormProps) {
  const t = useTranslations("auth");
  const { email, name, workspaceName, inviterName } = invitation;
  const { form, pending, message, errors } = usePlainForm(acceptInvitationAction, {
    missing: { name: "nameMissing", password: "passwordMissing" },
  });

  return (
    <AuthForm
      title={t("invitation", { workspace: workspaceName })}
      text={t.rich("invitationText", { email, inviter: inviterName, account })}
      message={message}
      {...form}
    >
      <input type="hidden" name="token" value={token} />
      <input type="hidden" autoComplete="username" value={email} />
      <Field label={t("name")} error={errors.name}>
        <Input autoComplete="name" name="name" defaultValue={name} />
      </Field>
      <Field label={t("password")} hint={t("invitationPasswordHint")} error={errors.password}>
        <PasswordInput autoComplete="new-password" autoFocus name="password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("join")}
      </Button>
    </AuthForm>
  );
}

function account(email: ReactNode) {
  return <strong className="break-all font-medium text-heading">{email}</strong>;
}

"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { setPasswordAction } from "#lib/base/auth/actions.ts";

export interface NewPasswordFormProps {
  /** Whose password it is. */
  email: string;
  /** Whether the present password is wanted too. */
  asksPresent: boolean;
}

export function NewPasswordForm({ email, asksPresent }: NewPasswordFormProps) {
  const t = useTranslations("auth");
  const { form, pending, message, errors } = usePlainForm(setPasswordAction);

  return (
    <AuthForm
      title={t("chooseNewPassword")}
      text={t("chooseNewPasswordText", { email })}
      message={message}
      {...form}
    >
      {asksPresent && (
        <Field label={t("presentPassword")} error={errors.present}>
          <PasswordInput autoComplete="current-password" autoFocus name="present" />
        </Field>
      )}
      <Field label={t("newPassword")} hint={t("newPasswordHint")} error={errors.password}>
        <PasswordInput autoComplete="new-password" autoFocus={!asksPresent} name="password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("savePassword")}
      </Button>
      {asksPresent && (
        <Link href="/" className="justify-self-center text-brand-text text-sm hover:underline">
          {t("keepPassword")}
        </Link>
      )}
    </AuthForm>
  );
}

"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import type { newPasswordSchema } from "#lib/base/auth/schema.ts";

export interface NewPasswordFormProps {
  action: (input: z.infer<typeof newPasswordSchema>) => Promise<ActionResult<unknown>>;
  /** Whose password it is. */
  email: string;
  /** Whether the present password is wanted too. */
  asksPresent: boolean;
}

export function NewPasswordForm({ action, email, asksPresent }: NewPasswordFormProps) {
  const t = useTranslations("auth");
  const { form, pending, message, errors } = usePlainForm(action);

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

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { setPasswordAction } from "#lib/base/auth/actions.ts";
import { newPasswordSchema } from "#lib/base/auth/schema.ts";

export interface NewPasswordFormProps {
  /** Whose password it is. */
  email: string;
  /** Whether the present password is wanted too. */
  asksPresent: boolean;
}

export function NewPasswordForm({ email, asksPresent }: NewPasswordFormProps) {
  const t = useTranslations("auth");
  const form = useForm({
    resolver: zodResolver(newPasswordSchema),
    defaultValues: { password: "", ...(asksPresent && { present: "" }) },
  });
  const { submit, pending, message } = useFormAction(form, setPasswordAction);
  const { errors } = form.formState;

  return (
    <AuthForm
      title={t("chooseNewPassword")}
      text={t("chooseNewPasswordText", { email })}
      message={message}
      onSubmit={submit}
    >
      {asksPresent && (
        <Field label={t("presentPassword")} error={errors.present?.message}>
          <PasswordInput autoComplete="current-password" autoFocus {...form.register("present")} />
        </Field>
      )}
      <Field label={t("newPassword")} hint={t("newPasswordHint")} error={errors.password?.message}>
        <PasswordInput autoComplete="new-password" autoFocus={!asksPresent} {...form.register("password")} />
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

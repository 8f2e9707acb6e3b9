"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import type { ActionResult } from "#lib/auth/action-result.ts";
import { newPasswordSchema } from "#lib/auth/schema.ts";

export interface NewPasswordFormProps {
  action: (input: z.infer<typeof newPasswordSchema>) => Promise<ActionResult<unknown>>;
}

export function NewPasswordForm({ action }: NewPasswordFormProps) {
  const t = useTranslations("auth");
  const form = useForm({ resolver: zodResolver(newPasswordSchema), defaultValues: { password: "" } });
  const { submit, pending, message } = useFormAction(form, action);

  return (
    <AuthForm
      title={t("chooseNewPassword")}
      text={t("chooseNewPasswordText")}
      message={message}
      onSubmit={submit}
    >
      <Field
        label={t("newPassword")}
        hint={t("newPasswordHint")}
        error={form.formState.errors.password?.message}
      >
        <PasswordInput autoComplete="new-password" autoFocus {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("savePassword")}
      </Button>
    </AuthForm>
  );
}

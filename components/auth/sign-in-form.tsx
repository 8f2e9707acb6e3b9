"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { signInAction } from "#lib/base/auth/actions.ts";

export interface SignInFormProps {
  /** Where to go afterwards. */
  next: string;
  /** Why the person was sent here, if there is something to say. */
  notice: string | null;
}

export function SignInForm({ next, notice }: SignInFormProps) {
  const t = useTranslations("auth");
  const { form, pending, message, errors } = usePlainForm(signInAction, {
    missing: { email: "invalidEmail", password: "passwordMissing" },
  });

  return (
    <AuthForm title={t("signIn")} text={t("signInText")} message={message ?? notice} {...form}>
      <input type="hidden" name="next" value={next} />
      <Field label={t("email")} error={errors.email}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          autoFocus
          name="email"
        />
      </Field>
      <Field label={t("password")} error={errors.password}>
        <PasswordInput autoComplete="current-password" name="password" />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("signIn")}
      </Button>
      {/* No link of Next's: what moves from page to page without loading would be a quarter of what this page loads. */}
      <a href="/forgot-password" className="justify-self-center text-brand-text text-sm hover:underline">
        {t("forgotPassword")}
      </a>
    </AuthForm>
  );
}

"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useFormAction } from "#components/ui/use-form-action.ts";
import { signInAction } from "#lib/base/auth/actions.ts";
import { localPath, signInSchema } from "#lib/base/auth/schema.ts";

export interface SignInFormProps {
  /** Where to go afterwards; anything but a path of this site leads to the start page. */
  next: string | undefined;
  /** Why the person was sent here, if there is something to say. */
  notice: string | null;
}

export function SignInForm({ next, notice }: SignInFormProps) {
  const t = useTranslations("auth");
  const form = useForm({
    resolver: zodResolver(signInSchema),
    defaultValues: { email: "", password: "", next: localPath.parse(next) },
  });
  const { submit, pending, message } = useFormAction(form, signInAction);
  const { errors } = form.formState;

  return (
    <AuthForm title={t("signIn")} text={t("signInText")} message={message ?? notice} onSubmit={submit}>
      <Field label={t("email")} error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          autoFocus
          {...form.register("email")}
        />
      </Field>
      <Field label={t("password")} error={errors.password?.message}>
        <PasswordInput autoComplete="current-password" {...form.register("password")} />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("signIn")}
      </Button>
      <Link href="/forgot-password" className="justify-self-center text-brand-text text-sm hover:underline">
        {t("forgotPassword")}
      </Link>
    </AuthForm>
  );
}

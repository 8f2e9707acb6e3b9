"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { OtherAccount } from "#components/auth/other-account.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { giveCodeAction } from "#lib/base/auth/second-factor/actions.ts";

export interface CodeFormProps {
  email: string;
  /** Where to go afterwards. */
  next: string;
}

/** Asks for a code of the app that was set up as second factor. */
export function CodeForm({ email, next }: CodeFormProps) {
  const t = useTranslations("auth.code");
  const { form, pending, message, errors } = usePlainForm(giveCodeAction, { missing: { code: "codeShape" } });
  return (
    <>
      <AuthForm title={t("title")} text={t("text", { email })} message={message} {...form}>
        <input type="hidden" name="next" value={next} />
        <Field label={t("code")} error={errors.code}>
          <Input
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            autoFocus
            className="font-mono tracking-widest"
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={pending}>
          {t("submit")}
        </Button>
        <a
          href={`/login/code?${new URLSearchParams({ by: "recovery", next })}`}
          className="justify-self-center text-brand-text text-sm hover:underline"
        >
          {t("lost")}
        </a>
      </AuthForm>
      <OtherAccount />
    </>
  );
}

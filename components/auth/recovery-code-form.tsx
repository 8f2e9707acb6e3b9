"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "#components/auth/auth-form.tsx";
import type { CodeFormProps } from "#components/auth/code-form.tsx";
import { OtherAccount } from "#components/auth/other-account.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { giveRecoveryCodeAction } from "#lib/base/auth/second-factor/actions.ts";

/** Asks for a recovery code of whoever has the app no longer. */
export function RecoveryCodeForm({ email, next }: CodeFormProps) {
  const t = useTranslations("auth.code");
  const { form, pending, message, errors } = usePlainForm(giveRecoveryCodeAction, {
    missing: { code: "recoveryCodeShape" },
  });
  return (
    <>
      <AuthForm title={t("recoveryTitle")} text={t("recoveryText", { email })} message={message} {...form}>
        <input type="hidden" name="next" value={next} />
        <Field label={t("recoveryCode")} hint={t("recoveryHint")} error={errors.code}>
          <Input
            name="code"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={50}
            autoFocus
            className="font-mono"
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" loading={pending}>
          {t("submit")}
        </Button>
        <p className="text-sm text-subheading">{t("noneLeft")}</p>
        <a
          href={`/login/code?${new URLSearchParams({ next })}`}
          className="justify-self-center text-brand-text text-sm hover:underline"
        >
          {t("found")}
        </a>
      </AuthForm>
      <OtherAccount />
    </>
  );
}

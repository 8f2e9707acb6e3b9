"use client";

import { useTranslations } from "next-intl";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { QrCode } from "#components/ui/qr-code.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { finishEnrolmentAction } from "#lib/base/auth/second-factor/actions.ts";
import type { Enrolment } from "#lib/base/auth/second-factor/enrolment.ts";

export interface EnrolmentFormProps {
  enrolment: Enrolment;
  /** Told the recovery codes. */
  onDone: (codes: string[]) => void;
}

/** What the app reads, and its first code. */
export function EnrolmentForm({ enrolment, onDone }: EnrolmentFormProps) {
  const t = useTranslations("auth.setUp");
  const { form, pending, message, errors } = usePlainForm(
    async (input: { factorId: string; code: string }) => {
      const result = await finishEnrolmentAction(input);
      if (result.ok) onDone(result.data);
      return result;
    },
    { missing: { code: "codeShape" } },
  );
  const { qrCode, secret, factorId } = enrolment;
  return (
    <AuthForm title={t("scanTitle")} text={t("scanText")} message={message} {...form}>
      <input type="hidden" name="factorId" value={factorId} />
      <QrCode code={qrCode} label={t("qrCode")} />
      <div className="grid gap-1.5">
        <p className="text-sm">{t("typeText")}</p>
        <CopyField value={inGroups(secret)} copyLabel={t("copySecret")} />
      </div>
      <Field label={t("firstCode")} error={errors.code}>
        <Input
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          className="font-mono tracking-widest"
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("finish")}
      </Button>
    </AuthForm>
  );
}

/** As people read it from one screen to another; apps don't mind the blanks. */
function inGroups(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, "$1 ");
}

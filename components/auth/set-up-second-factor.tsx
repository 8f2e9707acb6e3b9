"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AuthForm } from "#components/auth/auth-form.tsx";
import { EnrolmentForm } from "#components/auth/enrolment-form.tsx";
import { OtherAccount } from "#components/auth/other-account.tsx";
import { PasswordInput } from "#components/auth/password-input.tsx";
import { RecoveryCodes } from "#components/auth/recovery-codes.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { usePlainForm } from "#components/ui/use-plain-form.tsx";
import { beginEnrolmentAction } from "#lib/base/auth/second-factor/actions.ts";
import type { Enrolment } from "#lib/base/auth/second-factor/enrolment.ts";

export interface SetUpSecondFactorProps {
  isOn: boolean;
  /** The workspace that wants it of its admins; null where it is the person's own choice. */
  wantedBy: string | null;
  startPage: string;
}

/** Leads through it: what it is, the picture for the app and its first code, the recovery codes. */
export function SetUpSecondFactor({ isOn, wantedBy, startPage }: SetUpSecondFactorProps) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);

  if (codes) return <Done codes={codes} startPage={startPage} />;
  if (isOn) return <AlreadyOn />;
  if (enrolment) return <EnrolmentForm enrolment={enrolment} onDone={setCodes} />;
  return <Begin wantedBy={wantedBy} onBegun={setEnrolment} />;
}

interface BeginProps extends Pick<SetUpSecondFactorProps, "wantedBy"> {
  onBegun: (enrolment: Enrolment) => void;
}

/** Asks for the password: whoever sits at an open browser must not lock its person out. */
function Begin({ wantedBy, onBegun }: BeginProps) {
  const t = useTranslations("auth.setUp");
  const auth = useTranslations("auth");
  const { form, pending, message, errors } = usePlainForm(
    async (input: { proof: string }) => {
      const result = await beginEnrolmentAction(input);
      if (result.ok) onBegun(result.data);
      return result;
    },
    { missing: { proof: "passwordMissing" } },
  );
  return (
    <AuthForm title={t("title")} text={t("text")} message={message} {...form}>
      {wantedBy !== null && <Alert>{t("wanted", { workspace: wantedBy })}</Alert>}
      <p className="text-body text-sm">{t("apps")}</p>
      <Field label={auth("presentPassword")} error={errors.proof}>
        <PasswordInput autoComplete="current-password" name="proof" />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={pending}>
        {t("begin")}
      </Button>
      {wantedBy === null ? (
        <a href="/settings/profile" className="justify-self-center text-brand-text text-sm hover:underline">
          {t("notNow")}
        </a>
      ) : (
        <OtherAccount />
      )}
    </AuthForm>
  );
}

function Done({ codes, startPage }: { codes: string[]; startPage: string }) {
  const t = useTranslations("auth.setUp");
  return (
    <div className="grid gap-5">
      <div role="status" className="grid gap-1">
        <h1 className="text-heading text-subtitle">{t("doneTitle")}</h1>
        <p className="text-base text-subheading">{t("doneText")}</p>
      </div>
      <RecoveryCodes codes={codes} />
      <Button asChild variant="primary" size="lg">
        <a href={startPage}>{t("kept")}</a>
      </Button>
    </div>
  );
}

function AlreadyOn() {
  const t = useTranslations("auth.setUp");
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{t("title")}</h1>
        <p className="text-base text-subheading">{t("isOn")}</p>
      </div>
      <Button asChild size="lg">
        <a href="/settings/profile">{t("toProfile")}</a>
      </Button>
    </div>
  );
}

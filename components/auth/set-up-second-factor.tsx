"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { EnrolmentForm } from "#components/auth/enrolment-form.tsx";
import { OtherAccount } from "#components/auth/other-account.tsx";
import { RecoveryCodes } from "#components/auth/recovery-codes.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { useAnswer } from "#components/ui/use-answer.ts";
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
  const t = useTranslations("auth.setUp");
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const { ask, pending, message } = useAnswer(beginEnrolmentAction, setEnrolment);

  if (codes) return <Done codes={codes} startPage={startPage} />;
  if (isOn) return <AlreadyOn />;
  if (enrolment) return <EnrolmentForm enrolment={enrolment} onDone={setCodes} />;
  return (
    <div className="grid gap-5">
      <div className="grid gap-1">
        <h1 className="text-heading text-subtitle">{t("title")}</h1>
        <p className="text-base text-subheading">{t("text")}</p>
      </div>
      {wantedBy !== null && <Alert>{t("wanted", { workspace: wantedBy })}</Alert>}
      {message && (
        <Alert tone="danger" role="alert">
          {message}
        </Alert>
      )}
      <p className="text-body text-sm">{t("apps")}</p>
      <Button variant="primary" size="lg" loading={pending} onClick={ask}>
        {t("begin")}
      </Button>
      {wantedBy === null ? (
        <a href="/settings/profile" className="justify-self-center text-brand-text text-sm hover:underline">
          {t("notNow")}
        </a>
      ) : (
        <OtherAccount />
      )}
    </div>
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

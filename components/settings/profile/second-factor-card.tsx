"use client";

import { ShieldCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewCodesDialog } from "#components/settings/profile/new-codes-dialog.tsx";
import { RemoveFactorDialog } from "#components/settings/profile/remove-factor-dialog.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { SecondFactor } from "#lib/base/auth/second-factor/queries.ts";

/** From how few recovery codes on somebody should make new ones. */
const few = 3;

/** Whether signing in asks for a code besides the password, and what remains to be done about it. */
export function SecondFactorCard({ secondFactor }: { secondFactor: SecondFactor }) {
  const t = useTranslations("profile.secondFactor");
  return (
    <Card>
      <CardHeader className="justify-start gap-x-3">
        <CardTitle>{t("title")}</CardTitle>
        <StatusPill tone={secondFactor.isOn ? "green" : "gray"}>
          {t(secondFactor.isOn ? "on" : "off")}
        </StatusPill>
      </CardHeader>
      {secondFactor.isOn ? <WhenOn codes={secondFactor.recoveryCodes} /> : <WhenOff />}
    </Card>
  );
}

function WhenOff() {
  const t = useTranslations("profile.secondFactor");
  return (
    <CardContent className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <CardDescription>{t("offText")}</CardDescription>
      <Button asChild className="max-md:w-full">
        <Link href="/two-factor">
          <ShieldCheck aria-hidden />
          {t("setUp")}
        </Link>
      </Button>
    </CardContent>
  );
}

function WhenOn({ codes }: { codes: number }) {
  const t = useTranslations("profile.secondFactor");
  const [shown, setShown] = useState<"codes" | "removal" | null>(null);
  const close = () => setShown(null);
  return (
    <CardContent className="grid gap-3">
      <CardDescription>{t("onText")}</CardDescription>
      {codes <= few && <Alert tone="warning">{t("few")}</Alert>}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p className="text-sm">{t("codesLeft", { count: codes })}</p>
        <div className="flex flex-wrap gap-2 max-md:w-full max-md:flex-col">
          <Button onClick={() => setShown("codes")}>{t("newCodes")}</Button>
          <Button onClick={() => setShown("removal")}>{t("remove")}</Button>
        </div>
      </div>
      <NewCodesDialog isOpen={shown === "codes"} onClose={close} />
      <RemoveFactorDialog isOpen={shown === "removal"} onClose={close} />
    </CardContent>
  );
}

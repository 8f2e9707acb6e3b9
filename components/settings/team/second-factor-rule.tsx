"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { changeSecondFactorRuleAction } from "#lib/team/actions.ts";

export interface SecondFactorRuleProps {
  isRequired: boolean;
  /** Whether the admin who asks has a second factor: nobody else can change the rule. */
  mayChange: boolean;
}

/** Whether the workspace's admins have to sign in with a second factor. */
export function SecondFactorRule({ isRequired, mayChange }: SecondFactorRuleProps) {
  const t = useTranslations("team.secondFactor");
  const { run, pending } = useButtonAction(
    () => changeSecondFactorRuleAction({ isRequired: !isRequired }),
    t(isRequired ? "nowFree" : "nowRequired"),
  );
  return (
    <Card>
      <CardHeader className="justify-start gap-x-3">
        <CardTitle>{t("title")}</CardTitle>
        <StatusPill tone={isRequired ? "green" : "gray"}>{t(isRequired ? "required" : "free")}</StatusPill>
      </CardHeader>
      <CardContent className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <CardDescription>{t(mayChange ? "text" : "firstYours")}</CardDescription>
        {!mayChange && (
          <Button asChild className="max-md:w-full">
            <Link href="/two-factor">{t("setUp")}</Link>
          </Button>
        )}
        {mayChange && isRequired && (
          <Button loading={pending} className="max-md:w-full" onClick={() => void run()}>
            {t("makeFree")}
          </Button>
        )}
        {mayChange && !isRequired && (
          <ConfirmDialog
            trigger={<Button className="max-md:w-full">{t("require")}</Button>}
            title={t("requireTitle")}
            description={t("requireText")}
            confirmLabel={t("require")}
            onConfirm={run}
          />
        )}
      </CardContent>
    </Card>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { setUpBotAction } from "#lib/telegram/actions.ts";
import type { BotStanding } from "#lib/telegram/set-up.ts";

const tones = { set: "green", polling: "green", missing: "amber", elsewhere: "red" } as const;

/** Which bot Astra has, and whether it hears what is written to it; for admins. Null: Telegram does not say. */
export function BotCard({ standing }: { standing: BotStanding | null }) {
  const t = useTranslations("telegram.bot");
  const setUp = useButtonAction(setUpBotAction, t("done"));
  return (
    <Card className="max-w-2xl">
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        {standing && <StatusPill tone={tones[standing.hears]}>{t(`pill.${standing.hears}`)}</StatusPill>}
      </CardHeader>
      <CardContent className="grid gap-4">
        {standing ? (
          <CardDescription className="wrap-anywhere">
            {t(`hears.${standing.hears}`, { name: standing.name })}
          </CardDescription>
        ) : (
          <Alert tone="warning">{t("away")}</Alert>
        )}
        {standing?.lastError && (
          <Alert tone="warning" title={t("lastError")}>
            <span className="wrap-anywhere">{standing.lastError}</span>
          </Alert>
        )}
        <div>
          <Button
            variant={standing?.hears === "missing" ? "primary" : "outline"}
            loading={setUp.pending}
            onClick={() => void setUp.run()}
            className="max-md:w-full"
          >
            {t("setUp")}
          </Button>
        </div>
      </CardContent>
    </Card>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useKeyChoice } from "#components/keys/key-choice.ts";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RadioCard, RadioCards } from "#components/ui/radio-cards.tsx";

/** Whether letters are keys: the browser keeps it, so only the browser knows. */
export function KeysCard() {
  const t = useTranslations("profile.keys");
  const [areKeys, choose] = useKeyChoice();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <CardDescription>{t("text")}</CardDescription>
        <RadioCards
          aria-label={t("title")}
          value={areKeys === null ? null : areKeys ? "on" : "off"}
          onValueChange={(value) => choose(value === "on")}
          className="max-w-2xl sm:grid-cols-2 max-sm:grid-cols-1"
        >
          <RadioCard value="on" title={t("on")} text={t("onText")} />
          <RadioCard value="off" title={t("off")} text={t("offText")} />
        </RadioCards>
      </CardContent>
    </Card>
  );
}

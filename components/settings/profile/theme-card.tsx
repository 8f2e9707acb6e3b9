"use client";

import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { themeChoices } from "#components/shell/theme-choice.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RadioCard, RadioCards } from "#components/ui/radio-cards.tsx";

const neverChanges = () => () => undefined;

/** Light, dark or the system's: the browser keeps it, so only the browser knows which. */
export function ThemeCard() {
  const t = useTranslations();
  const { theme, setTheme } = useTheme();
  const isInBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("theme.title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <CardDescription>{t("profile.theme.text")}</CardDescription>
        <RadioCards
          aria-label={t("theme.title")}
          value={isInBrowser ? (theme ?? null) : null}
          onValueChange={setTheme}
          className="max-w-2xl sm:grid-cols-3 max-sm:grid-cols-1"
        >
          {themeChoices.map(({ id }) => (
            <RadioCard key={id} value={id} title={t(`theme.${id}`)} text={t(`profile.theme.${id}`)} />
          ))}
        </RadioCards>
      </CardContent>
    </Card>
  );
}

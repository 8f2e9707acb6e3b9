"use client";

import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { RadioCard, RadioCards } from "#components/ui/radio-cards.tsx";
import { toast } from "#components/ui/toast.ts";
import { type Density, densities } from "#lib/base/list/looks/model.ts";
import { changeDensityAction } from "#lib/profile/actions.ts";

/** How high rows are in all lists; each can be had otherwise. */
export function DensityCard({ density }: { density: Density }) {
  const t = useTranslations("profile.density");
  const heights = useTranslations("table.view");
  const unreachable = useTranslations("errors")("unreachable");
  const [shown, setShown] = useOptimistic(density);
  const [, startTransition] = useTransition();

  function change(next: Density): void {
    startTransition(async () => {
      setShown(next);
      const result = await callAction(() => changeDensityAction({ density: next }), unreachable);
      if (result.ok) toast.success(t("saved"));
      else toast.error(result.message);
    });
  }

  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-3">
        <CardDescription>{t("text")}</CardDescription>
        <RadioCards
          aria-label={t("title")}
          value={shown}
          onValueChange={(value) => change(value as Density)}
          className="max-w-2xl sm:grid-cols-3 max-sm:grid-cols-1"
        >
          {densities.map((one) => (
            <RadioCard key={one} value={one} title={heights(one)} text={t(one)} />
          ))}
        </RadioCards>
      </CardContent>
    </Card>
  );
}

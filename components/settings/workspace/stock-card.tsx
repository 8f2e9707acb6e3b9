"use client";

import { useTranslations } from "next-intl";
import { UsualLevelDialog } from "#components/inventory/usual-level-dialog.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";

/** From how many on a product is low that says nothing else. */
export function StockCard({ level }: { level: number }) {
  const t = useTranslations("inventory.usualLevel");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <UsualLevelDialog level={level} />
      </CardHeader>
      <CardContent>
        <CardDescription>{t("text")}</CardDescription>
      </CardContent>
    </Card>
  );
}

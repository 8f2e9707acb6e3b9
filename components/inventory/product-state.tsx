"use client";

import { useFormatter, useTranslations } from "next-intl";
import { TwoLines } from "#components/list/table/two-lines.tsx";
import { useNow } from "#components/ui/now.tsx";
import { StatusPill, type Tone } from "#components/ui/status-pill.tsx";
import type { ProductRow } from "#lib/inventory/queries.ts";

const tones = { low: "amber", out: "red", oversold: "red" } as const satisfies Record<string, Tone>;

/** How a product stands, only when something is wrong; null otherwise. */
export function ProductPill({ product }: { product: ProductRow }) {
  const t = useTranslations("inventory.states");
  const { standing, isArchived, available } = product;
  if (isArchived) return <StatusPill tone="gray">{t("archived")}</StatusPill>;
  if (standing === "enough") return null;
  return <StatusPill tone={tones[standing]}>{t(standing, { units: -available })}</StatusPill>;
}

/** The pill, and a quiet word about it: since when, or until when. */
export function ProductState({ product }: { product: ProductRow }) {
  const word = useStateWord(product);
  const pill = <ProductPill product={product} />;
  return word ? <TwoLines first={pill} second={word} /> : pill;
}

/** Units to check come first: somebody has to act on them. */
export function useStateWord({
  isArchived,
  toCheck,
  standing,
  standsSince,
  daysOfCover,
  lowStockAt,
}: ProductRow): string | null {
  const t = useTranslations("inventory.states");
  const format = useFormatter();
  const now = useNow();
  const dayText = (date: Date) => format.dateTime(date, { weekday: "short", day: "numeric", month: "short" });
  if (toCheck > 0) return t("toCheck", { units: toCheck });
  if (isArchived || standing === "enough") return null;
  if (standing === "low") {
    if (daysOfCover === null) return t("lowAt", { units: lowStockAt });
    return t("goneBy", { day: dayText(new Date(now.getTime() + daysOfCover * 86_400_000)) });
  }
  return standsSince && t("since", { day: dayText(standsSince) });
}

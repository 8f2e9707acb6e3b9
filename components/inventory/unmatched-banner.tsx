import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { UnmatchedSku } from "#lib/inventory/unmatched.ts";

export interface UnmatchedBannerProps {
  skus: UnmatchedSku[];
  /** Whether the person may say what they are; else they can be read. */
  mayMatch: boolean;
}

/** Stands while SKUs that are sold match no product. */
export function UnmatchedBanner({ skus, mayMatch }: UnmatchedBannerProps) {
  const t = useTranslations("inventory.banner");
  if (skus.length === 0) return null;
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border bg-surface px-4 py-3">
      <TriangleAlert aria-hidden className="size-4 shrink-0 text-amber-text" />
      <p className="min-w-0 flex-1 basis-52 text-sm">
        <span className="font-medium text-heading">{t("title", { count: skus.length })}</span>{" "}
        {t("text", {
          lines: skus.reduce((sum, { lines }) => sum + lines, 0),
          store: busiestStore(skus),
        })}
      </p>
      <Button asChild>
        <Link href="/inventory/unmatched">{t(mayMatch ? "act" : "read", { count: skus.length })}</Link>
      </Button>
    </div>
  );
}

/** The store of the most frequent SKU stands for most of them. */
function busiestStore(skus: UnmatchedSku[]): string {
  const lines = new Map<string, number>();
  for (const sku of skus) {
    for (const { name } of sku.stores) lines.set(name, (lines.get(name) ?? 0) + sku.lines);
  }
  const [busiest] = [...lines].sort(([, one], [, other]) => other - one);
  return busiest?.[0] ?? "";
}

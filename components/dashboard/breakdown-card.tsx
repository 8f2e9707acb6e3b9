"use client";

import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { BreakdownTable } from "#components/dashboard/breakdown-table.tsx";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { ProductTable } from "#components/dashboard/product-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { BreakdownRow, ProductRow } from "#lib/kpi/model.ts";

const kinds = ["stores", "products", "sources"] as const;

export interface BreakdownCardProps {
  byStore: BreakdownRow[];
  bySource: BreakdownRow[];
  /** With a filter counted line by line, so that it may come later than the rest. */
  products: Promise<ProductRow[]>;
}

/** Where the leads come from: by store, by product, by source. */
export function BreakdownCard({ byStore, bySource, products }: BreakdownCardProps) {
  const t = useTranslations("dashboard.tables");
  const [kind, setKind] = useState<(typeof kinds)[number]>("stores");
  return (
    <DashboardCard
      title={t("title")}
      aside={
        <fieldset className="flex rounded-lg border border-border-control p-0.5 print:hidden">
          <legend className="sr-only">{t("by")}</legend>
          {kinds.map((one) => (
            <Button
              key={one}
              variant="ghost"
              size="sm"
              aria-pressed={one === kind}
              onClick={() => setKind(one)}
              className="h-6 max-md:h-9 aria-pressed:bg-hover aria-pressed:text-heading"
            >
              {t(one)}
            </Button>
          ))}
        </fieldset>
      }
    >
      {kind === "stores" && <BreakdownTable of="store" rows={byStore} />}
      {kind === "sources" && <BreakdownTable of="source" rows={bySource} />}
      {kind === "products" && (
        <Suspense fallback={<TableSkeleton />}>
          <ProductTable rows={products} />
        </Suspense>
      )}
    </DashboardCard>
  );
}

/** The same by seller, for those who see all of them. */
export function SellersCard({ rows }: { rows: BreakdownRow[] }) {
  const t = useTranslations("dashboard.tables");
  return (
    <DashboardCard title={t("sellers")}>
      <BreakdownTable of="seller" rows={rows} />
    </DashboardCard>
  );
}

function TableSkeleton() {
  return (
    <div className="grid gap-3 border-t p-4">
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
      <Skeleton className="h-9" />
    </div>
  );
}

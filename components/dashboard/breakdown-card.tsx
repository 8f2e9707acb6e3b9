"use client";

import { useTranslations } from "next-intl";
import { Suspense, useState } from "react";
import { BreakdownTable } from "#components/dashboard/breakdown-table.tsx";
import { CardBoundary } from "#components/dashboard/card-boundary.tsx";
import { DashboardCard } from "#components/dashboard/dashboard-card.tsx";
import { ProductTable } from "#components/dashboard/product-table.tsx";
import { Segments } from "#components/ui/segments.tsx";
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
        <Segments
          label={t("by")}
          options={kinds.map((value) => ({ value, label: t(value) }))}
          value={kind}
          onChange={setKind}
        />
      }
    >
      {kind === "stores" && <BreakdownTable of="store" rows={byStore} />}
      {kind === "sources" && <BreakdownTable of="source" rows={bySource} />}
      {kind === "products" && (
        <CardBoundary>
          <Suspense fallback={<TableSkeleton />}>
            <ProductTable rows={products} />
          </Suspense>
        </CardBoundary>
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

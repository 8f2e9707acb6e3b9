"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, use } from "react";
import { NoRows } from "#components/dashboard/breakdown-table.tsx";
import { Change } from "#components/dashboard/change.tsx";
import { figureCell, headingCell } from "#components/dashboard/dashboard-card.tsx";
import { SortHeading } from "#components/dashboard/sort-heading.tsx";
import { useSorted } from "#components/dashboard/use-sorted.ts";
import { cn } from "#components/ui/cn.ts";
import { Money } from "#components/ui/money.tsx";
import type { ProductRow } from "#lib/kpi/model.ts";

type Column = "units" | "worth";

/** What sold best. */
export function ProductTable(props: { rows: Promise<ProductRow[]> }) {
  const rows = use(props.rows);
  const t = useTranslations("dashboard.tables");
  const format = useFormatter();
  const { sorted, sorting, sortBy } = useSorted(rows, "units" as Column, ({ units, money }, column) =>
    column === "units" ? Number(units) : Number(money[0]?.worth ?? 0),
  );
  if (rows.length === 0) return <NoRows />;
  return (
    <table className="w-full text-heading text-sm">
      <caption className="sr-only">{t("products")}</caption>
      <thead>
        <tr className="border-t">
          <th scope="col" className={headingCell}>
            {t("product")}
          </th>
          {(["units", "worth"] as const).map((column) => (
            <SortHeading key={column} column={column} label={t(column)} sorting={sorting} onSort={sortBy} />
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={`${row.sku} ${row.name}`} className="h-13 border-t hover:bg-hover">
            <th scope="row" className="max-w-56 py-1.5 pe-2 ps-4 text-start font-normal">
              <ProductName {...row} />
            </th>
            <td className={figureCell}>
              <Opening href={row.href} className="font-semibold">
                {format.number(Number(row.units))}
              </Opening>
              {row.unitsBefore !== null && (
                <Change value={Number(row.units)} before={Number(row.unitsBefore)} />
              )}
            </td>
            <td className={figureCell}>
              {row.money.map(({ currency, worth, href }) => (
                <Opening key={currency} href={href}>
                  <Money amount={worth} currency={currency} />
                </Opening>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ProductName({ sku, name, href }: ProductRow) {
  const t = useTranslations("dashboard.tables");
  const lines = (
    <>
      <span className="block truncate">{name}</span>
      <span className="block truncate font-mono text-subheading text-xs">{sku ?? t("noSku")}</span>
    </>
  );
  return <Opening href={href}>{lines}</Opening>;
}

interface OpeningProps {
  /** Null: it leads nowhere. */
  href: string | null;
  className?: string;
  children: ReactNode;
}

/** What leads to the leads that it is of. */
function Opening({ href, className, children }: OpeningProps) {
  if (!href) return <span className={cn("block", className)}>{children}</span>;
  return (
    <Link href={href} className={cn("block hover:underline", className)}>
      {children}
    </Link>
  );
}

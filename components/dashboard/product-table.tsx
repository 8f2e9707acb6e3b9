"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { use } from "react";
import { NoRows } from "#components/dashboard/breakdown-table.tsx";
import { figureCell, headingCell } from "#components/dashboard/dashboard-card.tsx";
import { SortHeading } from "#components/dashboard/sort-heading.tsx";
import { useSorted } from "#components/dashboard/use-sorted.ts";
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
            <td className={figureCell}>{format.number(Number(row.units))}</td>
            <td className={figureCell}>
              {row.money.map(({ currency, worth }) => (
                <span key={currency} className="block">
                  <Money amount={worth} currency={currency} />
                </span>
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
  return href ? (
    <Link href={href} className="block hover:underline">
      {lines}
    </Link>
  ) : (
    lines
  );
}

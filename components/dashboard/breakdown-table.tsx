"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Change } from "#components/dashboard/change.tsx";
import { figureCell, headingCell } from "#components/dashboard/dashboard-card.tsx";
import { SortHeading } from "#components/dashboard/sort-heading.tsx";
import { useSorted } from "#components/dashboard/use-sorted.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Money } from "#components/ui/money.tsx";
import type { BreakdownRow, RowRateName } from "#lib/kpi/model.ts";
import { leadSources } from "#lib/leads/model.ts";

/** So many rows are shown before somebody asks for all. */
const firstRows = 8;

type Kind = "store" | "source" | "seller";
type Column = "leads" | "waiting" | "rejected" | "confirmed" | "delivery" | "collected";

const columnsOf: Record<Kind, readonly Column[]> = {
  store: ["leads", "waiting", "rejected", "delivery", "collected"],
  source: ["leads", "waiting", "rejected", "delivery", "collected"],
  seller: ["leads", "waiting", "confirmed", "delivery", "collected"],
};

const numbers: Record<Column, (row: BreakdownRow) => number | null> = {
  leads: ({ counts }) => counts.total.value,
  waiting: ({ counts }) => counts.waiting.value,
  rejected: ({ counts }) => counts.rejected.value,
  confirmed: ({ rates }) => rates.confirmation.value.value,
  delivery: ({ rates }) => rates.delivery.value.value,
  // Unlike currencies are sorted by the number alone: each row leads with its own.
  collected: ({ money }) => Number(money[0]?.collected ?? 0),
};

/** The figures of each store, source or seller. */
export function BreakdownTable({ of, rows }: { of: Kind; rows: BreakdownRow[] }) {
  const t = useTranslations("dashboard.tables");
  const [showsAll, setShowsAll] = useState(false);
  const { sorted, sorting, sortBy } = useSorted(rows, "leads" as Column, (row, column) =>
    numbers[column](row),
  );
  if (rows.length === 0) return <NoRows />;
  const columns = columnsOf[of];
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-heading text-sm">
        <caption className="sr-only">{t(of)}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-t">
            <th scope="col" className={headingCell}>
              {t(of)}
            </th>
            {columns.map((column) => (
              <SortHeading key={column} column={column} label={t(column)} sorting={sorting} onSort={sortBy} />
            ))}
          </tr>
        </thead>
        <tbody>
          {(showsAll ? sorted : sorted.slice(0, firstRows)).map((row) => (
            <tr key={row.key} className="h-13 border-t hover:bg-hover">
              <th scope="row" className="max-w-48 py-1.5 pe-2 ps-4 text-start font-normal">
                <RowName of={of} row={row} />
              </th>
              {columns.map((column) => (
                <td
                  key={column}
                  className={cn(figureCell, !["leads", "collected"].includes(column) && "max-md:hidden")}
                >
                  <Cell column={column} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > firstRows && <ShowAll count={rows.length} showsAll={showsAll} onChange={setShowsAll} />}
    </div>
  );
}

export function NoRows() {
  const t = useTranslations("dashboard.tables");
  return <p className="border-t px-4 py-6 text-center text-sm text-subheading">{t("empty")}</p>;
}

interface ShowAllProps {
  count: number;
  showsAll: boolean;
  onChange: (showsAll: boolean) => void;
}

function ShowAll({ count, showsAll, onChange }: ShowAllProps) {
  const t = useTranslations("dashboard.tables");
  return (
    <div className="border-t p-1 text-center print:hidden">
      <Button variant="ghost" size="sm" onClick={() => onChange(!showsAll)} className="text-brand-text">
        {showsAll ? t("fewer") : t("more", { count })}
      </Button>
    </div>
  );
}

function RowName({ of, row }: { of: Kind; row: BreakdownRow }) {
  const text = useRowName()(of, row);
  return (
    <Link href={row.counts.total.href} className="flex min-w-0 items-center gap-2.5 hover:underline">
      {of === "seller" && <Avatar id={row.key ?? ""} name={text} size="sm" decorative />}
      <span className="truncate">{text}</span>
    </Link>
  );
}

/** What a row is called: those without a name say why. */
function useRowName(): (of: Kind, row: BreakdownRow) => string {
  const t = useTranslations("dashboard.tables");
  return (of, { key, name }) => {
    if (name) return name;
    const source = leadSources.find((one) => one === key);
    if (of === "source" && source) return t(`sourceOf.${source}`);
    if (of === "seller") return t("formerMember");
    return key === null ? t("sourceOf.manual") : t("formerStore");
  };
}

function Cell({ column, row }: { column: Column; row: BreakdownRow }) {
  const format = useFormatter();
  switch (column) {
    case "leads":
      return (
        <>
          <Link href={row.counts.total.href} className="block font-semibold hover:underline">
            {format.number(row.counts.total.value)}
          </Link>
          {row.counts.total.before !== null && (
            <Change value={row.counts.total.value} before={row.counts.total.before} />
          )}
        </>
      );
    case "waiting":
    case "rejected":
      return <CountCell {...row.counts[column]} />;
    case "confirmed":
      return <RateCell row={row} rate="confirmation" />;
    case "delivery":
      return <RateCell row={row} rate="delivery" />;
    case "collected":
      return row.money.slice(0, 3).map(({ currency, collected, href }, index) => (
        <Link
          key={currency}
          href={href}
          className={cn("block hover:underline", index > 0 && "text-subheading text-xs")}
        >
          <Money amount={collected} currency={currency} />
        </Link>
      ));
  }
}

function CountCell({ value, href }: { value: number; href: string }) {
  const format = useFormatter();
  if (value === 0) return <span className="text-subheading">–</span>;
  return (
    <Link href={href} className="hover:underline">
      {format.number(value)}
    </Link>
  );
}

function RateCell({ row, rate }: { row: BreakdownRow; rate: RowRateName }) {
  const t = useTranslations("dashboard.tables");
  const format = useFormatter();
  const { value, open } = row.rates[rate];
  const percent = (share: number, digits: number) =>
    format.number(share, { style: "percent", maximumFractionDigits: digits });
  return (
    <>
      {value.value === null ? (
        <span className="block text-subheading">–</span>
      ) : (
        <Link href={value.href} className="block hover:underline">
          {percent(value.value, 1)}
        </Link>
      )}
      {open.value !== null && open.value >= 0.01 && (
        <Link href={open.href} className="block text-subheading text-xs hover:underline">
          {t("open", { share: percent(open.value, 0) })}
        </Link>
      )}
    </>
  );
}

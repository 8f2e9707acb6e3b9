import type { getTranslations } from "next-intl/server";
import { type Column, csvHead, csvRows } from "#lib/export/csv.ts";
import { type BreakdownRow, type Dashboard, moneyNames } from "#lib/kpi/model.ts";

/** One figure of the dashboard; what is of no currency has none. */
interface FigureLine {
  figure: string;
  of: string | null;
  value: string | null;
  before: string | null;
  currency: string | null;
}

type Words = Awaited<ReturnType<typeof getTranslations<"dashboard">>>;

const percents = 4;

/** The figures of a dashboard as CSV for the clipboard, in the words of the page. Rates are shares between 0 and 1. */
export function figuresCsv(dashboard: Omit<Dashboard, "products">, t: Words): string {
  const columns: Column<FigureLine>[] = [
    { heading: t("csv.figure"), type: "text", value: ({ figure }) => figure },
    { heading: t("csv.of"), type: "text", value: ({ of }) => of },
    { heading: t("csv.value"), type: "number", value: ({ value }) => value },
    { heading: t("csv.before"), type: "number", value: ({ before }) => before },
    { heading: t("csv.currency"), type: "text", value: ({ currency }) => currency },
  ];
  const lines = [
    ...dashboard.counts.map(({ name, value, before }) => line(t(`counts.${name}`), value, before)),
    ...dashboard.rates.map(({ name, value, before }) =>
      line(t(`rates.${name}`), toShare(value), toShare(before)),
    ),
    ...dashboard.money.flatMap((money) =>
      moneyNames.map((name) => ({
        ...line(t(`money.${name}`), money[name].value, money[name].before),
        currency: money.currency,
      })),
    ),
    ...tableLines(t("tables.store"), dashboard.byStore, t),
    ...tableLines(t("tables.source"), dashboard.bySource, t),
    ...tableLines(t("tables.seller"), dashboard.bySeller ?? [], t),
  ];
  // The mark that tells Excel of UTF-8 is for files.
  return csvHead(columns).slice(1) + csvRows(columns, lines);
}

function line(figure: string, value: number | string | null, before: number | string | null): FigureLine {
  const write = (number: number | string | null) => (number === null ? null : String(number));
  return { figure, of: null, value: write(value), before: write(before), currency: null };
}

function toShare(share: number | null): string | null {
  return share === null ? null : share.toFixed(percents);
}

function tableLines(kind: string, rows: BreakdownRow[], t: Words): FigureLine[] {
  return rows.flatMap((row) => {
    const of = t("csv.part", { kind, name: row.name ?? row.key ?? t("tables.sourceOf.manual") });
    const { total } = row.counts;
    return [
      { ...line(t("counts.total"), total.value, total.before), of },
      ...row.money.map(({ currency, collected }) => ({
        ...line(t("money.collected"), collected, null),
        of,
        currency,
      })),
    ];
  });
}

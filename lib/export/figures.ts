import type { getTranslations } from "next-intl/server";
import { type Column, csvHead, csvRows } from "#lib/export/csv.ts";
import {
  type BreakdownRow,
  type Dashboard,
  type FunnelStep,
  type MoneyOfCurrency,
  moneyNames,
} from "#lib/kpi/model.ts";

import { leadSources } from "#lib/leads/model.ts";

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
    ...dashboard.money.flatMap(moneyLines(t)),
    ...dashboard.funnel.flatMap(funnelLines(t)),
    ...tableLines("store", dashboard.byStore, t),
    ...tableLines("source", dashboard.bySource, t),
    ...tableLines("seller", dashboard.bySeller ?? [], t),
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

function moneyLines(t: Words) {
  return ({ currency, average, ...money }: MoneyOfCurrency): FigureLine[] => [
    ...moneyNames.map((name) => ({
      ...line(t(`money.${name}`), money[name].value, money[name].before),
      currency,
    })),
    { ...line(t("money.average"), average?.value ?? null, average?.before ?? null), currency },
  ];
}

/** A step, and by reason what stayed at it. */
function funnelLines(t: Words) {
  return ({ name, value, before, stayed }: FunnelStep): FigureLine[] => [
    { ...line(t(`funnel.${name}`), value, before), of: t("funnel.title") },
    ...stayed.map((part) => ({
      ...line(t(part.isLost ? "funnel.lost" : "funnel.stillOpen"), part.value, part.before),
      of: t(`funnel.reasonNames.${part.reason}`),
    })),
  ];
}

type Table = "store" | "source" | "seller";

/** Those without a name are called what the page calls them. */
function rowName(table: Table, { key, name }: BreakdownRow, t: Words): string {
  const source = leadSources.find((one) => one === key);
  if (name) return name;
  if (table === "source" && source) return t(`tables.sourceOf.${source}`);
  if (table === "seller") return t("tables.formerMember");
  return t(key === null ? "tables.sourceOf.manual" : "tables.formerStore");
}

function tableLines(table: Table, rows: BreakdownRow[], t: Words): FigureLine[] {
  return rows.flatMap((row) => {
    const of = t("csv.part", { kind: t(`tables.${table}`), name: rowName(table, row, t) });
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

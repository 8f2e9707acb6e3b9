import { Decimal } from "decimal.js";
import { minimumDecimals } from "#lib/base/money/currencies.ts";
import { type CountName, type MoneyName, moneyNames } from "#lib/kpi/model.ts";
import { type FigureRule, type LeadFigure, leadFigures, leadSteps } from "#lib/leads/steps.ts";
import type { KpiStatus } from "#lib/sales/statuses.ts";

/** What is counted of leads, as columns: how many are at each step, and of these not asked to confirm; money in thousandths. */
export const countColumns = [...leadSteps, "not_asked", "priced"] as const;
export const moneyColumns = ["worth", "collected", "on_its_way", "lost"] as const;
export type CountColumn = (typeof countColumns)[number];
export type MoneyColumn = (typeof moneyColumns)[number];

/** One row of sums; amounts are whole thousandths as text. */
export type Sums = Record<CountColumn, number> & Record<MoneyColumn, string>;

/** What leads are added up by: all of them, and each store, seller and source. */
export const sumParts = ["all", "store", "seller", "source"] as const;
export type SumPart = (typeof sumParts)[number];

/** What sums are of. */
export interface SumsKey {
  period: "current" | "before";
  part: SumPart;
  /** The id of the store or seller, or the source; null: of all, or of leads of no store. */
  key: string | null;
  /** Null: no currency, or one that the world does not know. */
  currency: string | null;
}

export type KeyedSums = SumsKey & Sums;

/** What became of the leads whose worth a column adds up; null: of all. */
export const statusOfMoney: Record<MoneyColumn, KpiStatus | null> = {
  worth: null,
  collected: "paid",
  on_its_way: "shipped",
  lost: "rejected",
};

const columnOfMoney: Record<MoneyName, MoneyColumn> = {
  worth: "worth",
  collected: "collected",
  underWay: "on_its_way",
  lost: "lost",
};

/** The figure that lists the leads of an amount. */
export const figureOfMoney: Record<MoneyName, LeadFigure> = {
  worth: "all",
  collected: "paid",
  underWay: "shipped",
  lost: "rejected",
};

export const figureOfCount: Record<CountName, LeadFigure> = {
  total: "all",
  waiting: "waiting",
  paid: "paid",
  shipped: "shipped",
  rejected: "rejected",
};

/** How many leads a figure counts. */
export function countOf(rows: readonly Sums[], figure: LeadFigure): number {
  const rule: FigureRule = leadFigures[figure];
  const ofRow = (row: Sums) =>
    rule.steps.reduce((sum, step) => sum + row[step], rule.isAsked ? -row.not_asked : 0);
  return rows.reduce((sum, row) => sum + ofRow(row), 0);
}

/** The money of one currency. */
export function moneyOf(
  rows: readonly KeyedSums[],
  currency: string,
): Record<MoneyName, string> & { average: string | null } {
  const own = rows.filter((row) => row.currency === currency);
  const total = (column: MoneyColumn) =>
    own.reduce((sum, row) => sum.plus(row[column]), new Decimal(0)).div(1_000);
  const priced = own.reduce((sum, row) => sum + row.priced, 0);
  const amounts = Object.fromEntries(moneyNames.map((name) => [name, total(columnOfMoney[name]).toFixed(3)]));
  return {
    ...(amounts as Record<MoneyName, string>),
    average: priced > 0 ? total("worth").div(priced).toFixed(minimumDecimals(currency)) : null,
  };
}

/** The currencies that leads are in, the most used one first. */
export function currenciesOf(rows: readonly KeyedSums[]): string[] {
  const uses = new Map<string, number>();
  for (const { currency, priced } of rows) {
    if (currency !== null && priced > 0) uses.set(currency, (uses.get(currency) ?? 0) + priced);
  }
  return [...uses]
    .sort(([a, most], [b, least]) => least - most || a.localeCompare(b))
    .map(([currency]) => currency);
}

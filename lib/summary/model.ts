import type { CountName } from "#lib/kpi/model.ts";

/** More currencies than anybody reads of in a summary. */
export const mostCurrencies = 5;

/** How a day went, and what needs a hand now, as one person may see it. */
export interface DaySummary {
  /** The day as midnight UTC. */
  day: Date;
  /** Whether it is not over yet. */
  isToday: boolean;
  /** The dashboard of the day: a path of Astra, as the others below. */
  href: string;
  /** The leads that arrived on the day, by what has become of them; `before` are those of the day before. */
  counts: { name: CountName; value: number; before: number; href: string }[];
  /** By currency, the one with the most leads first: what the day's orders are worth. Decimal strings, never added up. */
  money: { currency: string; worth: string; href: string }[];
  needs: SummarisedNeed[];
}

/** What needs a hand, whatever the day: leads to call first, then as the dashboard has it. */
export interface SummarisedNeed {
  kind:
    | "to_call"
    | "waiting_long"
    | "call_backs_overdue"
    | "failed_deliveries"
    | "oversold"
    | "out_of_stock"
    | "low_stock"
    | "silent_stores";
  count: number;
  /** There are more than are counted. */
  isCapped: boolean;
  /** A path of Astra. */
  href: string;
}

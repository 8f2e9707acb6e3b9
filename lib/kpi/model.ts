import type { LeadSource } from "#lib/leads/model.ts";
import type { LeadFigure } from "#lib/leads/steps.ts";
import type { StoreChoice } from "#lib/team/names.ts";

/** The ranges of the dashboard; those of several days end today. */
export const ranges = [
  "today",
  "yesterday",
  "7_days",
  "30_days",
  "this_month",
  "last_month",
  "this_quarter",
  "this_year",
  "custom",
] as const;
export type Range = (typeof ranges)[number];

/** What a range is compared with: as many days before it, the same days a year before, or nothing. */
export const comparisons = ["previous", "year", "none"] as const;

/** By what a trend counts. */
export const grains = ["hour", "day", "week", "month"] as const;
export type Grain = (typeof grains)[number];

/** Whole days, both included, each as midnight UTC. */
export interface Days {
  from: Date;
  to: Date;
}

/** The five counts that a dashboard begins with. */
export const countNames = ["total", "waiting", "paid", "shipped", "rejected"] as const;
export type CountName = (typeof countNames)[number];

/** A number of leads, and the list of exactly these. */
export interface Counted {
  value: number;
  /** In the period compared with; null when there is none. */
  before: number | null;
  href: string;
}

export interface CountFigure extends Counted {
  name: CountName;
}

export const moneyNames = ["worth", "collected", "underWay", "lost"] as const;
export type MoneyName = (typeof moneyNames)[number];

/** An amount as a decimal string, and the list of the leads that it is of. */
export interface Amount {
  value: string;
  before: string | null;
  href: string;
}

/** The money of one currency; unlike currencies are never added up. The one with the most leads comes first. */
export interface MoneyOfCurrency extends Record<MoneyName, Amount> {
  currency: string;
  /** What a lead with a value is worth on average; null without any. */
  average: { value: string; before: string | null } | null;
}

export const rateNames = ["confirmation", "delivery", "return", "cash"] as const;
export type RateName = (typeof rateNames)[number];

/** A share of the leads that are decided, and those that may still become either. */
export interface Rate {
  name: RateName;
  /** Between 0 and 1; null when nothing is decided. */
  value: number | null;
  before: number | null;
  /** What the share is of; of returns those that came back. */
  part: Counted;
  /** What was decided otherwise. */
  rest: Counted;
  open: Counted;
}

/** How many leads arrived in a stretch of time, by what became of them. */
export interface TrendPoint {
  /** The first instant of the stretch. */
  at: Date;
  /** The first and last day of the stretch as midnight UTC; of an hour its day. */
  days: Days;
  counts: Record<CountName, number>;
  href: string;
}

export interface Trend {
  grain: Grain;
  /** The grains that the range can be shown by. */
  grains: Grain[];
  points: TrendPoint[];
  /** The period compared with, point by point; it may have more or fewer points. */
  before: TrendPoint[] | null;
}

export const funnelSteps = ["arrived", "confirmed", "shipped", "delivered", "paid"] as const;
export type FunnelStepName = (typeof funnelSteps)[number];

/** Why leads are at a step of the funnel and not at the next one. */
export const funnelReasons = [
  "uncalled",
  "no_answer",
  "postponed",
  "wrong_number",
  "said_no",
  "fake",
  "duplicate",
  "cancelled_before",
  "cancelled_after",
  "to_ship",
  "under_way",
  "refused",
  "returned",
  "delivered_unpaid",
] as const satisfies readonly LeadFigure[];
export type FunnelReason = (typeof funnelReasons)[number];

export interface FunnelStep extends Counted {
  name: FunnelStepName;
  /** Of those of the step before; null for the first, and when there are none. */
  share: number | null;
  /** What did not come on to the next step: lost for good, or still open; null where nothing can be. */
  lost: Counted | null;
  open: Counted | null;
  /** The same by reason. Only reasons that some lead has. */
  stayed: (Counted & { reason: FunnelReason; isLost: boolean })[];
}

/** The rates that a table has. */
export const rowRateNames = ["confirmation", "delivery"] as const satisfies readonly RateName[];
export type RowRateName = (typeof rowRateNames)[number];

/** Between 0 and 1, null of nothing; and the list of the leads that it is a share of. */
export interface Share {
  value: number | null;
  href: string;
}

/** One row of a table by store, source or seller. */
export interface BreakdownRow {
  /** The id of a store or seller, or a source; null: leads of no store, those entered by hand. */
  key: string | null;
  /** Null: as the key says, a source or a store that has no name for the person. */
  name: string | null;
  counts: Record<CountName, Counted>;
  /** With the list of the leads that an amount was collected of. */
  money: { currency: string; collected: string; href: string }[];
  /** Of what is decided, and how much of all is still open. */
  rates: Record<RowRateName, { value: Share; open: Share }>;
}

export interface ProductRow {
  /** Null: the store gives it none. */
  sku: string | null;
  name: string;
  /** As ordered now, after edits; a decimal string. */
  units: string;
  unitsBefore: string | null;
  /** With the list of the leads in that currency; null without a SKU. */
  money: { currency: string; worth: string; href: string | null }[];
  /** The leads with its SKU; null without one. */
  href: string | null;
}

/** All that the dashboard says of a range. */
export interface Dashboard {
  days: Days;
  /** The days compared with. */
  before: Days | null;
  counts: CountFigure[];
  money: MoneyOfCurrency[];
  rates: Rate[];
  trend: Trend;
  funnel: FunnelStep[];
  byStore: BreakdownRow[];
  bySource: BreakdownRow[];
  /** Null for those who see only what is their own. */
  bySeller: BreakdownRow[] | null;
  /** The best-selling ones. */
  products: ProductRow[];
}

/** What needs a hand now, whatever the range. */
export type Need =
  | {
      kind:
        | "waiting_long"
        | "call_backs_overdue"
        | "failed_deliveries"
        | "oversold"
        | "out_of_stock"
        | "low_stock";
      count: number;
      isCapped: boolean;
      href: string;
    }
  | { kind: "silent_store"; id: string; name: string; at: Date; href: string }
  | { kind: "restocked"; id: string; name: string; at: Date; href: string };

/** What the dashboard can be filtered by. */
export interface DashboardOptions {
  stores: StoreChoice[];
  sellers: { id: string; name: string }[];
  sources: LeadSource[];
}

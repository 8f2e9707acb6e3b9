import { type Role, seesEverything } from "#lib/base/auth/permissions.ts";
import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { days, hour, movingDays, oneOf, onlyIf, someIds, someOf, text } from "#lib/base/list/params.ts";
import { hourRange } from "#lib/base/time/day.ts";
import { instantsAsked } from "#lib/base/time/day-ranges.ts";
import { type LeadSource, leadSources } from "#lib/leads/model.ts";
import { type ShownStatus, shownStatusNames } from "#lib/leads/shown-status.ts";
import { type LeadFigure, leadFigureNames } from "#lib/leads/steps.ts";
import {
  type CodStatus,
  codStatuses,
  type KpiStatus,
  kpiStatuses,
  type LogisticStatus,
  logisticStatuses,
} from "#lib/sales/statuses.ts";

/** The work queues: tabs over the list. */
export const leadViews = ["all", "to_call", "no_answer", "to_ship", "shipped", "returned"] as const;
export type LeadView = (typeof leadViews)[number];

/** How the money comes: at the door, or ahead, later or nobody knows how. */
export const leadPayments = ["cash_on_delivery", "otherwise"] as const;
export type LeadPayment = (typeof leadPayments)[number];

export const leadList = defineList({
  name: "leads",
  sorts: { due: "ascending", newest: "descending", oldest: "ascending", value: "descending" },
  params: {
    status: someOf(shownStatusNames),
    cod: someOf(codStatuses),
    kpi: someOf(kpiStatuses),
    logistic: someOf(logisticStatuses),
    payment: someOf(leadPayments),
    figure: someOf(leadFigureNames),
    source: someOf(leadSources),
    currency: text,
    store: someIds,
    tag: someIds,
    seller: someIds,
    sku: text,
    arrived: movingDays,
    ...days,
    hour,
    late: onlyIf,
  },
  tabs: { view: oneOf(leadViews) },
  // Only where leads are called is one of them due.
  sortNames: ({ view }) => (view === "to_call" ? {} : { due: "newest", newest: null }),
});

export type LeadListParams = ParamsOf<typeof leadList>;

/** The parameters of the list as the query takes them: days are instants. */
export interface LeadFilter {
  view: LeadView;
  /** What the lead shows. */
  statuses: ShownStatus[];
  payments: LeadPayment[];
  cod: CodStatus[];
  kpi: KpiStatus[];
  logistic: LogisticStatus[];
  /** Figures of the dashboard; the list shows the leads that any of them counts. */
  figures: LeadFigure[];
  sources: LeadSource[];
  currency: string | null;
  stores: string[];
  tags: string[];
  /** Only for those who see everything. */
  sellers: string[];
  sku: string | null;
  /** Half-open: from the first instant of the first day to the first instant after the last. */
  arrivedFrom: Date | null;
  arrivedBefore: Date | null;
  /** Only what we heard of more than a day after it was ordered. */
  isLate: boolean;
}

/** What a filter asks, with what the role may not ask ignored. */
export function toLeadFilter(params: LeadListParams, session: { role: Role; timezone: string }): LeadFilter {
  const mayAskForAll = seesEverything(session.role);
  const arrived = params.hour
    ? hourRange(params.hour, session.timezone)
    : instantsAsked(params.arrived, params, session.timezone);
  return {
    view: params.view,
    statuses: params.status,
    payments: params.payment,
    cod: params.cod,
    kpi: params.kpi,
    logistic: params.logistic,
    figures: params.figure,
    sources: params.source,
    currency: params.currency || null,
    stores: params.store,
    tags: params.tag,
    sellers: mayAskForAll ? params.seller : [],
    sku: params.sku.trim() || null,
    arrivedFrom: arrived.from,
    arrivedBefore: arrived.before,
    isLate: params.late,
  };
}

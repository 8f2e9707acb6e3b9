import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsIsoDate,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from "nuqs/server";
import { type Role, seesEverything } from "#lib/base/auth/permissions.ts";
import { parseAsId, parseAsText } from "#lib/base/list/params.ts";
import { dayRange } from "#lib/base/time/day.ts";
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

export const leadSorts = ["newest", "oldest", "value"] as const;

export const pageSizes = [25, 50, 100] as const;

/**
 * Everything of the leads list that stands in its URL, for the server and the browser alike. Junk falls to the default; `from` and
 * `to` are whole days in the person's time zone, both included.
 */
export const leadListParams = {
  view: parseAsStringLiteral(leadViews).withDefault("all"),
  q: parseAsText.withDefault(""),
  cod: parseAsArrayOf(parseAsStringLiteral(codStatuses)).withDefault([]),
  kpi: parseAsArrayOf(parseAsStringLiteral(kpiStatuses)).withDefault([]),
  logistic: parseAsArrayOf(parseAsStringLiteral(logisticStatuses)).withDefault([]),
  store: parseAsArrayOf(parseAsId).withDefault([]),
  tag: parseAsArrayOf(parseAsId).withDefault([]),
  seller: parseAsArrayOf(parseAsId).withDefault([]),
  sku: parseAsText.withDefault(""),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  sort: parseAsStringLiteral(leadSorts).withDefault("newest"),
  size: parseAsNumberLiteral(pageSizes).withDefault(50),
  after: parseAsText.withDefault(""),
  before: parseAsText.withDefault(""),
};

export type LeadListParams = inferParserType<typeof leadListParams>;

/** Reads the list's parameters from a query string. */
export const loadLeadListParams = createLoader(leadListParams);

/** Writes the list's parameters as a query string; defaults are left out. */
export const leadListUrl = createSerializer(leadListParams);

/** What takes the search and all filters off, and leaves the tab and the order. */
export const noLeadFilters = {
  q: null,
  cod: null,
  kpi: null,
  logistic: null,
  store: null,
  tag: null,
  seller: null,
  sku: null,
  from: null,
  to: null,
} satisfies { [Name in keyof LeadListParams]?: null };

/** Whether the search or a filter leaves less in the list than its tab holds. */
export function isNarrowed(params: LeadListParams): boolean {
  return leadListUrl(params) !== leadListUrl({ ...params, ...noLeadFilters });
}

/** The parameters of the list as the query takes them: days are instants. */
export interface LeadFilter {
  view: LeadView;
  cod: CodStatus[];
  kpi: KpiStatus[];
  logistic: LogisticStatus[];
  stores: string[];
  tags: string[];
  /** Only for those who see everything. */
  sellers: string[];
  sku: string | null;
  /** Half-open: from the first instant of the first day to the first instant after the last. */
  arrivedFrom: Date | null;
  arrivedBefore: Date | null;
}

/** What a filter asks, with what the role may not ask ignored. */
export function toLeadFilter(params: LeadListParams, session: { role: Role; timezone: string }): LeadFilter {
  const mayAskForAll = seesEverything(session.role);
  const arrived = dayRange(params, session.timezone);
  return {
    view: params.view,
    cod: params.cod,
    kpi: params.kpi,
    logistic: params.logistic,
    stores: params.store,
    tags: params.tag,
    sellers: mayAskForAll ? params.seller : [],
    sku: mayAskForAll ? params.sku.trim() || null : null,
    arrivedFrom: arrived.from,
    arrivedBefore: arrived.before,
  };
}

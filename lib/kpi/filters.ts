import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsIsoDate,
  parseAsStringLiteral,
} from "nuqs/server";
import { parseAsId, parseAsText } from "#lib/base/list/params.ts";
import { comparisons, grains, ranges } from "#lib/kpi/model.ts";
import { leadSources } from "#lib/leads/model.ts";

/**
 * Everything of the dashboard that stands in its URL. Junk falls to the default. `from` and `to` are whole days in the person's time zone,
 * both included, and count only with the range `custom`; without a `grain` the range decides it.
 */
export const dashboardParams = {
  range: parseAsStringLiteral(ranges).withDefault("30_days"),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  compare: parseAsStringLiteral(comparisons).withDefault("previous"),
  grain: parseAsStringLiteral(grains),
  store: parseAsArrayOf(parseAsId).withDefault([]),
  seller: parseAsArrayOf(parseAsId).withDefault([]),
  source: parseAsArrayOf(parseAsStringLiteral(leadSources)).withDefault([]),
  /** One SKU. */
  product: parseAsText.withDefault(""),
};

export type DashboardParams = inferParserType<typeof dashboardParams>;

/** Reads the dashboard's parameters from a query string. */
export const loadDashboardParams = createLoader(dashboardParams);

/** Writes the dashboard's parameters as a query string; defaults are left out. */
export const dashboardUrl = createSerializer(dashboardParams);

/** What takes all filters off, and leaves the range. */
export const noDashboardFilters = {
  store: null,
  seller: null,
  source: null,
  product: null,
} satisfies { [Name in keyof DashboardParams]?: null };

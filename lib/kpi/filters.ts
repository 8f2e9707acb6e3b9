import { createLoader, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { days, oneOf, someIds, someOf, text } from "#lib/base/list/params.ts";
import { comparisons, grains, ranges } from "#lib/kpi/model.ts";
import { leadSources } from "#lib/leads/model.ts";

/**
 * Everything of the dashboard that stands in its URL. Junk falls to the default. `from` and `to` are whole days in the person's time zone,
 * both included, and count only with the range `custom`; without a `grain` the range decides it.
 */
export const dashboardParams = {
  range: parseAsStringLiteral(ranges).withDefault("30_days"),
  ...days,
  compare: oneOf(comparisons),
  grain: parseAsStringLiteral(grains),
  store: someIds,
  seller: someIds,
  source: someOf(leadSources),
  /** One SKU. */
  product: text,
};

export type DashboardParams = inferParserType<typeof dashboardParams>;

/** Reads the dashboard's parameters from a query string. */
export const loadDashboardParams = createLoader(dashboardParams);

/** What takes all filters off, and leaves the range. */
export const noDashboardFilters = {
  store: null,
  seller: null,
  source: null,
  product: null,
} satisfies { [Name in keyof DashboardParams]?: null };

import type { ColumnSort } from "#components/data-table/columns.ts";
import { byAmount, byTime } from "#components/data-table/sorting.ts";
import { type LeadListParams, leadListUrl } from "#lib/leads/filters.ts";

/** Where the headers of the leads list lead. */
export function leadSorting(params: LeadListParams): Record<string, ColumnSort> {
  const hrefOf = (sort: LeadListParams["sort"]) =>
    leadListUrl("/leads", { ...params, sort, after: null, before: null });
  return {
    arrived: byTime(params.sort, hrefOf),
    total: byAmount("value", params.sort, hrefOf),
  };
}

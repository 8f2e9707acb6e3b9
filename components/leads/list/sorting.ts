import type { ColumnSort } from "#components/list/table/columns.ts";
import { byAmount, byTime } from "#components/list/table/sorting.ts";
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

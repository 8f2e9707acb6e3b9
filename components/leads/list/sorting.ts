import type { ColumnSort } from "#components/data-table/columns.ts";
import { type LeadListParams, leadListUrl } from "#lib/leads/filters.ts";

/** Where the headers of the leads list lead. By value there is one way only: the highest first. */
export function leadSorting(params: LeadListParams): Record<string, ColumnSort> {
  const by = (sort: LeadListParams["sort"]) =>
    leadListUrl("/leads", { ...params, sort, after: null, before: null });
  const directions = { newest: "descending", oldest: "ascending", value: null } as const;
  return {
    arrived: { href: by(params.sort === "newest" ? "oldest" : "newest"), direction: directions[params.sort] },
    total: {
      href: by(params.sort === "value" ? "newest" : "value"),
      direction: params.sort === "value" ? "descending" : null,
    },
  };
}

import type { LeadListParams } from "#lib/leads/filters.ts";

/** What the list can be filtered by, in the order of the chips. */
export const filterKinds = ["cod", "kpi", "logistic", "store", "tag", "arrived", "seller", "sku"] as const;
export type FilterKind = (typeof filterKinds)[number];

/** The kinds that choose some of a set. */
export type OptionKind = Exclude<FilterKind, "arrived" | "sku">;

/** Only for those who see the whole workspace. */
export const kindsForAll: readonly FilterKind[] = ["seller", "sku"];

/** A change of the list's parameters; null is the default. */
export type ParamsPatch = { [Name in keyof LeadListParams]?: LeadListParams[Name] | null };

/** Whether a filter is on. */
export function isActive(params: LeadListParams, kind: FilterKind): boolean {
  if (kind === "arrived") return params.from !== null || params.to !== null;
  return params[kind].length > 0;
}

/** What takes a filter off. */
export function withoutFilter(kind: FilterKind): ParamsPatch {
  return kind === "arrived" ? { from: null, to: null } : { [kind]: null };
}

/** What takes all filters and the search off. */
export const noFilters: ParamsPatch = {
  q: null,
  ...Object.assign({}, ...filterKinds.map(withoutFilter)),
};

/** Whether the list shows anything else than its tab does. */
export function isNarrowed(params: LeadListParams): boolean {
  return params.q !== "" || filterKinds.some((kind) => isActive(params, kind));
}

const namedInChip = 2;

/** "Lumea.ro, Casa Vie +2": the first of what a filter lets through, and how many more. */
export function chipText(labels: string[]): string {
  const rest = labels.length - namedInChip;
  const named = labels.slice(0, namedInChip).join(", ");
  return rest > 0 ? `${named} +${rest}` : named;
}

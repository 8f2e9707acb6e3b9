import type { ColumnSort } from "#components/list/table/columns.ts";
import type { SortChoice } from "#components/list/table/sort-menu.tsx";

type TimeSort = "newest" | "oldest";

const directions: Record<string, ColumnSort["direction"]> = { newest: "descending", oldest: "ascending" };

/** Sorts by when rows came: the newest first, or the other way round. */
export function byTime(sort: string, hrefOf: (sort: TimeSort) => string): ColumnSort {
  return { href: hrefOf(sort === "newest" ? "oldest" : "newest"), direction: directions[sort] ?? null };
}

/** Sorts by an amount. There is one way only, the highest first, and from there back to the newest. */
export function byAmount<Sort extends string>(
  name: Sort,
  sort: string,
  hrefOf: (sort: Sort | "newest") => string,
): ColumnSort {
  const isSorted = sort === name;
  return { href: hrefOf(isSorted ? "newest" : name), direction: isSorted ? "descending" : null };
}

/** The orders that a list can have, for the menu of them. */
export function choicesOf<Sort extends SortChoice["sort"]>(
  sorts: readonly Sort[],
  current: Sort,
  hrefOf: (sort: Sort) => string,
): SortChoice[] {
  return sorts.map((sort) => ({ sort, href: hrefOf(sort), isCurrent: sort === current }));
}

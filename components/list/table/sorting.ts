import type { ColumnSort } from "#components/list/table/columns.ts";
import type { SortChoice } from "#components/list/table/sort-menu.tsx";
import type { List, ListParams, SortName } from "#lib/base/list/define.ts";

const firstPage = { after: null, before: null };

interface SortedColumn {
  id: string;
  /** The orders that a press on the header goes through: the first, then the second, or else the usual one of the list. */
  sorts?: readonly [SortName, SortName?];
}

/** Where the headers lead, by the column's id. */
export function columnSorts(
  list: List,
  params: ListParams,
  columns: readonly SortedColumn[],
): Record<string, ColumnSort> {
  const [usual] = sortsOf(list);
  const entries = columns.flatMap(({ id, sorts }) => {
    if (!sorts) return [];
    const [first, second = usual] = sorts;
    const sort = params.sort === first ? second : first;
    const direction = sorts.includes(params.sort) ? (list.sorts[params.sort] ?? null) : null;
    return [[id, { href: list.url({ ...params, ...firstPage, sort }), direction }] as const];
  });
  return Object.fromEntries(entries);
}

/** The orders that a list can have, for the menu of them. */
export function sortChoices(list: List, params: ListParams): SortChoice[] {
  return sortsOf(list).map((sort) => ({
    sort,
    href: list.url({ ...params, ...firstPage, sort }),
    isCurrent: sort === params.sort,
  }));
}

function sortsOf({ sorts }: List): SortName[] {
  return Object.keys(sorts) as SortName[];
}

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
  const offered = list.sortsIn(params);
  const current = nameOf(offered, params);
  const entries = columns.flatMap(({ id, sorts }) => {
    if (!sorts) return [];
    const [first, second = offered[0]?.name] = sorts;
    const wanted = current === first ? second : first;
    const sort = offered.find(({ name }) => name === wanted)?.sort ?? null;
    const direction = current && sorts.includes(current) ? (list.sorts[current] ?? null) : null;
    return [[id, { href: list.url({ ...params, ...firstPage, sort }), direction }] as const];
  });
  return Object.fromEntries(entries);
}

/** The orders that a list can have, for the menu of them. */
export function sortChoices(list: List, params: ListParams): SortChoice[] {
  const offered = list.sortsIn(params);
  const current = nameOf(offered, params);
  return offered.map(({ sort, name }) => ({
    sort: name,
    href: list.url({ ...params, ...firstPage, sort }),
    isCurrent: name === current,
  }));
}

/** What the list's order is called; one that is not on offer here is what it says. */
function nameOf(offered: ReturnType<List["sortsIn"]>, { sort }: ListParams): SortName {
  return offered.find((one) => one.sort === sort)?.name ?? sort;
}

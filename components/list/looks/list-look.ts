import type { Density } from "#lib/base/list/looks/model.ts";

/** How a person has a list. */
export interface ListLook {
  density: Density;
  /** Ids of columns that are not shown. */
  hidden: string[];
  /** Ids of columns from the left; those that are not named follow as they are. */
  order: string[];
  /** Ids of columns that an export leaves out; an export has columns of its own. */
  leftOut?: string[];
}

export const defaultLook: ListLook = { density: "comfortable", hidden: [], order: [] };

/** The columns' ids as they stand, from the left. */
export function arrangeColumns(ids: string[], order: string[]): string[] {
  const known = order.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

/** The columns that are shown, from the left. */
export function shownColumns<Column extends { id: string }>(
  columns: readonly Column[],
  { order, hidden }: ListLook,
): Column[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return arrangeColumns([...byId.keys()], order)
    .filter((id) => !hidden.includes(id))
    .flatMap((id) => byId.get(id) ?? []);
}

/** A column in the place of the next one shown to the left (-1) or right (1), which takes its place; null at the edge. */
export function moveColumn(ids: string[], hidden: string[], id: string, by: -1 | 1): string[] | null {
  const place = ids.indexOf(id);
  const beside = by < 0 ? ids.slice(0, place).reverse() : ids.slice(place + 1);
  const neighbour = beside.find((one) => !hidden.includes(one));
  return neighbour ? ids.with(place, neighbour).with(ids.indexOf(neighbour), id) : null;
}

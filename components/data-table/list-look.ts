/** Row heights: 28, 40 and 52 px. The smallest has no second line. */
export const densities = ["compact", "medium", "comfortable"] as const;
export type Density = (typeof densities)[number];

/** How a person has a list. */
export interface ListLook {
  density: Density;
  /** Ids of columns that are not shown. */
  hidden: string[];
  /** Ids of columns from the left; those that are not named follow as they are. */
  order: string[];
}

export const defaultLook: ListLook = { density: "comfortable", hidden: [], order: [] };

/** The columns' ids as they stand, from the left. */
export function orderColumns(ids: string[], order: string[]): string[] {
  const known = order.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

/** One column a place to the left (-1) or right (1). */
export function moveColumn(ids: string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  return ids.with(from, ids[to] ?? id).with(to, id);
}

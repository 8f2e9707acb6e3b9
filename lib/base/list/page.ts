import { type Cursor, cursorSchema, encodeCursor } from "#lib/base/list/cursor.ts";

/** Counting stops here: beyond it a list says "1,000+". To count on would take longer than the page itself. */
export const countedUpTo = 1_000;

/** How many rows a list has in all; `isCapped` says that there may be more. */
export interface Count {
  total: number;
  isCapped: boolean;
}

/** What a count that stopped one beyond `countedUpTo` says. */
export function toCount(counted: number): Count {
  return { total: Math.min(counted, countedUpTo), isCapped: counted > countedUpTo };
}

/** How many rows a list has, without counting them: a first page that is not full holds them all. Null: count. */
export function countOnFirstPage(rows: readonly unknown[], size: number, isFirst: boolean): Count | null {
  return isFirst && rows.length <= size ? { total: rows.length, isCapped: false } : null;
}

/** One page of a list; the cursors lead to the pages beside it, where there are any. */
export interface Page<Row> extends Count {
  rows: Row[];
  next: string | null;
  previous: string | null;
}

/** How a query string asks for a page. */
export interface PageParams {
  /** Only "oldest" is upwards. */
  sort: string;
  after: string;
  before: string;
  size: number;
}

/** Where a page lies in a list, and which way it is read; a page before another one is read backwards. */
export interface PagePlace {
  isAscending: boolean;
  isBackwards: boolean;
  /** The row that the page comes after, in the direction it is read. */
  beyond: Cursor | null;
}

/** The whole list from its newest row on. */
export const fromNewest: PagePlace = { isAscending: false, isBackwards: false, beyond: null };

/** Reads where a page lies; what is no cursor leads to the first page. */
export function placeOf({ sort, after, before }: PageParams): PagePlace {
  const next = parseCursor(after);
  const previous = next ? null : parseCursor(before);
  const isBackwards = previous !== null;
  return { isAscending: (sort === "oldest") !== isBackwards, isBackwards, beyond: next ?? previous };
}

function parseCursor(text: string): Cursor | null {
  return cursorSchema.safeParse(text).data ?? null;
}

/** Makes a page of the rows of a query that asked for one more than a page holds, to know whether there is another. */
export function toPage<Row>(
  rows: Row[],
  count: Count,
  { size }: PageParams,
  { isBackwards, beyond }: PagePlace,
  cursorOf: (row: Row) => Cursor,
): Page<Row> {
  const hasMore = rows.length > size;
  const shown = rows.slice(0, size);
  if (isBackwards) shown.reverse();
  const link = (isThere: boolean, row: Row | undefined) =>
    isThere && row ? encodeCursor(cursorOf(row)) : null;
  return {
    rows: shown,
    next: link(isBackwards || hasMore, shown.at(-1)),
    previous: link(isBackwards ? hasMore : beyond !== null, shown[0]),
    ...atLeast(shown.length, count),
  };
}

/** A count among the newest rows may know of fewer than a page shows. */
export function atLeast(shown: number, { total, isCapped }: Count): Count {
  return { total: Math.max(total, shown), isCapped };
}

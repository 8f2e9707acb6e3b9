import { type Cursor, encodeCursor, type KeyType, readCursor } from "#lib/base/list/cursor.ts";

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

/** Which page of a list a query string asks for. */
export interface PageParams {
  after: string;
  before: string;
  size: number;
}

/** Where a page lies in a list: what it comes after, or, read backwards, before. */
export interface PagePlace {
  from: Cursor | null;
  isBackwards: boolean;
}

/** The beginning of a list. */
export const fromStart: PagePlace = { from: null, isBackwards: false };

/**
 * Reads where a page lies; what is no cursor leads to the first page.
 *
 * @param types what the list, or each part of it, is ordered by
 */
export function placeOf({ after, before }: PageParams, ...types: KeyType[]): PagePlace {
  const next = readCursor(after, types);
  const previous = next ? null : readCursor(before, types);
  return { from: next ?? previous, isBackwards: previous !== null };
}

/** Makes a page of the rows of a query that asked for one more than a page holds, to know whether there is another. */
export function toPage<Row>(
  rows: Row[],
  count: Count,
  { size }: PageParams,
  { from, isBackwards }: PagePlace,
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
    previous: link(isBackwards ? hasMore : from !== null, shown[0]),
    ...atLeast(shown.length, count),
  };
}

/** A count among the newest rows may know of fewer than a page shows. */
function atLeast(shown: number, { total, isCapped }: Count): Count {
  return { total: Math.max(total, shown), isCapped };
}

import { type Cursor, encodeCursor, type KeyType, passedBy, readCursor } from "#lib/base/list/cursor.ts";

/** A page that is waited for counts no further: beyond it a list says "1,000+" until it is known better. */
export const countedUpTo = 1_000;

/** So far is counted after the page, which would else take longer than to read it; beyond it a list says "10,000+". */
export const countedOnUpTo = 10_000;

/** How many rows a list has in all; `isCapped` says that there may be more. */
export interface Count {
  total: number;
  isCapped: boolean;
}

/** What a count that stopped one beyond `upTo` says. */
export function toCount(counted: number, upTo = countedUpTo): Count {
  return { total: Math.min(counted, upTo), isCapped: counted > upTo };
}

/** How many rows a list has, without counting them: a first page that is not full holds them all. Null: count. */
export function countOnFirstPage(rows: readonly unknown[], size: number, isFirst: boolean): Count | null {
  return isFirst && rows.length <= size ? { total: rows.length, isCapped: false } : null;
}

/** One page of a list; the cursors lead to the pages beside it, where there are any. */
export interface Page<Row> extends Count {
  rows: Row[];
  /** The place of the first row in the list, from 1; null where the address does not say what came before. */
  start: number | null;
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
  { after, before, size }: PageParams,
  { from, isBackwards }: PagePlace,
  cursorOf: (row: Row) => Cursor,
): Page<Row> {
  const hasMore = rows.length > size;
  const shown = rows.slice(0, size);
  if (isBackwards) shown.reverse();
  const isFirst = isBackwards ? !hasMore : from === null;
  const beside = passedBy(isBackwards ? before : after);
  const passed = isFirst ? 0 : beside && Math.max(0, isBackwards ? beside - shown.length : beside);
  const last = passed === null ? null : passed + shown.length;
  const link = (isThere: boolean, row: Row | undefined, rowsBefore: number | null) =>
    isThere && row ? encodeCursor(cursorOf(row), rowsBefore) : null;
  return {
    rows: shown,
    start: passed === null ? null : passed + 1,
    next: link(isBackwards || hasMore, shown.at(-1), last),
    previous: link(!isFirst, shown[0], passed),
    ...atLeast(last ?? shown.length, count),
  };
}

/** A count among the newest rows may know of fewer than are shown. */
function atLeast(shown: number, { total, isCapped }: Count): Count {
  return { total: Math.max(total, shown), isCapped };
}

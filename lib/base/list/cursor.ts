import { z } from "zod";
import { plainText } from "#lib/base/text/schema.ts";

/** What a list, or a part of it, is ordered by: a time, a whole number (of thousandths, say) or a text. */
export type KeyType = "time" | "number" | "text";

/** A place in a list: beyond it the list goes on. */
export interface Cursor {
  /** Which part of the list, where it has several with an order of their own; else 0. */
  part: number;
  /** What the list is ordered by, as text: the milliseconds of a time, a number, or the text itself. */
  key: string;
  /** Orders equals. */
  id: string;
}

/** The key of a row in a cursor. */
export function cursorKey(value: Date | number | string): string {
  return String(value instanceof Date ? value.getTime() : value);
}

/**
 * The cursor as it stands in a URL.
 *
 * @param passed how many rows of the list come before the place, where that is known: rows are found by the cursor, so that it is only said
 */
export function encodeCursor({ part, key, id }: Cursor, passed: number | null = null): string {
  const cursor = `${part}_${key}_${id}`;
  return passed === null ? cursor : `${passed}.${cursor}`;
}

/** How many rows come before the place of a cursor in a URL; null when it doesn't say. */
export function passedBy(text: string): number | null {
  const [, passed] = /^(\d{1,9})\.\d_/.exec(text) ?? [];
  return passed === undefined ? null : Number(passed);
}

/** What a Date can hold, which is more than any amount. */
const largest = 8.64e15;

const number = z
  .string()
  .regex(/^-?\d{1,16}$/)
  .refine((text) => Math.abs(Number(text)) <= largest);

const keySchemas = { time: number, number, text: plainText.max(500) } satisfies Record<KeyType, z.ZodType>;

/** A text may hold what it likes, since an id holds no such line. */
const cursorPattern = /^(?:\d{1,9}\.)?(\d)_(.*)_([^_]+)$/s;

/** Reads a cursor from a URL; null when it is none. `types` are the keys of the list's parts. */
export function readCursor(text: string, types: readonly KeyType[]): Cursor | null {
  const [, part = "", key = "", id] = cursorPattern.exec(text) ?? [];
  const type = types[Number(part)];
  if (!type) return null;
  const cursor = z.object({ key: keySchemas[type], id: z.uuid() }).safeParse({ key, id });
  return cursor.success ? { part: Number(part), ...cursor.data } : null;
}

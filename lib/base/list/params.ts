import {
  createParser,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIsoDate,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from "nuqs/server";
import { z } from "zod";
import { tidy } from "#lib/base/text/schema.ts";

const id = z.uuid();

/** An id in a query string; what cannot be one is left out, so that no filter is shown that filters nothing. */
const parseAsId = createParser<string>({
  parse: (text) => id.safeParse(text).data ?? null,
  serialize: (value) => value,
});

/** Text in a query string, as Postgres can hold it. */
const parseAsText = createParser<string>({ parse: tidy, serialize: (value) => value });

/** Any text; "" is none. */
export const text = parseAsText.withDefault("");

/** Some of a set of words; none lets everything through. */
export function someOf<const Word extends string>(words: readonly Word[]) {
  return parseAsArrayOf(parseAsStringLiteral(words)).withDefault([]);
}

/** One of a set of words, the first when nothing else is asked for. */
export function oneOf<const Word extends string>(words: readonly [Word, ...Word[]]) {
  return parseAsStringLiteral(words).withDefault(words[0]);
}

/** Ids of stores, sellers, tags …; none lets everything through. */
export const someIds = parseAsArrayOf(parseAsId).withDefault([]);

/** Whether only what is so is let through. */
export const onlyIf = parseAsBoolean.withDefault(false);

/** Whole days in the person's time zone, both included; `dayRange` makes instants of them. */
export const days = { from: parseAsIsoDate, to: parseAsIsoDate };

/** How many rows a page may have. */
export const pageSizes = [25, 50, 100] as const;

export type PageSize = (typeof pageSizes)[number];

/** Which page of a list: how many rows, and the cursor that it comes after or before. */
export const pageParams = {
  size: parseAsNumberLiteral(pageSizes).withDefault(50),
  after: text,
  before: text,
};

import {
  createParser,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsIsoDate,
  parseAsIsoDateTime,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from "nuqs/server";
import { tidy } from "#lib/base/text/tidy.ts";
import { dayRanges } from "#lib/base/time/day-ranges.ts";

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id in a query string; what cannot be one is left out, so that no filter is shown that filters nothing. */
const parseAsId = createParser<string>({
  parse: (text) => (id.test(text) ? text : null),
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

/** Whole days in the person's time zone, both included; `instantsAsked` makes instants of them. */
export const days = { from: parseAsIsoDate, to: parseAsIsoDate };

/** Days that move with today, such as the last seven; they go before those that `days` name. */
export const movingDays = parseAsStringLiteral(dayRanges);

/** The first instant of an hour; `hourRange` makes instants of it. */
export const hour = parseAsIsoDateTime;

/** How many rows a page may have. */
export const pageSizes = [25, 50, 100] as const;

export type PageSize = (typeof pageSizes)[number];

/** Which page of a list: how many rows, and the cursor that it comes after or before. */
export const pageParams = {
  size: parseAsNumberLiteral(pageSizes).withDefault(50),
  after: text,
  before: text,
};

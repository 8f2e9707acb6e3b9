import { createParser } from "nuqs/server";
import { tidy } from "#lib/base/text/tidy.ts";

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id in a query string; what cannot be one is left out, so that no filter is shown that filters nothing. */
export const parseAsId = createParser<string>({
  parse: (text) => (id.test(text) ? text : null),
  serialize: (value) => value,
});

/** Text in a query string, as Postgres can hold it. */
export const parseAsText = createParser<string>({ parse: tidy, serialize: (value) => value });

import { createParser } from "nuqs/server";
import { z } from "zod";
import { tidy } from "#lib/base/text/schema.ts";

const id = z.uuid();

/** An id in a query string; what cannot be one is left out, so that no filter is shown that filters nothing. */
export const parseAsId = createParser<string>({
  parse: (text) => id.safeParse(text).data ?? null,
  serialize: (value) => value,
});

/** Text in a query string, as Postgres can hold it. */
export const parseAsText = createParser<string>({ parse: tidy, serialize: (value) => value });

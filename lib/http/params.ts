import { createParser } from "nuqs/server";
import { z } from "zod";

const id = z.uuid();

/** An id in a query string; what cannot be one is left out, so that no filter is shown that filters nothing. */
export const parseAsId = createParser<string>({
  parse: (text) => id.safeParse(text).data ?? null,
  serialize: (value) => value,
});

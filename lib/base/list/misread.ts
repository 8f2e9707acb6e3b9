import type { ParserMap } from "nuqs/server";

/** What of a query string a list does not understand, such as "status=lost", in its order; which page is asked for is left to the cursors. */
export function misreadIn(parsers: ParserMap, query: URLSearchParams): string[] {
  const asked = [...query].filter(([name, value]) => value !== "" && name !== "after" && name !== "before");
  return asked
    .filter(([name, value]) => !isUnderstood(parsers[name], value))
    .map(([name, value]) => `${name}=${value}`);
}

function isUnderstood(parser: ParserMap[string] | undefined, text: string): boolean {
  const value: unknown = parser?.parse(text as never) ?? null;
  if (!parser || value === null) return false;
  // An array leaves out what it doesn't know.
  if (Array.isArray(value)) return value.length === text.split(",").length;
  // A day that there isn't, such as the 31st of February, becomes another one.
  if (value instanceof Date) return value.toISOString().startsWith(text.slice(0, 10));
  return typeof value === "string" || parser.serialize(value) === text;
}

/** A query string as pages are given it. */
export function searchParamsOf(query: Record<string, string | string[] | undefined>): URLSearchParams {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(entries);
}

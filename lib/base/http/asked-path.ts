/** The header in which `proxy.ts` tells pages and layouts the path of a document, which Next.js does not tell a layout. */
const header = "x-asked-path";

/**
 * Notes in a request that is passed on which document was asked for, whatever it came with. A browser that asks for a part of a page, or does
 * something, says so, and asks for no document: what is around the page stays as it is then.
 */
export function tellPath(request: { method: string; headers: Headers }, path: string): void {
  const { method, headers } = request;
  const mode = headers.get("sec-fetch-mode") ?? "navigate";
  if (method === "GET" && mode === "navigate") headers.set(header, path);
  else headers.delete(header);
}

/** The path of the document that was asked for, as it stood in the address; null where none was. */
export function askedPath(headers: Headers): string | null {
  return headers.get(header);
}

/** The header in which `proxy.ts` tells pages and layouts the path that was asked for, which Next.js does not tell a layout. */
const header = "x-asked-path";

/** Notes the path in a request that is passed on, whatever it came with. */
export function tellPath(headers: Headers, path: string): void {
  headers.set(header, path);
}

/** The path that was asked for, as it stood in the address. */
export function askedPath(headers: Headers): string {
  return headers.get(header) ?? "";
}

/** The network address that asks, as the nearest proxy tells it; for rate limits only, since a client can invent it. */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}

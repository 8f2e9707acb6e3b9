/** The same parameters in whatever order; which page is open does not matter. */
export function isSameQuery(one: string, other: string): boolean {
  return sorted(one) === sorted(other);
}

/** What of a query string a view keeps: everything but which page is open. */
export function keptQuery(query: string): string {
  const kept = new URLSearchParams(query);
  kept.delete("after");
  kept.delete("before");
  return kept.toString();
}

/** A work queue has its own tab, and how long a page is changes nothing of what is listed. */
export function isWorthKeeping(query: string): boolean {
  return [...new URLSearchParams(keptQuery(query)).keys()].some((name) => name !== "view" && name !== "size");
}

function sorted(query: string): string {
  return [...new URLSearchParams(keptQuery(query))]
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
}

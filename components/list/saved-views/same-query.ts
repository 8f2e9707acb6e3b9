/** The same parameters in whatever order; which page is open does not matter. */
export function isSameQuery(one: string, other: string): boolean {
  return sorted(one) === sorted(other);
}

function sorted(query: string): string {
  return [...new URLSearchParams(query)]
    .filter(([name]) => name !== "after" && name !== "before")
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("&");
}

/** The address of an export that has these of its list's columns; of all it needs no word. */
export function exportHref(href: string, columns: readonly string[], leftOut: readonly string[]): string {
  const chosen = columns.filter((id) => !leftOut.includes(id));
  if (chosen.length === columns.length) return href;
  return `${href}${href.includes("?") ? "&" : "?"}columns=${chosen.join(",")}`;
}

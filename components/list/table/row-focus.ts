/** The links of the rows that can be seen: table and cards may both be there. */
function rowLinks(within: ParentNode = document, row = ""): HTMLElement[] {
  const links = [...within.querySelectorAll<HTMLElement>(`${row} a[data-row-link]`)];
  return links.filter((link) => link.offsetParent !== null);
}

/** Gives a row the focus and brings it into sight. */
export function focusRow(id: string, within: ParentNode | null): void {
  const [link] = within ? rowLinks(within, `[data-row-id="${id}"]`) : [];
  link?.focus({ preventScroll: true });
  link?.closest("[data-row-id]")?.scrollIntoView({ block: "nearest" });
}

/** Gives the first row the focus; false where there is none. */
export function focusFirstRow(): boolean {
  const [first] = rowLinks();
  first?.focus();
  return first !== undefined;
}

/** Opens the only row that there is. */
export function openOnlyRow(): void {
  const [only, ...others] = rowLinks();
  if (only && others.length === 0) only.click();
}

/** The links of the rows that can be seen: table and cards may both be there. */
function rowLinks(): HTMLElement[] {
  const links = [...document.querySelectorAll<HTMLElement>("a[data-row-link]")];
  return links.filter((link) => link.offsetParent !== null);
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

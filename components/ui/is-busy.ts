/** One that is leaving is on the page for a moment still; a sheet of a phone always is. */
const closed = ":is([data-state=closed], [popover]:not(:popover-open))";
const overlays = `:is([role=dialog], [role=alertdialog], [role=menu], [role=listbox]):not(${closed}), [data-opening]`;
const typing = "input:not([type=checkbox]), textarea, select, [contenteditable]";

/**
 * Whether a key is not for the page: somebody types, a menu or dialog is open, or a page is about to open; and Enter is for the link or
 * button that has the focus.
 */
export function isBusy({ target, key, isComposing }: KeyboardEvent): boolean {
  if (isComposing || document.querySelector(overlays)) return true;
  if (!(target instanceof Element)) return false;
  return target.closest(typing) !== null || (key === "Enter" && target.closest("a, button") !== null);
}

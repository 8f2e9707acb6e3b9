/** One that is leaving is on the page for a moment still. */
const overlays =
  ":is([role=dialog], [role=alertdialog], [role=menu], [role=listbox]):not([data-state=closed]), [data-opening]";
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

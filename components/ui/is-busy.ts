const busy =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether a key pressed there is not for the page: somebody types, or a menu or dialog has the keys. */
export function isBusy(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(busy) !== null;
}

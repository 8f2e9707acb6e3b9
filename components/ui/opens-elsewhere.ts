/** Whether a press on a link opens it in another tab or window, or keeps it: where it was pressed, nothing changes. */
export function opensElsewhere({
  button,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
}: Pick<MouseEvent, "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}

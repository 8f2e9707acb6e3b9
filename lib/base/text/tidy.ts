/** Text as Postgres can hold it: without NUL, and with U+FFFD for halves of a character that were parted. */
export function tidy(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

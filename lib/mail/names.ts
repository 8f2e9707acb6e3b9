/**
 * A name that somebody chose, as a mail to somebody else says it: what programs for mails would make a link of is no link any more, so
 * that nobody has Astra send an address of their own.
 */
export function unlinked(name: string): string {
  return name.replace(/(?<=[\p{L}\p{N}])[.@:/](?=[\p{L}\p{N}/])/gu, (mark) => `${mark}${wordJoiner}`);
}

/** Takes no room, and is part of no address. */
const wordJoiner = "\u2060";

/** No subject is shown at greater length. */
const longestSubject = 150;

/** One line without control characters, which could end a header, or turn the direction of what follows. */
export function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, " ")
    .trim();
  const characters = [...line];
  return characters.length > longestSubject ? `${characters.slice(0, longestSubject - 1).join("")}…` : line;
}

/**
 * Strings, and blanks between the values. A string that has no end is one to the end of the text: were it looked for anew at each quote in it, a
 * short text would take minutes.
 */
const parts = /"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|\s+/g;

/**
 * A JSON text as somebody else would write it who has the same values: without blanks between them, and each string written by `write`. All else,
 * numbers above all, stays as it stands. Null for what is no UTF-8, or holds what is no string of JSON.
 */
export function rewritten(body: Uint8Array, write: (text: string) => string): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    return text.replace(parts, (part) => (part.startsWith('"') ? write(JSON.parse(part)) : ""));
  } catch {
    return null;
  }
}

/** Writes some characters of a JSON string as `\uXXXX`, as the platform does that writes it. */
export function escaped(json: string, characters: RegExp): string {
  return json.replace(characters, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

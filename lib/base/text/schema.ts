import { z } from "zod";
import { tidy } from "#lib/base/text/tidy.ts";

/** At most so many characters of a text, none of them in half. */
export function cut(text: string, most: number): string {
  // Most texts are shorter even by the units that strings count in, of which a character has one or two.
  if (text.length <= most) return text;
  let units = 0;
  let characters = 0;
  for (const character of text) {
    if (characters === most) return text.slice(0, units);
    units += character.length;
    characters += 1;
  }
  return text;
}

/** Any text from outside: a form's, a query string's, a payload's. */
export const plainText = z.string().overwrite(tidy);

/** What somebody or something is called; the words are keys of the "validation" messages. */
export const nameText = plainText.trim().min(1, "nameMissing").max(80, "nameTooLong");

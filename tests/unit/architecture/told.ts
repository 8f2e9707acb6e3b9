import compile from "icu-minify/compile";

// What a message has to be told before it can be said, and the choices that it makes: by what the build makes of it.

/** How the build numbers what it does with an argument. Source: icu-minify. */
const [select, plural, ordinal] = [1, 2, 3];

/** An argument (its name alone), one that decides or is written as a number or a date (its kind), or a tag (what it holds). */
type Node = [name: string, ...rest: unknown[]];

/** The forms of a plural that a message has, without those for an exact number. */
export interface PluralForms {
  name: string;
  type: Intl.PluralRuleType;
  forms: string[];
}

/**
 * Whether a translation is told the same as the English message: the same arguments, tags and choices. Plural forms are each language's own, and
 * a language may do without them; but no text that English says as it is decides like a number.
 */
export function isToldAlike(english: string, translation: string): boolean {
  const [there, here] = [toldOf(english), toldOf(translation)];
  return (
    there.size === here.size &&
    [...there].every(
      ([name, kind]) => here.get(name) === kind || (kind === "number" && here.get(name) === "text"),
    )
  );
}

/** What a message is told, by name: "text", "number", "tag", or what a select tells apart. */
function toldOf(message: string): Map<string, string> {
  const told = new Map<string, string>();
  for (const [name, kind, options] of nodesOf(message)) {
    if (kind === undefined) told.set(name, told.get(name) ?? "text");
    else if (typeof kind !== "number") told.set(name, "tag");
    else told.set(name, kind === select ? `select ${keysOf(options).join(" ")}` : "number");
  }
  return told;
}

/** The plurals of a message. */
export function pluralsOf(message: string): PluralForms[] {
  return nodesOf(message).flatMap(([name, kind, options]) => {
    if (kind !== plural && kind !== ordinal) return [];
    const forms = keysOf(options).filter((form) => !form.startsWith("="));
    return [{ name, type: kind === ordinal ? "ordinal" : "cardinal", forms }];
  });
}

function keysOf(options: unknown): string[] {
  return Object.keys(options as object).sort();
}

function nodesOf(message: string): Node[] {
  return nodesIn(compile(message));
}

/** In what a message, a choice or a tag consists of: a text alone, or a list of parts. */
function nodesIn(parts: unknown): Node[] {
  return Array.isArray(parts) ? parts.flatMap(nodesOfPart) : [];
}

function nodesOfPart(part: unknown): Node[] {
  if (!Array.isArray(part)) return [];
  const [, kind, options] = part;
  const node = part as Node;
  if (typeof kind !== "number") return [node, ...nodesIn(part.slice(1))];
  return kind > ordinal ? [node] : [node, ...Object.values(options as object).flatMap(nodesIn)];
}

/** Shorter words stand in too many rows to tell any apart. */
export const shortestQuery = 3;

/** How well a text answers what was typed; less is better, null is not at all. */
export function matchOf(text: string, typed: string): number | null {
  const content = plain(text);
  const wanted = plain(typed);
  if (content === wanted) return 0;
  if (content.startsWith(wanted)) return 1;
  const starts = content.split(/[^\p{L}\p{N}]+/u);
  if (wanted.split(/\s+/).every((word) => starts.some((start) => start.startsWith(word)))) return 2;
  return content.includes(wanted) ? 3 : null;
}

/** The things that answer what was typed, the best first; equals keep their order. */
export function rank<T>(things: readonly T[], typed: string, textsOf: (thing: T) => (string | null)[]): T[] {
  return things
    .map((thing) => ({ thing, match: bestOf(textsOf(thing), typed) }))
    .sort((one, other) => one.match - other.match)
    .map(({ thing }) => thing);
}

/** Only the things that answer what was typed. */
export function search<T>(things: readonly T[], typed: string, textOf: (thing: T) => string): T[] {
  const answers = things.filter((thing) => matchOf(textOf(thing), typed) !== null);
  return rank(answers, typed, (thing) => [textOf(thing)]);
}

const noMatch = 9;

function bestOf(texts: (string | null)[], typed: string): number {
  return Math.min(...texts.map((text) => (text === null ? noMatch : (matchOf(text, typed) ?? noMatch))));
}

/** Lower case, without accents and without the "#" of an order's number. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim().replace(/^#/, "");
}

/** So much of a body is shown at most; a page that held all of it would be slow to load and of no use. Bytes. */
const shownBytes = 200_000;

/** And so much of the page itself, which holds a text twice, and some characters as several. Bytes. */
const shownCost = 700_000;

const deepest = 40;

/** The beginning of a body, to be read by people. */
export interface ShownBody {
  text: string;
  /** Whether there is more of it. */
  isCut: boolean;
}

/**
 * The beginning of a body as text. Nothing is parsed, so that numbers stay as they came, broken JSON is shown too, and it takes as long for five
 * megabytes as for one. What is no UTF-8 becomes U+FFFD, what can't be seen a sign that can.
 *
 * @param isPretty laid out, one value a line
 */
export function showBody(body: Uint8Array, isPretty: boolean): ShownBody {
  const begun = new TextDecoder().decode(body.subarray(0, shownBytes), { stream: true });
  const text = visible(isPretty ? layOut(begun) : begun);
  const shown = upToCost(text);
  return { text: shown, isCut: body.byteLength > shownBytes || shown.length < text.length };
}

/** Strings, brackets, commas, colons, and runs of all else but blanks. */
const parts = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|[{}[\],:]|[^\s{}[\],:"]+/g;

/** JSON, or what looks like it, with a line for each value. */
function layOut(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  let laidOut = "";
  let depth = 0;
  let before = "";
  for (const [part] of text.matchAll(parts)) {
    if (isClosing(part)) depth = Math.max(0, depth - 1);
    if (breaksLine(before, part)) laidOut += `\n${"  ".repeat(Math.min(depth, deepest))}`;
    laidOut += part === ":" ? ": " : part;
    if (isOpening(part)) depth += 1;
    before = part;
    // Beyond it nothing is shown.
    if (laidOut.length > shownCost) break;
  }
  return laidOut;
}

const isOpening = (part: string) => part === "{" || part === "[";
const isClosing = (part: string) => part === "}" || part === "]";

/** What is empty stays in its line. */
function breaksLine(before: string, part: string): boolean {
  if (isOpening(before) && isClosing(part)) return false;
  return before === "," || isOpening(before) || isClosing(part);
}

/** What would be invisible, or turn the direction of what follows, as a sign that can be seen. */
function visible(text: string): string {
  return text
    .replace(/\p{Cc}/gu, (sign) => {
      if (sign === "\n" || sign === "\t") return sign;
      const code = sign.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD";
    })
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);
}

/** As much of a text as a page has room for. */
function upToCost(text: string): string {
  let cost = 0;
  for (let at = 0; at < text.length; at++) {
    cost += costOf(text.charCodeAt(at));
    if (cost > shownCost) return text.slice(0, at).replace(/[\uD800-\uDBFF]$/, "");
  }
  return text;
}

const [quote, apostrophe, backslash] = ['"', "'", "\\"].map((sign) => sign.charCodeAt(0));
const marks = new Set(["&", "<", ">"].map((sign) => sign.charCodeAt(0)));

/** The bytes of a character in HTML and in the script beside it. */
function costOf(code: number): number {
  if (code === quote || marks.has(code)) return 11;
  if (code === apostrophe) return 7;
  if (code === backslash) return 5;
  return code < 0x80 ? 3 : 6;
}

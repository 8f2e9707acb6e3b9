import { decodeHTML } from "entities";

const tag = /<\/?[a-z][^<>]*>/gi;

/** What a browser would show of a text with markup: no tags, entities decoded, blanks folded. */
export function plainText(markup: string): string {
  const text = decodeHTML(markup.replace(/<(br|\/p|\/li|\/div)\b[^<>]*>/gi, " ").replace(tag, ""));
  return text.replace(/\s+/g, " ").trim();
}

/** A value to write as JSON; ids beyond what a number holds are bigint. */
export type Json =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Shopify's form: compact, `/` as `\/`, and `&`, `<`, `>` escaped; other characters as they are. */
export function shopifyJson(value: Json): Uint8Array {
  const escaped = (text: string) =>
    JSON.stringify(text)
      .replaceAll("/", "\\/")
      .replace(/[&<>\u2028\u2029]/g, unicodeEscape);
  return Buffer.from(write(value, escaped));
}

/** The form of WordPress's `wp_json_encode`: compact, `/` as `\/`, everything beyond ASCII escaped. */
export function wooCommerceJson(value: Json): Uint8Array {
  const escaped = (text: string) =>
    JSON.stringify(text)
      .replaceAll("/", "\\/")
      .replace(/[\u007f-\uffff]/g, unicodeEscape);
  return Buffer.from(write(value, escaped));
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function write(value: Json, escaped: (text: string) => string): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, escaped)).join(",")}]`;
  const entries = Object.entries(value).map(([key, item]) => `${escaped(key)}:${write(item, escaped)}`);
  return `{${entries.join(",")}}`;
}

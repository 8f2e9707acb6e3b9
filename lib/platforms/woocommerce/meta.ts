import { Decimal } from "decimal.js";
import { cut } from "#lib/base/text/schema.ts";
import { plainText } from "#lib/platforms/woocommerce/plain-text.ts";
import type { MetaData } from "#lib/platforms/woocommerce/shapes.ts";

// What plug-ins keep with an order or a line, by key. A key that begins with "_" is hidden in the shop.

/** The values of a key; several lines of one key are not rare. */
export function valuesOf(metaData: MetaData, key: string): unknown[] {
  return metaData.filter((one) => one.key === key).map((one) => one.value);
}

/** The first text of the first key that has one. */
export function textOf(metaData: MetaData, ...keys: string[]): string | null {
  for (const key of keys) {
    for (const value of valuesOf(metaData, key)) {
      const text = readableText(value);
      if (text) return text;
    }
  }
  return null;
}

/** The first positive amount of the first key that has one. */
export function positiveOf(metaData: MetaData, ...keys: string[]): Decimal | null {
  for (const key of keys) {
    const found = valuesOf(metaData, key)
      .map(positive)
      .find((value) => value !== null);
    if (found) return found;
  }
  return null;
}

/** A positive number as plug-ins write it, or null. */
export function positive(value: unknown): Decimal | null {
  if (typeof value !== "string" || !/^\d{1,14}(\.\d+)?([eE][+-]?\d{1,2})?$/.test(value.trim())) return null;
  const number = new Decimal(value.trim());
  return number.isPositive() && !number.isZero() ? number : null;
}

/** Whether a plug-in's flag is set; null when it says nothing. */
export function flagOf(metaData: MetaData, key: string): boolean | null {
  const [value] = valuesOf(metaData, key);
  if (value === true || value === "yes" || value === "1" || value === "true") return true;
  return value === false || value === "no" || value === "0" || value === "false" ? false : null;
}

/** Longer text is no answer of a person to a question of the shop. */
const longestValue = 500;

/**
 * A value as a person reads it: text without markup, several in one line. Nothing for what only a machine reads: objects, JSON,
 * serialised PHP.
 */
export function readableText(value: unknown): string | null {
  const several = severalIn(value);
  if (several) {
    const parts = several.map(readableText);
    const isReadable = parts.length > 0 && parts.every((part) => part !== null);
    return isReadable ? cut(parts.join(", "), longestValue) : null;
  }
  if (typeof value !== "string" || /^\s*([[{]|[aOs]:\d+:)/.test(value)) return null;
  return cut(plainText(value), longestValue) || null;
}

/** The values of a list, also of one that was written as an object with numbers for keys. */
function severalIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  const isKeyed =
    typeof value === "object" && value !== null && Object.keys(value).every((key) => /^\d+$/.test(key));
  return isKeyed ? Object.values(value) : null;
}

/** A key as a label, where the shop gives none: "pa_culoare" is "Culoare". */
export function labelOf(key: string): string {
  const words = key
    .replace(/^(attribute_)?pa_/, "")
    .replace(/_/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const label = /^\p{Ll}/u.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  return label || key;
}

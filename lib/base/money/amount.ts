import { minimumDecimals } from "#lib/base/money/currencies.ts";
import { plainAmount } from "#lib/base/money/plain.ts";

/** How one writes 1249.9: with a comma or a point. */
export type DecimalSign = "comma" | "point";

/** An amount as a decimal string; undefined: it is none. Thousands may be parted by blanks, points, commas or apostrophes. */
export function readAmount(text: string, decimal: DecimalSign): string | undefined {
  const [point, thousands] = decimal === "comma" ? [",", "."] : [".", ","];
  const plain = text.replace(/[\s'’\u00a0\u202f]/g, "");
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`);
  const bare = new RegExp(`^\\d+(\\${point}\\d+)?$`);
  if (!grouped.test(plain) && !bare.test(plain)) return undefined;
  const amount = plain.replaceAll(thousands, "").replace(point, ".");
  return /^\d{1,9}(\.\d{1,3}0{0,9})?$/.test(amount) ? amount : undefined;
}

/**
 * An amount that a person typed, whichever sign parts its decimals: of two signs the last, of one that comes again and again none.
 * What one alone means before three digits only the currency can tell (`isAmbiguous`); here it parts decimals.
 */
export function readTypedAmount(text: string): string | undefined {
  const signs = text.replace(/[^.,]/g, "");
  const isRepeated = /^(,{2,}|\.{2,})$/.test(signs);
  return readAmount(text, signs.endsWith(",") === isRepeated ? "point" : "comma");
}

/** Whether an amount that was typed could as well be a thousand times as much: 1.250 euros, or 1,250 of them. */
export function isAmbiguous(amount: string, currency: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(amount) && minimumDecimals(currency) < 3;
}

/** An amount as a person types it in a language, so that `readTypedAmount` gives the same again and nothing is ambiguous. */
export function typedAmount(amount: string, currency: string, locale: string): string {
  const plain = plainAmount(amount, currency);
  const typed = isAmbiguous(plain, currency) ? `${plain}0` : plain;
  const sign = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal");
  return typed.replace(".", sign?.value === "," ? "," : ".");
}

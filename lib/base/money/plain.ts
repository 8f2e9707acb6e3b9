import { minimumDecimals } from "#lib/base/money/currencies.ts";

/**
 * An amount for machines: a dot, no grouping, all the decimals it has and at least those of its currency.
 *
 * @param amount a decimal string; it is never turned into a float
 */
export function plainAmount(amount: string, currency: string): string {
  const [whole = "", fraction = ""] = amount.split(".");
  const shown = fraction.replace(/0+$/, "").padEnd(minimumDecimals(currency), "0");
  return shown ? `${whole}.${shown}` : whole;
}

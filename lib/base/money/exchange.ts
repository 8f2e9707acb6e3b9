import { Decimal } from "decimal.js";
import { isKnownCurrency, minimumDecimals } from "#lib/base/money/currencies.ts";
import { kept } from "#lib/base/money/kept.ts";

/** One worth in two moneys: a rate that a store tells by what something costs in both. Decimal strings, both above 0. */
export interface Rate {
  from: string;
  to: string;
}

/**
 * An amount of one money in the other, as a decimal string with the decimals that its currency has.
 *
 * @param currency of the result
 */
export function exchange(amount: string, { from, to }: Rate, currency: string): string {
  const places = isKnownCurrency(currency) ? minimumDecimals(currency) : 2;
  return kept(new Decimal(amount).times(to).dividedBy(from).toDecimalPlaces(places, Decimal.ROUND_HALF_UP));
}

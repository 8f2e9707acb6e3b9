import { Decimal } from "decimal.js";
import { kept } from "#lib/money/kept.ts";

/** One worth in two moneys: a rate that a store tells by what something costs in both. Decimal strings, both above 0. */
export interface Rate {
  from: string;
  to: string;
}

/** An amount of one money in the other, as a decimal string, to the hundredth or as exactly as the rate is told. */
export function exchange(amount: string, { from, to }: Rate): string {
  const places = Math.max(2, new Decimal(to).decimalPlaces());
  return kept(new Decimal(amount).times(to).dividedBy(from).toDecimalPlaces(places, Decimal.ROUND_HALF_UP));
}

import { Decimal } from "decimal.js";
import { kept } from "#lib/money/kept.ts";

/** One worth in two moneys: a rate that a store tells by what something costs in both. Decimal strings, both above 0. */
export interface Rate {
  from: string;
  to: string;
}

/** An amount of one money in the other, as a decimal string, to the hundredth. */
export function exchange(amount: string, { from, to }: Rate): string {
  return kept(new Decimal(amount).times(to).dividedBy(from).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
}

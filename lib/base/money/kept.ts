import { Decimal } from "decimal.js";

/** A larger amount than a column holds: numeric(14,3). */
export const largestAmount = new Decimal("99999999999.999");

/** A reckoned amount as it can be kept: three decimals, and never more than a column holds. */
export function kept(amount: Decimal): string {
  return Decimal.max(largestAmount.negated(), Decimal.min(largestAmount, amount))
    .toDecimalPlaces(3, Decimal.ROUND_HALF_UP)
    .toFixed();
}

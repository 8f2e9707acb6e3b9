const decimals = new Map<string, number>();

/**
 * An amount for machines: a dot, no grouping, and the decimals that its currency has, or more where the amount has more.
 *
 * @param amount a decimal string; it is never turned into a float
 */
export function plainAmount(amount: string, currency: string): string {
  const [whole = "", fraction = ""] = amount.split(".");
  const shown = fraction.replace(/0+$/, "").padEnd(decimalsOf(currency), "0");
  return shown ? `${whole}.${shown}` : whole;
}

function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const { minimumFractionDigits = 0 } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  decimals.set(currency, minimumFractionDigits);
  return minimumFractionDigits;
}

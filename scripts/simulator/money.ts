import type { Market } from "#scripts/simulator/markets.ts";

/** An amount of the currency's smallest unit as a decimal string: 18990 is "189.90", or "18990" without decimals. */
export function decimal(amount: number, decimals: Market["decimals"]): string {
  if (decimals === 0) return String(amount);
  const digits = String(Math.abs(amount)).padStart(3, "0");
  return `${amount < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The tax that a price with tax holds. */
export function taxIn(amount: number, rate: number): number {
  return amount - Math.round(amount / (1 + rate));
}

import { Decimal } from "decimal.js";

/** How an order belongs to another: a seller's part of a marketplace's order, an instalment, or what was split off. */
export type ParentRelation = "part" | "instalment" | "split";

/** Something that a shop says about an order or a line, in its own words. */
export interface Label {
  label: string;
  value: string;
}

/** A line of an order; amounts and quantities are decimal strings. */
export interface ValuedItem {
  quantity: string;
  pricePerUnit: string;
}

/** The line that stands for the order in a list: the one of the highest value; the first of equals. */
export function primaryItem<T extends ValuedItem>(items: readonly T[]): T | undefined {
  let best: T | undefined;
  let bestValue = new Decimal(-1);
  for (const item of items) {
    const value = new Decimal(item.pricePerUnit).times(item.quantity);
    if (value.greaterThan(bestValue)) {
      best = item;
      bestValue = value;
    }
  }
  return best;
}

/** A sum that no order comes to: it is kept and marked, and sorts last. */
const absurdAmount = 1_000_000_000;

/** Whether an amount is more than any order comes to. */
export function isAbsurd(amount: string): boolean {
  return new Decimal(amount).abs().greaterThanOrEqualTo(absurdAmount);
}

/** Below all that an order can be worth. */
const lastOfAll = -1_000_000_000_000_000;

/** By what orders are sorted by their total: thousandths, as the database generates them (orders.current_total_thousandths). */
export function totalKey(total: string): number {
  return isAbsurd(total) ? lastOfAll : new Decimal(total).times(1_000).toNumber();
}

import { Decimal } from "decimal.js";

export const orderStatuses = [
  "pending",
  "processing",
  "shipped",
  "delivered",
  "cancelled",
  "refunded",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const paymentStatuses = [
  "pending",
  "authorized",
  "partially_paid",
  "paid",
  "partially_refunded",
  "refunded",
  "voided",
  "failed",
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const fulfillmentStatuses = ["unfulfilled", "partial", "fulfilled"] as const;
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number];

/** Whether the buyer's money is with the seller, be it partly given back since. */
export function isPaid(status: PaymentStatus): boolean {
  return status === "paid" || status === "partially_refunded";
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

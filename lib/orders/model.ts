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

/** What an order is and what it came to, as pages show it. Amounts and quantities are decimal strings. */
export interface OrderFacts {
  id: string;
  number: string;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  isCod: boolean;
  gateways: string[];
  currency: string;
  /** As placed. */
  total: string;
  /** After edits and refunds. */
  currentTotal: string;
  refunded: string;
  createdAt: Date;
  deletedInStoreAt: Date | null;
  items: OrderLine[];
}

export interface OrderLine {
  id: string;
  name: string;
  sku: string | null;
  quantity: string;
  currentQuantity: string;
  price: string;
}

/** A number of the database that a float could not hold. */
interface Numeric {
  toString(): string;
}

interface StoredOrder {
  id: string;
  orderNumber: string;
  status: string;
  paymentStatus: string;
  isCod: boolean;
  gateways: string[];
  currency: string;
  totalAmount: Numeric;
  currentTotalAmount: Numeric;
  refundedAmount: Numeric;
  orderCreatedAt: Date;
  deletedInStoreAt: Date | null;
  items: {
    id: string;
    productName: string;
    productSku: string | null;
    quantity: Numeric;
    currentQuantity: Numeric;
    pricePerUnit: Numeric;
  }[];
}

/** An order of the database as pages show it. */
export function orderFactsOf(order: StoredOrder): OrderFacts {
  return {
    id: order.id,
    number: order.orderNumber,
    status: order.status as OrderStatus,
    paymentStatus: order.paymentStatus as PaymentStatus,
    isCod: order.isCod,
    gateways: order.gateways,
    currency: order.currency,
    total: order.totalAmount.toString(),
    currentTotal: order.currentTotalAmount.toString(),
    refunded: order.refundedAmount.toString(),
    createdAt: order.orderCreatedAt,
    deletedInStoreAt: order.deletedInStoreAt,
    items: order.items.map((item) => ({
      id: item.id,
      name: item.productName,
      sku: item.productSku,
      quantity: item.quantity.toString(),
      currentQuantity: item.currentQuantity.toString(),
      price: item.pricePerUnit.toString(),
    })),
  };
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

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

export const paymentKinds = ["cash_on_delivery", "prepaid", "pay_later", "unknown"] as const;
/** How an order is to be paid; pay later is by transfer, cheque or on terms. */
export type PaymentKind = (typeof paymentKinds)[number];

/** Why a buyer is to be called although the order was placed and maybe sent: the courier could not deliver, or the buyer asks to cancel. */
export const callReasons = ["delivery_failed", "cancel_requested"] as const;
export type CallReason = (typeof callReasons)[number];

/** How far the parcels of an order are. */
export const shipments = ["none", "shipped", "in_transit", "delivered", "returned"] as const;
export type Shipment = (typeof shipments)[number];

/** What a status of a store can mean. */
export const statusMeanings = [
  "pending",
  "processing",
  "shipped",
  "in_transit",
  "delivered",
  "returned",
  "cancelled",
  "refunded",
  "delivery_failed",
  "cancel_requested",
] as const satisfies readonly (OrderStatus | Shipment | CallReason)[];
export type StatusMeaning = (typeof statusMeanings)[number];

/** How an order belongs to another: a seller's part of a marketplace's order, an instalment, or what was split off. */
export type ParentRelation = "part" | "instalment" | "split";

/** Something that a shop says about an order or a line, in its own words. */
export interface Label {
  label: string;
  value: string;
}

export const fulfillmentStatuses = ["unfulfilled", "partial", "fulfilled"] as const;
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number];

/** Whether the buyer's money is with the seller, be it partly given back since. */
export function isPaid(status: PaymentStatus): boolean {
  return status === "paid" || status === "partially_refunded";
}

/** Whether the buyer's money ever came, be it given back since. */
export function hasBeenPaid(status: PaymentStatus): boolean {
  return isPaid(status) || status === "refunded";
}

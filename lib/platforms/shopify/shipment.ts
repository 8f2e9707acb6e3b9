import type { StoreItem } from "#lib/platforms/platform.ts";
import type { ShopifyFulfillment, ShopifyOrder } from "#lib/platforms/shopify/shapes.ts";
import type { CallReason, FulfillmentStatus, OrderStatus, Shipment } from "#lib/sales/statuses.ts";

const underWay = [
  "in_transit",
  "out_for_delivery",
  "attempted_delivery",
  "not_delivered",
  "failure",
  "ready_for_pickup",
  "delayed",
  "carrier_picked_up",
];
const arrived = ["delivered", "picked_up"];
const failed = ["attempted_delivery", "not_delivered", "failure"];

/** What tells where a parcel is. Source: shopify.dev "Fulfillment", `status` and `shipment_status`; "FulfillmentEvent", `status`. */
export type Parcel = Pick<ShopifyFulfillment, "status" | "shipment_status">;

export function shipmentOf({ status, shipment_status }: Parcel): Shipment {
  if (isCancelled({ status }) || status === "error" || status === "failure") return "none";
  if (arrived.includes(shipment_status ?? "")) return "delivered";
  if (underWay.includes(shipment_status ?? "")) return "in_transit";
  // A fulfilment service has yet to hand these over.
  if (status === "pending" || status === "open") return "none";
  return "shipped";
}

export function isCancelled({ status }: Pick<Parcel, "status">): boolean {
  return status === "cancelled" || status === "canceled";
}

/** Whether the courier could not hand a parcel over. */
export function hasFailed(parcel: Parcel): boolean {
  return shipmentOf(parcel) !== "none" && failed.includes(parcel.shipment_status ?? "");
}

/** All tracking numbers of a parcel. */
export function trackingNumbersOf(parcel: ShopifyFulfillment): string[] {
  return [...new Set([...parcel.tracking_numbers, parcel.tracking_number ?? ""])].filter(Boolean);
}

/**
 * How far an order's parcels are: it is delivered when all are, and under way as soon as one is. Shopify has no status for what came back:
 * an order came back when all that was sent was put on the shelf again as returned.
 */
export function orderShipment(order: ShopifyOrder, items: StoreItem[]): Shipment {
  const parcels = order.fulfillments.map(shipmentOf).filter((shipment) => shipment !== "none");
  const isComplete = order.fulfillment_status === "fulfilled";
  if (parcels.length === 0 && !isComplete) return "none";
  if (isReturned(order, items)) return "returned";
  if (parcels.length === 0) return "shipped";
  if (isComplete && parcels.every((shipment) => shipment === "delivered")) return "delivered";
  return parcels.some((shipment) => shipment !== "shipped") ? "in_transit" : "shipped";
}

function isReturned(order: ShopifyOrder, items: StoreItem[]): boolean {
  const isNothingLeft = items.length > 0 && items.every((item) => Number(item.currentQuantity) === 0);
  const restocked = order.refunds.flatMap((refund) => refund.refund_line_items);
  return isNothingLeft && restocked.some((line) => line.restock_type === "return");
}

const fulfillmentStatuses: Record<string, FulfillmentStatus> = { fulfilled: "fulfilled", partial: "partial" };

export function fulfillmentStatusOf({ fulfillment_status }: ShopifyOrder): FulfillmentStatus {
  return fulfillmentStatuses[fulfillment_status ?? ""] ?? "unfulfilled";
}

const paidFor = ["paid", "authorized", "partially_paid", "partially_refunded"];

export function orderStatus(order: ShopifyOrder, shipment: Shipment): OrderStatus {
  if (order.cancelled_at !== null) return "cancelled";
  if (order.financial_status === "refunded") return "refunded";
  if (shipment === "delivered") return "delivered";
  if (shipment !== "none") return "shipped";
  return paidFor.includes(order.financial_status ?? "") ? "processing" : "pending";
}

/** Why the buyer is to be called once more. */
export function callReasonOf(order: ShopifyOrder, shipment: Shipment): CallReason | null {
  const isLost = order.cancelled_at !== null || order.financial_status === "refunded";
  const isOver = isLost || shipment === "delivered" || shipment === "returned";
  return !isOver && order.fulfillments.some(hasFailed) ? "delivery_failed" : null;
}

import { Decimal } from "decimal.js";
import type { Settlement } from "#lib/ingest/settle.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import type { CallReason, OrderStatus, Shipment } from "#lib/sales/statuses.ts";

/** What is known of an order's way before the store's news. */
export interface OrderBefore {
  status: OrderStatus;
  shipment: Shipment;
  shipmentSaidAt: Date | null;
  callReason: CallReason | null;
}

/** Where an order is after the store's news. */
export interface OrderStanding {
  status: OrderStatus;
  shipment: Shipment;
  shipmentSaidAt: Date;
  callReason: CallReason | null;
}

/** How far a parcel is, so that two words about it can be compared. */
export const parcelSteps: Record<Shipment, number> = {
  none: 0,
  shipped: 1,
  in_transit: 2,
  delivered: 3,
  returned: 4,
};

/**
 * Where an order is by its store's news. A status that nobody knows leaves it where it was. News of a parcel that is younger than the
 * order's own is not undone by it.
 */
export function standingAfter(order: StoreOrder, before: OrderBefore | null): OrderStanding {
  const isOvertaken =
    before?.shipmentSaidAt != null &&
    before.shipmentSaidAt > order.updatedAt &&
    parcelSteps[before.shipment] > parcelSteps[order.shipment];
  const shipment = isOvertaken ? before.shipment : order.shipment;
  const shipmentSaidAt = (isOvertaken ? before.shipmentSaidAt : null) ?? order.updatedAt;
  if (order.status === null) {
    const status = before?.status ?? "processing";
    const kept = before && shipment === "none" ? before.shipment : shipment;
    return { status, shipment: kept, shipmentSaidAt, callReason: order.callReason };
  }
  const status = isOvertaken && isOnItsWay(order.status) ? statusOf(shipment) : order.status;
  return { status, shipment, shipmentSaidAt, callReason: order.callReason };
}

function isOnItsWay(status: OrderStatus): boolean {
  return status !== "cancelled" && status !== "refunded";
}

function statusOf(shipment: Shipment): OrderStatus {
  return shipment === "delivered" ? "delivered" : "shipped";
}

/** An order's columns that the store alone decides. */
export function storeColumns(order: StoreOrder, standing: OrderStanding, settlement: Settlement) {
  const refunded = settlement.refunds.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
  return {
    externalCustomerId: order.externalCustomerId,
    orderNumber: order.number,
    ...standing,
    storeStatus: order.storeStatus,
    isStatusUnknown: order.status === null && order.callReason === null,
    paymentStatus: settlement.paymentStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    gateways: order.gateways,
    paymentKind: order.payment,
    isTest: order.isTest,
    currency: order.currency,
    currentTotalAmount: order.currentTotal,
    receivedAmount: settlement.received,
    refundedAmount: refunded.toFixed(),
    amountDue: settlement.due,
    shippingAmount: order.amounts.shipping,
    taxAmount: order.amounts.tax,
    discountAmount: order.amounts.discount,
    feeAmount: order.amounts.fees,
    taxesIncluded: order.amounts.taxesIncluded,
    buyerCurrency: order.buyerMoney?.currency ?? null,
    buyerTotalAmount: order.buyerMoney?.total ?? null,
    buyerAmountDue: order.buyerMoney && (Number(settlement.due) === 0 ? "0" : order.buyerMoney.due),
    shippingMethod: order.shippingMethod,
    trackingNumbers: order.trackingNumbers,
    notUnderstood: order.notUnderstood,
    externalUpdatedAt: order.updatedAt,
  };
}

/** An order's columns that hold the buyer's data, as the store had it; phones as they were typed. */
export function personalColumns(order: StoreOrder) {
  const { recipient } = order;
  return {
    shippingName: recipient.name,
    shippingEmail: order.buyer.email,
    shippingPhone: recipient.phone ?? order.buyer.phone,
    shippingStreet: recipient.street,
    shippingCity: recipient.city,
    shippingRegion: recipient.region,
    shippingZip: recipient.zip,
    shippingCountry: recipient.country,
    note: order.note,
    attributes: order.attributes.map((one) => ({ ...one })),
    company: order.company,
    taxNumber: order.taxNumber,
    otherPhones: order.otherPhones,
  };
}

import {
  type FulfillmentStatus,
  hasBeenPaid,
  type OrderStatus,
  type PaymentStatus,
  type Shipment,
} from "#lib/orders/model.ts";
import { isCashOnDelivery } from "#lib/platforms/payment-kind.ts";
import type { StoreContact, StoreContext, StoreOrder } from "#lib/platforms/platform.ts";
import {
  refundedAmount,
  type ShopifyAddress,
  type ShopifyOrder,
  shipmentOf,
} from "#lib/platforms/shopify/shapes.ts";

/** Shopify's order in Astra's terms. */
export function toOrder(
  order: ShopifyOrder,
  context: StoreContext & { isTest: boolean },
  notUnderstood: string[],
): StoreOrder {
  const named = (order.payment_gateway_names ?? []).filter((name) => name.trim() !== "");
  const gateways = named.length === 0 && order.gateway ? [order.gateway] : named;
  const shipment = orderShipment(order);
  const isCod = isCashOnDelivery(gateways, context.codGateways);
  const paymentStatus = paymentStatuses[order.financial_status ?? ""] ?? "pending";
  const total = order.total_price ?? "0";
  const currentTotal = order.current_total_price ?? total;
  return {
    externalId: order.id,
    externalCustomerId: order.customer?.id ?? null,
    number: order.name ?? order.order_number ?? order.id,
    parent: null,
    status: orderStatus(order, shipment),
    storeStatus: null,
    callReason: null,
    paymentStatus,
    fulfillmentStatus: fulfillmentStatuses[order.fulfillment_status ?? ""] ?? "unfulfilled",
    shipment,
    gateways,
    payment: isCod ? "cash_on_delivery" : hasBeenPaid(paymentStatus) ? "prepaid" : "unknown",
    isTest: order.test === true || context.isTest,
    currency: order.currency,
    total,
    isTotalAsPlaced: true,
    currentTotal,
    amounts: { shipping: null, tax: null, discount: null, fees: null, taxesIncluded: null },
    received: hasBeenPaid(paymentStatus) ? total : "0",
    due: hasBeenPaid(paymentStatus) || order.cancelled_at ? "0" : currentTotal,
    buyerMoney: null,
    refunds: (order.refunds ?? []).map((refund) => ({
      externalId: refund.id,
      amount: refundedAmount(refund),
      buyerMoney: null,
      refundedAt: refund.created_at,
    })),
    buyer: contact(order),
    recipient: contact(order),
    otherPhones: [
      order.shipping_address,
      order.billing_address,
      order.customer,
      order.customer?.default_address,
    ]
      .map((source) => source?.phone)
      .filter((phone) => phone != null),
    company: null,
    taxNumber: null,
    note: null,
    attributes: [],
    shippingMethod: null,
    trackingNumbers: [],
    items: (order.line_items ?? []).map((item) => ({
      externalId: item.id,
      sku: item.sku,
      name: item.name ?? item.title ?? item.id,
      quantity: item.quantity ?? "1",
      currentQuantity: item.current_quantity ?? item.quantity ?? "1",
      pricePerUnit: item.price ?? "0",
      lineTotal: item.price ?? "0",
      attributes: [],
    })),
    createdAt: order.created_at ?? context.receivedAt,
    updatedAt: order.updated_at ?? context.receivedAt,
    notUnderstood,
  };
}

const paymentStatuses: Record<string, PaymentStatus> = {
  pending: "pending",
  authorized: "authorized",
  partially_paid: "partially_paid",
  paid: "paid",
  partially_refunded: "partially_refunded",
  refunded: "refunded",
  voided: "voided",
  expired: "voided",
};

const fulfillmentStatuses: Record<string, FulfillmentStatus> = { fulfilled: "fulfilled", partial: "partial" };

function orderStatus(order: ShopifyOrder, shipment: Shipment): OrderStatus {
  if (order.cancelled_at) return "cancelled";
  if (order.financial_status === "refunded") return "refunded";
  if (shipment === "delivered") return "delivered";
  if (shipment !== "none") return "shipped";
  const isPaidFor = ["paid", "authorized", "partially_paid", "partially_refunded"].includes(
    order.financial_status ?? "",
  );
  return isPaidFor ? "processing" : "pending";
}

/** The order is delivered when all its parcels are, and under way as soon as one is. */
function orderShipment(order: ShopifyOrder): Shipment {
  const parcels = (order.fulfillments ?? [])
    .map((parcel) => shipmentOf(parcel.status, parcel.shipment_status))
    .filter((shipment) => shipment !== "none");
  const isComplete = order.fulfillment_status === "fulfilled";
  if (parcels.length === 0) return isComplete ? "shipped" : "none";
  if (isComplete && parcels.every((shipment) => shipment === "delivered")) return "delivered";
  return parcels.some((shipment) => shipment !== "shipped") ? "in_transit" : "shipped";
}

function contact(order: ShopifyOrder): StoreContact {
  const address = order.shipping_address ?? order.billing_address ?? order.customer?.default_address ?? null;
  return {
    name: personName(address) ?? personName(order.customer) ?? personName(order.billing_address),
    email: order.email ?? order.contact_email ?? order.customer?.email ?? null,
    phone: order.phone ?? address?.phone ?? order.billing_address?.phone ?? order.customer?.phone ?? null,
    street: [address?.address1, address?.address2].filter((line) => line != null).join(", ") || null,
    city: address?.city ?? null,
    region: address?.province ?? null,
    zip: address?.zip ?? null,
    country: countryCode(address),
  };
}

function personName(
  person: { name?: string | null; first_name: string | null; last_name: string | null } | null | undefined,
): string | null {
  if (!person) return null;
  return (
    person.name || [person.first_name, person.last_name].filter((part) => part !== null).join(" ") || null
  );
}

function countryCode(address: ShopifyAddress): string | null {
  const code = address?.country_code?.toUpperCase();
  return code && /^[A-Z]{2}$/.test(code) ? code : null;
}

import type { FulfillmentStatus, OrderStatus, PaymentStatus } from "#lib/orders/model.ts";

/** An address or a person as a store names them; every field may be missing. */
export interface StoreContact {
  name: string | null;
  email: string | null;
  /** As typed; normalised when it is recorded. */
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  zip: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
}

/** A line of an order. Amounts and quantities are decimal strings. */
export interface StoreItem {
  externalId: string;
  sku: string | null;
  name: string;
  quantity: string;
  currentQuantity: string;
  pricePerUnit: string;
}

/** Money given back: a positive decimal string in the order's currency. */
export interface StoreRefund {
  externalId: string;
  amount: string;
  /** Null when the platform doesn't say: then the moment at which Astra first heard of it. */
  refundedAt: Date | null;
}

/** How far the parcels of an order are. */
export type Shipment = "none" | "shipped" | "in_transit" | "delivered" | "returned";

/** An order as any platform tells it. Amounts are decimal strings in `currency`. */
export interface StoreOrder {
  externalId: string;
  externalCustomerId: string | null;
  number: string;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfillmentStatus: FulfillmentStatus;
  shipment: Shipment;
  gateways: string[];
  isCod: boolean;
  isTest: boolean;
  currency: string;
  total: string;
  /** Whether `total` stays as placed for good; else only the first one heard of is. */
  isTotalAsPlaced: boolean;
  /** After edits and refunds: what the order is worth now. */
  currentTotal: string;
  refunds: StoreRefund[];
  contact: StoreContact;
  /** Other phones that the order names, in case the first can't be dialled. */
  otherPhones: string[];
  items: StoreItem[];
  createdAt: Date;
  updatedAt: Date;
}

/** A request of the platform on behalf of a buyer or of a store that left (Shopify's mandatory topics). */
export interface StorePrivacyRequest {
  kind: "data_request" | "redact_customer" | "redact_shop";
  externalCustomerId: string | null;
  email: string | null;
  phone: string | null;
  externalOrderIds: string[];
}

/** What the topic of a whole order says happened to it. */
export type OrderChange = "created" | "updated" | "restored";

/** What a delivery means, whatever the platform. */
export type StoreEvent =
  | { kind: "order"; order: StoreOrder; change: OrderChange }
  | { kind: "order_deleted"; externalOrderId: string }
  | { kind: "refund"; externalOrderId: string; refund: StoreRefund }
  | {
      kind: "fulfillment";
      externalOrderId: string;
      shipment: Shipment;
      trackingNumber: string | null;
      carrier: string | null;
      at: Date;
    }
  | {
      kind: "payment";
      externalOrderId: string;
      externalTransactionId: string;
      transaction: string;
      status: string;
      amount: string;
      currency: string;
      at: Date;
    }
  | { kind: "uninstalled" }
  | { kind: "privacy"; request: StorePrivacyRequest }
  | { kind: "ignored"; reason: string; subject?: string };

/** The store that a delivery came from, as far as reading the delivery needs it. */
export interface StoreContext {
  codGateways: string[];
}

/** What a request's headers say. */
export interface DeliveryHeaders {
  domain: string | null;
  signature: string | null;
  topic: string | null;
}

/** One platform: the only place that knows its headers, payloads and words. A third platform is one more of these. */
export interface Platform {
  readHeaders(headers: Headers): DeliveryHeaders;
  /** What makes a delivery the same as one seen before, for one store. */
  dedupeKey(headers: Headers, body: Buffer): string;
  /** Privacy requests are honoured, and a farewell is heard, even when the store is paused or gone. */
  concernsPausedStore(topic: string): boolean;
  /** @throws DeliveryError when the payload is not what the topic promises */
  readEvent(topic: string, headers: Headers, body: unknown, store: StoreContext): StoreEvent;
}

/** A delivery that can't be understood as it is; the message says why, in words fit for the store's settings. */
export class DeliveryError extends Error {
  override name = "DeliveryError";
}

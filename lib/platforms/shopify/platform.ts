import { createHash } from "node:crypto";
import { readDeletion } from "#lib/platforms/deletion.ts";
import { readLeniently, readPayload } from "#lib/platforms/fields.ts";
import type { OrderChange, Platform, StoreContext, StoreEvent } from "#lib/platforms/platform.ts";
import { toOrder } from "#lib/platforms/shopify/order.ts";
import { toldRefund } from "#lib/platforms/shopify/refunds.ts";
import { refused } from "#lib/platforms/shopify/refused.ts";
import { sampleShopifyOrder } from "#lib/platforms/shopify/sample.ts";
import * as shapes from "#lib/platforms/shopify/shapes.ts";
import { hasFailed, isCancelled, shipmentOf, trackingNumbersOf } from "#lib/platforms/shopify/shipment.ts";
import { normaliseDomain } from "#lib/stores/model.ts";

/** Shopify. Source: shopify.dev "Webhook topics", "Webhooks: delivery structure". */
export const shopify: Platform = {
  readHeaders: (headers) => {
    const domain = header(headers, "shop-domain");
    return {
      domain: domain && normaliseDomain(domain),
      signature: header(headers, "hmac-sha256"),
      topic: header(headers, "topic"),
      deliveryId: header(headers, "webhook-id"),
    };
  },

  // The webhook id stays the same over retries and differs between topics; old or stripped deliveries may lack it.
  dedupeKey: ({ topic, deliveryId }, body) =>
    `${topic}:${deliveryId ?? createHash("sha256").update(body).digest("hex")}`,

  isPing: null,

  // Its orders say where they are in fields of their own.
  readStatus: () => ({
    meaning: null,
    status: null,
    shipment: "none",
    callReason: null,
    fulfillmentStatus: "unfulfilled",
  }),

  concernsPausedStore: (topic) =>
    ["customers/data_request", "customers/redact", "shop/redact", "app/uninstalled"].includes(topic),

  sampleOrder: sampleShopifyOrder,
  refused,

  readEvent: (topic, headers, body, store) => {
    const read = Object.hasOwn(readers, topic) ? readers[topic] : undefined;
    if (!read)
      return {
        kind: "ignored",
        reason: { code: "uselessTopic", topic },
        ...customerSubject(topic, body),
      };
    return read(body, { ...store, isTest: header(headers, "test") === "true" });
  },
};

interface ReadContext extends StoreContext {
  isTest: boolean;
}

type Reader = (body: unknown, context: ReadContext) => StoreEvent;

const readOrder =
  (change: OrderChange): Reader =>
  (body, context) => {
    const { value, notUnderstood } = readLeniently(shapes.order, unwrap(body));
    const isPartial = value.line_items.length === 0 && value.total_price === null;
    return { kind: "order", order: toOrder(value, context, notUnderstood), change, isPartial };
  };

const readers: Record<string, Reader> = {
  "orders/create": readOrder("created"),
  "orders/updated": readOrder("updated"),
  "orders/paid": readOrder("updated"),
  "orders/cancelled": readOrder("updated"),
  "orders/fulfilled": readOrder("updated"),
  "orders/partially_fulfilled": readOrder("updated"),
  "orders/edited": () => ({
    kind: "ignored",
    reason: { code: "onlyChanges" },
  }),
  "orders/delete": readDeletion,
  "refunds/create": readRefund,
  "fulfillments/create": readFulfillment,
  "fulfillments/update": readFulfillment,
  "fulfillment_events/create": readFulfillmentEvent,
  "order_transactions/create": readTransaction,
  "app/uninstalled": (body) => ({ kind: "uninstalled", shops: shopsOf(body) }),
  "customers/data_request": (body) => readPrivacyRequest("data_request", body),
  "customers/redact": (body) => readPrivacyRequest("redact_customer", body),
  "shop/redact": (body) => ({
    kind: "privacy",
    shops: shopsOf(body),
    request: {
      kind: "redact_shop",
      externalCustomerId: null,
      email: null,
      phone: null,
      externalOrderIds: [],
    },
  }),
};

function readRefund(body: unknown, { receivedAt }: ReadContext): StoreEvent {
  const { value, notUnderstood } = readLeniently(shapes.refund, body);
  const refund = toldRefund(value);
  if (!refund)
    return {
      kind: "ignored",
      reason: { code: "severalCurrencies" },
      subject: `order:${value.order_id}`,
    };
  return {
    kind: "refund",
    externalOrderId: value.order_id,
    notUnderstood,
    refund,
    saidAt: value.created_at ?? receivedAt,
  };
}

function readFulfillment(body: unknown, { receivedAt }: ReadContext): StoreEvent {
  const { value, notUnderstood } = readLeniently(shapes.fulfillment, body);
  return {
    kind: "fulfillment",
    externalOrderId: value.order_id,
    notUnderstood,
    shipment: shipmentOf(value),
    isCancelled: isCancelled(value),
    hasFailed: hasFailed(value),
    trackingNumbers: trackingNumbersOf(value),
    carrier: value.tracking_company,
    at: value.updated_at ?? receivedAt,
  };
}

function readFulfillmentEvent(body: unknown, { receivedAt }: ReadContext): StoreEvent {
  const { value, notUnderstood } = readLeniently(shapes.fulfillmentEvent, body);
  const parcel = { status: "success", shipment_status: value.status };
  return {
    kind: "fulfillment",
    externalOrderId: value.order_id,
    notUnderstood,
    shipment: shipmentOf(parcel),
    isCancelled: false,
    hasFailed: hasFailed(parcel),
    trackingNumbers: [],
    carrier: null,
    at: value.happened_at ?? receivedAt,
  };
}

function readTransaction(body: unknown, { receivedAt }: ReadContext): StoreEvent {
  const { value, notUnderstood } = readLeniently(shapes.orderTransaction, body);
  return {
    kind: "payment",
    externalOrderId: value.order_id,
    notUnderstood,
    externalTransactionId: value.id,
    transaction: value.kind ?? "",
    status: value.status ?? "",
    amount: value.amount ?? "0",
    currency: value.currency,
    at: value.created_at ?? receivedAt,
  };
}

function readPrivacyRequest(kind: "data_request" | "redact_customer", body: unknown): StoreEvent {
  const request = readPayload(shapes.privacyRequest, body);
  return {
    kind: "privacy",
    shops: shopsOf(body),
    request: {
      kind,
      externalCustomerId: request.customer?.id ?? null,
      email: request.customer?.email ?? null,
      phone: request.customer?.phone ?? null,
      externalOrderIds: request.orders_to_redact ?? request.orders_requested ?? [],
    },
  };
}

/** The addresses by which a body names its shop. */
function shopsOf(body: unknown): string[] {
  const named = shapes.namedShop.safeParse(body);
  if (!named.success) return [];
  const { shop_domain, myshopify_domain, domain } = named.data;
  return [shop_domain, myshopify_domain, domain].flatMap((shop) => (shop ? [normaliseDomain(shop)] : []));
}

/** Deliveries about a customer are remembered as such, so that a later redaction finds them. */
function customerSubject(topic: string, body: unknown): { subject?: string } {
  const customer = topic.startsWith("customers/") ? shapes.deletedOrder.safeParse(body) : undefined;
  return customer?.success ? { subject: `customer:${customer.data.id}` } : {};
}

/** The REST envelope, in case a forwarder left it on. */
function unwrap(body: unknown): unknown {
  const isWrapped = typeof body === "object" && body !== null && "order" in body && !("id" in body);
  return isWrapped ? body.order : body;
}

/** Newer "Events" deliveries drop the prefix `X-`. */
function header(headers: Headers, name: string): string | null {
  return headers.get(`x-shopify-${name}`) ?? headers.get(`shopify-${name}`);
}

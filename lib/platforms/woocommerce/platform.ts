import { createHash } from "node:crypto";
import { readDeletion } from "#lib/platforms/deletion.ts";
import { readLeniently } from "#lib/platforms/fields.ts";
import {
  DeliveryError,
  type OrderChange,
  type Platform,
  type StoreContext,
  type StoreEvent,
} from "#lib/platforms/platform.ts";
import { isErased, withoutPerson } from "#lib/platforms/woocommerce/erasure.ts";
import { notAnOrder } from "#lib/platforms/woocommerce/not-an-order.ts";
import { toOrder } from "#lib/platforms/woocommerce/order.ts";
import { refused } from "#lib/platforms/woocommerce/refused.ts";
import { sampleWooOrder } from "#lib/platforms/woocommerce/sample.ts";
import { order, withId } from "#lib/platforms/woocommerce/shapes.ts";
import { meaningOf, standingOf } from "#lib/platforms/woocommerce/status.ts";
import { normaliseDomain } from "#lib/stores/model.ts";

/** WooCommerce. Source: class-wc-webhook.php and "woocommerce-rest-api-docs: Webhooks". */
export const woocommerce: Platform = {
  readHeaders: (headers) => {
    const source = headers.get("x-wc-webhook-source");
    return {
      domain: source && normaliseDomain(source),
      signature: headers.get("x-wc-webhook-signature"),
      topic: headers.get("x-wc-webhook-topic"),
      deliveryId: headers.get("x-wc-webhook-delivery-id"),
    };
  },

  // A delivery id is a hash of webhook and second: two events of one second share it, so the body belongs to the key.
  dedupeKey: ({ topic, deliveryId }, body) => {
    const hash = createHash("sha256").update(body).digest("hex");
    return `${topic}:${deliveryId ?? ""}:${hash}`;
  },

  isPing,

  readStatus: (status, statusMap) => {
    const meaning = status === null ? null : meaningOf(status, statusMap);
    return { meaning, ...standingOf(status, meaning) };
  },

  concernsPausedStore: () => false,

  sampleOrder: sampleWooOrder,
  refused,

  readEvent: (topic, _headers, body, store): StoreEvent => {
    switch (topic) {
      case "order.created":
      case "order.updated":
      case "order.restored":
        return readOrder(orderChanges[topic], body, store);
      case "order.deleted":
        return readDeletion(body);
      default:
        return {
          kind: "ignored",
          reason: { code: "uselessTopic", topic },
          ...customerSubject(topic, body),
        };
    }
  },
};

function readOrder(change: OrderChange, body: unknown, store: StoreContext): StoreEvent {
  if (isLegacy(body)) throw new DeliveryError({ code: "legacyApi" });
  const other = notAnOrder(body);
  if (other) return other;
  const { value, notUnderstood } = readLeniently(order, body);
  const told = toOrder(value, store, notUnderstood);
  return isErased(value)
    ? { kind: "order_erased", order: withoutPerson(told) }
    : { kind: "order", order: told, change };
}

/**
 * Whether a request is the ping that WooCommerce posts when a webhook is saved: unsigned, form-encoded, without any header of
 * its own. It wants exactly 200, else the webhook can't be activated.
 */
export function isPing(headers: Headers, body: Buffer): boolean {
  const contentType = headers.get("content-type") ?? "";
  return (
    contentType.startsWith("application/x-www-form-urlencoded") &&
    !headers.has("x-wc-webhook-topic") &&
    body.length <= 64 &&
    /^webhook_id=\d{1,20}$/.test(body.toString("latin1").trim())
  );
}

const orderChanges = {
  "order.created": "created",
  "order.updated": "updated",
  "order.restored": "restored",
} as const;

/** The legacy API wraps the order and names its fields otherwise. */
function isLegacy(body: unknown): boolean {
  return typeof body === "object" && body !== null && "order" in body && !("id" in body);
}

function customerSubject(topic: string, body: unknown): { subject?: string } {
  const customer = topic.startsWith("customer.") ? withId.safeParse(body) : undefined;
  return customer?.success ? { subject: `customer:${customer.data.id}` } : {};
}

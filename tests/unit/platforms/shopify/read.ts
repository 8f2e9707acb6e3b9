import { parseExactly } from "#lib/platforms/json.ts";
import type { StoreContext, StoreEvent, StoreOrder } from "#lib/platforms/platform.ts";
import { shopify } from "#lib/platforms/shopify/platform.ts";
import { payload, payloadHeaders } from "#tests/fixtures/payloads.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";

/** A store whose owner has said nothing yet. */
export const store: StoreContext = {
  codGateways: [],
  paymentMethods: {},
  statusMap: {},
  receivedAt: new Date("2026-11-30T12:00:00Z"),
};

/** What a body means that came under a topic. */
export function read(
  topic: string,
  body: object,
  headers: Record<string, string> = {},
  from: StoreContext = store,
): StoreEvent {
  return shopify.readEvent(
    topic,
    new Headers(headers),
    parseExactly(Buffer.from(JSON.stringify(body))),
    from,
  );
}

/** The sample order with changes, as Astra reads it. */
export function orderFrom(
  changes: Record<string, unknown>,
  headers?: Record<string, string>,
  from?: StoreContext,
): StoreOrder {
  return orderIn(read("orders/updated", shopifyOrder(changes), headers, from));
}

/** What the body of a report means, under the topic that was captured with it. */
export function report(name: string): StoreEvent {
  const topic = payloadHeaders(`reports/${name}.json`)["x-shopify-topic"];
  if (!topic) throw new Error(`No topic was captured with ${name}.`);
  return shopify.readEvent(topic, new Headers(), parseExactly(payload(`reports/${name}.json`)), store);
}

/** The order of an event. */
export function orderIn(event: StoreEvent): StoreOrder {
  if (event.kind !== "order") throw new Error("This is no order.");
  return event.order;
}

import { parseExactly } from "#lib/platforms/json.ts";
import type { StoreContext, StoreEvent, StoreOrder } from "#lib/platforms/platform.ts";
import { woocommerce } from "#lib/platforms/woocommerce/platform.ts";
import { payload, payloadHeaders } from "#tests/fixtures/payloads.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";

/** A store whose owner has said nothing yet. */
export const store: StoreContext = {
  codGateways: [],
  paymentMethods: {},
  statusMap: {},
  receivedAt: new Date("2026-12-01T00:00:00Z"),
};

/** What a delivery of a body means. */
export function readBody(topic: string, body: unknown, context: Partial<StoreContext> = {}): StoreEvent {
  const bytes = Buffer.from(JSON.stringify(body));
  return woocommerce.readEvent(topic, new Headers(), parseExactly(bytes), { ...store, ...context });
}

/** What a delivery of the usual order with changes means. */
export function read(topic: string, changes: Record<string, unknown>): StoreEvent {
  return readBody(topic, wooOrder(changes));
}

/** The usual order with changes, as it is read. */
export function orderFrom(changes: Record<string, unknown>, context?: Partial<StoreContext>): StoreOrder {
  return orderOf(readBody("order.updated", wooOrder(changes), context));
}

/** A delivery that was kept byte for byte, with its headers. */
export function readFixture(file: string): StoreEvent {
  const headers = new Headers(payloadHeaders(file));
  const { topic } = woocommerce.readHeaders(headers);
  return woocommerce.readEvent(topic ?? "", headers, parseExactly(payload(file)), store);
}

export function orderOf(event: StoreEvent): StoreOrder {
  if (event.kind !== "order") throw new Error(`This is no order but ${event.kind}.`);
  return event.order;
}

/** A line of the list in which plug-ins keep what they like. */
export function meta(key: string, value: unknown, shown: { key?: string; value?: unknown } = {}) {
  return { id: 1, key, value, display_key: shown.key ?? key, display_value: shown.value ?? value };
}

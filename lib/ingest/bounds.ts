import { cut } from "#lib/base/text/schema.ts";
import { tidy } from "#lib/base/text/tidy.ts";
import { isAbsurd } from "#lib/orders/amounts.ts";
import type { StoreEvent, StoreOrder } from "#lib/platforms/platform.ts";

// Whatever a store says, in the one place that everything passes: nothing of it lies in the future, no text is more than Postgres and a page
// take, and what can't be true is marked.

const longestText = 5_000;
/** So many are more than any order has; lines and refunds are kept however many there are. */
const longestLists: Record<string, number> = {
  gateways: 10,
  otherPhones: 10,
  trackingNumbers: 40,
  attributes: 40,
  notUnderstood: 20,
  shops: 10,
};

/** A clock may be wrong by some hours; what is further ahead is no date. Milliseconds. */
const absurdlyAhead = 86_400_000;

/** The event with no time after its receipt, all texts fit to be kept, and an order's absurd amounts and dates among what was not understood. */
export function withinBounds(event: StoreEvent, receivedAt: Date): StoreEvent {
  const bounded = bound(event, receivedAt);
  if (bounded.kind !== "order" || event.kind !== "order") return bounded;
  const { order } = bounded;
  const notUnderstood = [...order.notUnderstood, ...absurdities(event.order, receivedAt)];
  return { ...bounded, order: { ...order, notUnderstood: [...new Set(notUnderstood)] } };
}

function absurdities(order: StoreOrder, receivedAt: Date): string[] {
  const isAhead = (date: Date) => date.getTime() - receivedAt.getTime() > absurdlyAhead;
  return [
    ...(["total", "currentTotal"] as const).filter((field) => isAbsurd(order[field])),
    ...(["createdAt", "updatedAt"] as const).filter((field) => isAhead(order[field])),
  ];
}

function bound<Value>(value: Value, receivedAt: Date): Value {
  return boundAny(value, receivedAt) as Value;
}

function boundAny(value: unknown, receivedAt: Date): unknown {
  if (typeof value === "string") return cut(tidy(value), longestText);
  if (value instanceof Date) return value > receivedAt ? receivedAt : value;
  if (Array.isArray(value)) return value.map((item) => boundAny(item, receivedAt));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const kept = Array.isArray(member) ? member.slice(0, longestLists[key]) : member;
      return [key, boundAny(kept, receivedAt)];
    }),
  );
}

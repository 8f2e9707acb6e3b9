import fc from "fast-check";
import {
  shopifyAddress,
  shopifyFulfillment,
  shopifyLine,
  shopifyOrder,
  shopifyRefund,
} from "#tests/fixtures/shopify-order.ts";
import { phoneOf } from "#tests/integration/leads/detail/desk.ts";
import { randomName } from "#tests/support/people.ts";

/** An order as its shop has it at one moment: created, edited, cancelled, refunded, shipped, delivered or put back on the shelf. */
export interface Version {
  quantity: number;
  way: "here" | "shipped" | "delivered" | "returned";
  isCancelled: boolean;
  isRefunded: boolean;
}

/** What happens to an order at a desk: its shop tells of a version, or a person acts. */
export type Step =
  | { kind: "deliver"; version: number; isTwice: boolean }
  | { kind: "decide"; field: "codStatus"; to: "confirmed" | "rejected" | "refused" }
  | { kind: "decide"; field: "logisticStatus"; to: "returned" | "cancelled" }
  | { kind: "answer"; sellable: number; damaged: number }
  | { kind: "correct"; delta: number };

/** One order's life: its versions in the order in which they came to be, and what happens in the order in which Astra hears of it. */
export interface Life {
  product: number;
  versions: Version[];
  steps: Step[];
}

const version: fc.Arbitrary<Version> = fc.record({
  quantity: fc.integer({ min: 0, max: 4 }),
  way: fc.constantFrom("here", "here", "shipped", "shipped", "delivered", "returned"),
  isCancelled: fc.nat({ max: 4 }).map((one) => one === 0),
  isRefunded: fc.nat({ max: 4 }).map((one) => one === 0),
});

const deliver: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant("deliver" as const),
  version: fc.nat({ max: 4 }),
  isTwice: fc.boolean(),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: deliver },
  fc.record({
    kind: fc.constant("decide" as const),
    field: fc.constant("codStatus" as const),
    to: fc.constantFrom("confirmed" as const, "rejected" as const, "refused" as const),
  }),
  fc.record({
    kind: fc.constant("decide" as const),
    field: fc.constant("logisticStatus" as const),
    to: fc.constantFrom("returned" as const, "cancelled" as const),
  }),
  fc.record({
    kind: fc.constant("answer" as const),
    sellable: fc.integer({ min: 0, max: 2 }),
    damaged: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ kind: fc.constant("correct" as const), delta: fc.constantFrom(-2, -1, 1, 2) }),
);

export const life: fc.Arbitrary<Life> = fc.record({
  product: fc.nat({ max: 2 }),
  versions: fc.array(version, { minLength: 1, maxLength: 5 }),
  // Nothing can be done with an order before its shop has told of it.
  steps: fc.tuple(deliver, fc.array(step, { maxLength: 6 })).map(([first, others]) => [first, ...others]),
});

/** An order of a shop, to be told of in any of its versions. */
export interface ToldOrder {
  id: number;
  email: string;
  sku: string;
  /** When the first version came to be; each further one a second later. */
  since: Date;
}

export function newOrder(id: number, sku: string): ToldOrder {
  return { id, sku, email: `${randomName()}@example.com`, since: new Date(Date.now() - 3_600_000) };
}

/** What the shop sends of a version. */
export function bodyOf({ id, email, sku, since }: ToldOrder, number: number, version: Version): object {
  const { way, isCancelled, isRefunded } = version;
  const now = new Date(since.getTime() + number * 1_000).toISOString();
  const hasLeft = way !== "here";
  return shopifyOrder({
    id,
    name: `#${id}`,
    email,
    contact_email: email,
    customer: null,
    shipping_address: shopifyAddress({ phone: phoneOf(id) }),
    created_at: since.toISOString(),
    updated_at: now,
    cancelled_at: isCancelled ? now : null,
    financial_status: isRefunded ? "refunded" : "pending",
    fulfillment_status: hasLeft ? "fulfilled" : null,
    fulfillments: hasLeft
      ? [shopifyFulfillment({ order_id: id, shipment_status: way === "delivered" ? "delivered" : null })]
      : [],
    refunds:
      way === "returned"
        ? [shopifyRefund({ transactions: [], refund_line_items: [{ restock_type: "return" }] })]
        : [],
    line_items: [shopifyLine({ sku, quantity: 5, current_quantity: quantityOf(version) })],
  });
}

/** What was put back on the shelf is in the order no longer. */
export const quantityOf = ({ way, quantity }: Version): number => (way === "returned" ? 0 : quantity);

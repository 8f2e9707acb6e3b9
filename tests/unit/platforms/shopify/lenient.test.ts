import { Decimal } from "decimal.js";
import { array, assert, constantFrom, oneof, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import { payload } from "#tests/fixtures/payloads.ts";
import { orderFrom, orderIn, read, store } from "./read.ts";

const files = [
  "reports/01-b-order-updated-refunded.json",
  "reports/15-b-fulfilled.json",
  "reports/21-a-note-shopify.json",
  "shopify/orders-updated-partially-refunded-2026-07.json",
];

function bodyOf(file: string): Record<string, unknown> {
  return JSON.parse(payload(file).toString("utf8"));
}

type Path = (string | number)[];

/** All fields of a body, however deep. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, member]) =>
    pathsOf(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

const missing = Symbol("missing");

/** A body with another value in a field, or without it; as it is when the field went with one before. */
function withField(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, key)) return body;
  const changed = (Array.isArray(body) ? [...body] : { ...body }) as Record<string | number, unknown>;
  if (rest.length === 0 && value === missing) delete changed[key];
  else changed[key] = withField(changed[key], rest, value);
  return changed;
}

/** What is sure of whatever is an order. */
function expectAnOrder(order: StoreOrder, id: string): void {
  expect(order.externalId).toBe(id);
  for (const amount of [order.total, order.currentTotal, order.due])
    expect(new Decimal(amount).isFinite()).toBe(true);
  for (const date of [order.createdAt, order.updatedAt]) expect(date.getTime()).not.toBeNaN();
  for (const item of order.items) {
    expect(item.name).not.toBe("");
    expect(new Decimal(item.lineTotal).isFinite()).toBe(true);
  }
  expect(new Set(order.items.map((item) => item.externalId)).size).toBe(order.items.length);
  expect(new Set(order.refunds.map((refund) => refund.externalId)).size).toBe(order.refunds.length);
}

const nothing = constantFrom<unknown[]>(null, "", [], {}, missing);
const nonsense = constantFrom<unknown[]>(
  false,
  true,
  "x",
  -1,
  1e21,
  ["x"],
  [[]],
  { a: { b: 1 } },
  [null],
  "ț".repeat(9999),
);

/** A body and one of its fields, of those that don't tell which order it is. */
const field = constantFrom(...files).chain((file) => {
  const fields = pathsOf(bodyOf(file)).filter((path) => path[0] !== "id");
  return tuple(constantFrom(file), constantFrom(...fields));
});

test("an order whose fields make no sense is still one, with what is sure", () => {
  const change = tuple(field, oneof(nothing, nonsense));
  assert(
    property(constantFrom(...files), array(change, { minLength: 1, maxLength: 12 }), (file, changes) => {
      const body = bodyOf(file);
      const sent = changes.reduce<unknown>((left, [[, path], value]) => withField(left, path, value), body);
      expectAnOrder(orderIn(read("orders/updated", sent as object)), String(body.id));
    }),
    { numRuns: 500 },
  );
});

test("what is only left out is understood", () => {
  assert(
    property(field, nothing, ([file, path], value) => {
      const body = bodyOf(file);
      const order = orderIn(read("orders/updated", withField(body, path, value) as object));
      expectAnOrder(order, String(body.id));
      expect(order.notUnderstood.filter((name) => !name.endsWith(".transactions"))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe("a field that makes no sense is named, and the rest is read", () => {
  const line = { id: 9_001, name: "Lamp", quantity: 2, price: "60.00" };

  test.each([
    ["a total", { total_price: "a lot" }, ["total_price"], { total: "120" }],
    ["a date", { created_at: "soon" }, ["created_at"], { createdAt: store.receivedAt }],
    ["a flag", { test: "perhaps" }, ["test"], { isTest: false }],
    ["a name", { email: ["a@example.com"] }, ["email"], { buyer: { email: "ana.pop@example.com" } }],
    [
      "an address",
      { shipping_address: "Strada Lunga 7" },
      ["shipping_address"],
      { buyer: { name: "Ana Pop" } },
    ],
    [
      "a price of a line",
      { line_items: [{ ...line, price: "?" }] },
      ["line_items.0.price"],
      { items: [{ name: "Lamp", pricePerUnit: "0" }] },
    ],
    ["a line", { line_items: [line, "gift"] }, ["line_items.1"], { items: [{ name: "Lamp" }] }],
    ["a list of lines", { line_items: "none" }, ["line_items"], { items: [] }],
    [
      "a property",
      { line_items: [{ ...line, properties: { Text: { deep: 1 }, Colour: "red" } }] },
      ["line_items.0.properties.0"],
      { items: [{ attributes: [{ label: "Colour", value: "red" }] }] },
    ],
    [
      "an amount of a transaction",
      { refunds: [{ id: 1, transactions: [{ kind: "refund", status: "success", amount: "x" }] }] },
      ["refunds.0.transactions.0.amount"],
      { refunds: [{ amount: "0" }] },
    ],
  ])("%s", (_, changes, notUnderstood, expected) => {
    const order = orderFrom(changes);
    expect(order).toMatchObject(expected);
    expect(order.notUnderstood).toEqual(notUnderstood);
  });
});

test("lists that were written as objects with numbers for keys are lists", () => {
  const line = { id: 9_001, name: "Lamp", quantity: 2, price: "60.00" };
  const order = orderFrom({
    line_items: { 0: line, 3: { ...line, id: 9_002 } },
    payment_gateway_names: { 0: "bogus" },
  });
  expect(order.items.map((item) => item.externalId)).toEqual(["9001", "9002"]);
  expect(order.gateways).toEqual(["bogus"]);
});

test("lines without an id are told apart; a line or refund that is listed twice counts once", () => {
  const line = { name: "Lamp", quantity: 2, price: "60.00" };
  const refund = { id: 1, transactions: [{ kind: "refund", status: "success", amount: "10.00" }] };
  const order = orderFrom({
    line_items: [{ ...line, id: 7 }, line, { ...line, id: 7 }, line],
    refunds: [refund, refund],
  });
  expect(order.items.map((item) => item.externalId)).toEqual(["7", "position-1", "position-3"]);
  expect(order.refunds).toMatchObject([{ externalId: "1", amount: "10" }]);
});

test("an order of nothing but an id is one", () => {
  expect(orderIn(read("orders/create", { id: 1 }))).toMatchObject({
    externalId: "1",
    number: "1",
    currency: "",
    total: "0",
    due: "0",
    items: [],
    createdAt: store.receivedAt,
    updatedAt: store.receivedAt,
    notUnderstood: [],
  });
});

test.each([[{}], [{ id: null }], [{ id: "" }], [{ id: 0, total_price: "1.00" }], [{ orders: [{ id: 1 }] }]])(
  "a body without an id is none: %o",
  (body) => {
    expect(() => read("orders/create", body)).toThrow(/"notPromised","fields":"id/);
  },
);

describe("news that points at an order, with the fields that make no sense named:", () => {
  test.each([
    [
      "refunds/create",
      { id: 1, order_id: 2, created_at: "soon", transactions: { 0: null } },
      { refund: { amount: "0", refundedAt: null }, saidAt: store.receivedAt, notUnderstood: ["created_at"] },
    ],
    [
      "fulfillments/create",
      { order_id: 2, status: ["x"], tracking_numbers: [["none"]] },
      { trackingNumbers: [], at: store.receivedAt, notUnderstood: ["status", "tracking_numbers.0"] },
    ],
    [
      "fulfillment_events/create",
      { order_id: 2, status: {}, happened_at: false },
      { at: store.receivedAt, notUnderstood: [] },
    ],
    [
      "order_transactions/create",
      { id: 1, order_id: 2, amount: "x", kind: "sale" },
      { transaction: "sale", amount: "0", at: store.receivedAt, notUnderstood: ["amount"] },
    ],
  ])("%s needs no more than to say so", (topic, body, expected) => {
    expect(read(topic, body)).toMatchObject({ externalOrderId: "2", ...expected });
  });
});

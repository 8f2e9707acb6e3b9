import { beforeEach, expect, test } from "vitest";
import {
  shopifyFulfillment,
  shopifyLine,
  shopifyOrder,
  shopifyRefund,
} from "#tests/fixtures/shopify-order.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchLog } from "../app-log.ts";
import { openShop } from "../shop.ts";
import { lifeOf, moved } from "./life.ts";

watchLog();

let seller: Person | undefined;
let store: Store;

const prepaid = { payment_gateway_names: ["shopify_payments"] };
const paid = { financial_status: "paid" };
const shippedParcel = { fulfillment_status: "fulfilled", fulfillments: [shopifyFulfillment()] };
const at = (day: number) => ({ updated_at: `2026-03-${String(day).padStart(2, "0")}T10:00:00+02:00` });

async function open(): Promise<void> {
  seller ??= await createAccount();
  store = (await openShop({ seller })).store;
}

beforeEach(open);

async function send(topic: string, changes: Record<string, unknown> = {}): Promise<void> {
  const answer = await deliverHere(store, topic, shopifyOrder(changes));
  expect(answer).toEqual({ status: 200, result: "stored" });
}

test("a prepaid order is created, paid, fulfilled and delivered", async () => {
  await send("orders/create", prepaid);
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "pending", payment: "pending" },
    lead: { cod: "not_cod", logistic: "pending", kpi: "waiting" },
  });
  await send("orders/paid", { ...prepaid, ...paid, ...at(3) });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "processing", payment: "paid" },
    lead: { logistic: "pending", kpi: "paid" },
    timeline: [],
  });
  await send("orders/fulfilled", { ...prepaid, ...paid, ...shippedParcel, ...at(4) });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "shipped", fulfillment: "fulfilled" },
    lead: { logistic: "shipped", kpi: "paid" },
  });
  const delivered = {
    order_id: 5_001_000_001,
    status: "delivered",
    happened_at: "2026-03-05T10:00:00+02:00",
  };
  await deliverHere(store, "fulfillment_events/create", delivered);
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "delivered" },
    lead: { logistic: "delivered", kpi: "paid" },
    timeline: [
      moved("logisticStatus", "pending", "shipped"),
      { type: "fulfilled", details: { status: "delivered" } },
      moved("logisticStatus", "shipped", "delivered"),
    ],
  });
});

test("a cash on delivery order is created, fulfilled and paid at the door", async () => {
  await send("orders/create");
  await send("orders/fulfilled", { ...shippedParcel, ...at(3) });
  expect((await lifeOf(store)).lead).toEqual({
    source: "shopify",
    cod: "pending",
    logistic: "shipped",
    kpi: "shipped",
  });
  await send("orders/paid", { ...shippedParcel, ...paid, ...at(6) });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "shipped", payment: "paid", isCod: true },
    lead: { cod: "collected", logistic: "shipped", kpi: "paid" },
    timeline: [moved("logisticStatus", "pending", "shipped"), moved("codStatus", "pending", "collected")],
  });
});

test("a parcel that still waits for the shipper has not left", async () => {
  await send("orders/create");
  for (const status of ["pending", "open"]) {
    await deliverHere(store, "fulfillments/create", shopifyFulfillment({ status }));
    expect(await lifeOf(store)).toMatchObject({
      order: { status: "pending" },
      lead: { logistic: "pending" },
    });
  }
  await deliverHere(store, "fulfillments/update", shopifyFulfillment({ status: "success" }));
  expect(await lifeOf(store)).toMatchObject({ order: { status: "shipped" }, lead: { logistic: "shipped" } });
});

test("one of two parcels that was delivered doesn't deliver the order", async () => {
  await send("orders/create");
  const first = shopifyFulfillment({ shipment_status: "delivered" });
  await send("orders/partially_fulfilled", {
    fulfillment_status: "partial",
    fulfillments: [first],
    ...at(3),
  });
  await deliverHere(store, "fulfillments/update", first);
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "shipped", fulfillment: "partial" },
    lead: { logistic: "in_transit", kpi: "shipped" },
  });
  const both = [first, shopifyFulfillment({ id: 6_002, shipment_status: "delivered" })];
  await send("orders/fulfilled", { fulfillment_status: "fulfilled", fulfillments: both, ...at(5) });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "delivered" },
    lead: { logistic: "delivered" },
  });
});

test("an order is cancelled before it was shipped", async () => {
  await send("orders/create");
  const cancelled = { cancelled_at: "2026-03-03T10:00:00+02:00", financial_status: "voided", ...at(3) };
  await send("orders/cancelled", cancelled);
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "cancelled", payment: "voided", total: "120", refunded: "0" },
    lead: { cod: "pending", logistic: "cancelled", kpi: "rejected" },
    timeline: [{ type: "order_cancelled", details: {} }, moved("logisticStatus", "pending", "cancelled")],
  });
});

test("an order that was delivered and is cancelled afterwards stays delivered for the lead", async () => {
  await send("orders/create", { ...prepaid, ...paid, ...shippedParcel });
  await deliverHere(store, "fulfillments/update", shopifyFulfillment({ shipment_status: "delivered" }));
  await send("orders/cancelled", {
    ...prepaid,
    ...paid,
    cancelled_at: "2026-03-06T10:00:00+02:00",
    ...at(6),
  });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "cancelled" },
    lead: { logistic: "delivered" },
  });
});

test("an order under way is cancelled: the lead is lost, unless a person says where the parcel is", async () => {
  const cancelled = { ...shippedParcel, cancelled_at: "2026-03-06T10:00:00+02:00", ...at(6) };
  await send("orders/create", shippedParcel);
  await send("orders/cancelled", cancelled);
  expect((await lifeOf(store)).lead).toMatchObject({ logistic: "cancelled", kpi: "rejected" });

  await open();
  await send("orders/create", shippedParcel);
  await asOwner("update crm_leads set logistic_decision = logistic_status where integration_id = $1", [
    store.id,
  ]);
  await send("orders/cancelled", cancelled);
  expect((await lifeOf(store)).lead).toMatchObject({ logistic: "shipped", kpi: "shipped" });
});

test("an order is given back in part, then whole", async () => {
  await send("orders/create", { ...prepaid, ...paid });
  const part = shopifyRefund({
    id: 1,
    transactions: [{ id: 11, kind: "refund", status: "success", amount: "20.50", currency: "RON" }],
  });
  const first = { financial_status: "partially_refunded", current_total_price: "99.50", refunds: [part] };
  await send("orders/updated", { ...prepaid, ...first, ...at(5) });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "processing", payment: "partially_refunded", refunded: "20.5", currentTotal: "99.5" },
    lead: { logistic: "pending", kpi: "paid" },
    timeline: [{ type: "refunded", details: { amount: "20.5", currency: "RON" } }],
  });
  const rest = shopifyRefund({
    id: 2,
    created_at: "2026-03-07T10:00:00+02:00",
    transactions: [{ id: 12, kind: "refund", status: "success", amount: "99.50", currency: "RON" }],
  });
  const whole = { financial_status: "refunded", current_total_price: "0.00", refunds: [part, rest] };
  await send("orders/updated", { ...prepaid, ...whole, ...at(7) });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "refunded", payment: "refunded", total: "120", refunded: "120", currentTotal: "0" },
    lead: { logistic: "cancelled", kpi: "rejected" },
    timeline: [
      { type: "refunded", details: { amount: "20.5", currency: "RON" } },
      { type: "refunded", details: { amount: "99.5", currency: "RON" } },
      moved("logisticStatus", "pending", "cancelled"),
    ],
  });
});

test("a refund told by its own topic and by the order counts once, and is no edit", async () => {
  await send("orders/create", { ...prepaid, ...paid });
  const refund = shopifyRefund({
    transactions: [{ id: 11, kind: "refund", status: "success", amount: "20.00", currency: "RON" }],
  });
  await deliverHere(store, "refunds/create", { ...refund, order_id: 5_001_000_001 });
  const news = { financial_status: "partially_refunded", current_total_price: "100.00", refunds: [refund] };
  await send("orders/updated", { ...prepaid, ...news, ...at(5) });
  expect(await lifeOf(store)).toMatchObject({
    order: { refunded: "20", currentTotal: "100", total: "120" },
    timeline: [{ type: "refunded", details: { amount: "20", currency: "RON" } }],
  });
  expect((await lifeOf(store)).timeline).toHaveLength(1);
});

test("a cancelled order whose payment was only voided gave nothing back", async () => {
  await send("orders/create");
  const voided = shopifyRefund({
    transactions: [{ id: 11, kind: "void", status: "success", amount: "0.00", currency: "RON" }],
  });
  const cancelled = { cancelled_at: "2026-03-03T10:00:00+02:00", current_total_price: "0.00", ...at(5) };
  await send("orders/cancelled", { ...cancelled, financial_status: "voided", refunds: [voided] });
  const { order, timeline } = await lifeOf(store);
  expect(order).toMatchObject({ status: "cancelled", payment: "voided", refunded: "0", total: "120" });
  expect(timeline.map(({ type }) => type)).not.toContain("refunded");
});

test("a refund that is still under way counts once it went through", async () => {
  const refund = (status: string) =>
    shopifyRefund({
      transactions: [{ id: 11, kind: "refund", status, amount: "20.00", currency: "RON" }],
    });
  await send("orders/create", { ...prepaid, ...paid });
  await send("orders/updated", { ...prepaid, ...paid, refunds: [refund("pending")], ...at(5) });
  expect((await lifeOf(store)).order.refunded).toBe("0");
  await send("orders/updated", { ...prepaid, ...paid, refunds: [refund("success")], ...at(6) });
  const { order, timeline } = await lifeOf(store);
  expect(order.refunded).toBe("20");
  expect(timeline.filter(({ type }) => type === "refunded")).toHaveLength(1);
});

test("a delivered order that is given back came back", async () => {
  await send("orders/create", { ...prepaid, ...paid, ...shippedParcel });
  const refunded = { financial_status: "refunded", refunds: [shopifyRefund()], ...at(7) };
  await send("orders/updated", { ...prepaid, ...shippedParcel, ...refunded });
  expect((await lifeOf(store)).lead).toMatchObject({ logistic: "returned", kpi: "rejected" });
});

test("an order is edited: a line is taken off, another is added", async () => {
  await send("orders/create");
  await send("orders/updated", {
    current_total_price: "75.00",
    line_items: [
      shopifyLine({ current_quantity: 0 }),
      shopifyLine({
        id: 9_002,
        sku: "VASE",
        name: "Vase",
        quantity: 1,
        current_quantity: 1,
        price: "75.00",
      }),
    ],
    ...at(4),
  });
  expect(await lifeOf(store)).toMatchObject({
    order: { total: "120", currentTotal: "75", refunded: "0" },
    items: [
      { sku: "LAMP-1", quantity: "2", left: "0", price: "60" },
      { sku: "VASE", quantity: "1", left: "1", price: "75" },
    ],
    timeline: [{ type: "order_edited", details: { from: "120", to: "75", currency: "RON" } }],
  });
});

test("an order is deleted, and an update of the same moment that comes late doesn't bring it back", async () => {
  await send("orders/create");
  await deliverHere(store, "orders/delete", { id: 5_001_000_001 });
  const gone = {
    order: { status: "cancelled", total: "120" },
    lead: { logistic: "cancelled", kpi: "rejected" },
    timeline: [{ type: "order_deleted", details: {} }, moved("logisticStatus", "pending", "cancelled")],
  };
  expect(await lifeOf(store)).toMatchObject(gone);
  await send("orders/updated");
  expect(await lifeOf(store)).toMatchObject(gone);
  expect((await lifeOf(store)).timeline).toHaveLength(2);
});

import { beforeEach, expect, test } from "vitest";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
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

async function open(): Promise<void> {
  seller ??= await createAccount();
  store = (await openShop({ seller, type: "woocommerce" })).store;
}

beforeEach(open);

async function send(topic: string, changes: Record<string, unknown> = {}): Promise<void> {
  const answer = await deliverHere(store, topic, wooOrder(changes));
  expect(answer).toEqual({ status: 200, result: "stored" });
}

const modified = (day: number) => ({ date_modified_gmt: `2026-03-0${day}T10:00:00` });

test("a cash on delivery order is created, completed and so collected", async () => {
  await send("order.created");
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "processing", payment: "pending", isCod: true },
    lead: { cod: "pending", logistic: "pending", kpi: "waiting" },
  });
  await send("order.updated", {
    status: "completed",
    date_paid_gmt: "2026-03-05T10:00:00",
    ...modified(5),
  });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "delivered", payment: "paid", fulfillment: "fulfilled" },
    lead: { cod: "collected", logistic: "delivered", kpi: "paid" },
    timeline: [moved("logisticStatus", "pending", "delivered"), moved("codStatus", "pending", "collected")],
  });
});

test("an order is edited: the total as first heard of is kept, a line that is gone has nothing left", async () => {
  await send("order.created");
  const line_items = [{ id: 316, name: "Vase", sku: "VASE", quantity: 1, price: 12, total: "12.00" }];
  await send("order.updated", { total: "12.00", line_items, ...modified(4) });
  const { order, items, timeline } = await lifeOf(store);
  expect(order).toMatchObject({ total: "29.35", currentTotal: "12" });
  expect(items).toHaveLength(2);
  expect(items).toContainEqual({ sku: "LAMP-1", name: "Lamp", quantity: "2", left: "0", price: "14.675" });
  expect(items).toContainEqual({ sku: "VASE", name: "Vase", quantity: "1", left: "1", price: "12" });
  expect(timeline).toEqual([{ type: "order_edited", details: { from: "29.35", to: "12", currency: "EUR" } }]);
});

test("an order is deleted and restored, and goes on from where it was", async () => {
  await send("order.created");
  await deliverHere(store, "order.deleted", { id: 727 });
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "cancelled" },
    lead: { logistic: "cancelled", kpi: "rejected" },
  });
  await send("order.restored");
  expect(await lifeOf(store)).toMatchObject({
    order: { status: "processing" },
    lead: { cod: "pending", logistic: "pending", kpi: "waiting" },
    timeline: [
      { type: "order_deleted", details: {} },
      moved("logisticStatus", "pending", "cancelled"),
      { type: "order_restored", details: {} },
      moved("logisticStatus", "cancelled", "pending"),
    ],
  });
});

test.each([
  ["cancelled", { status: "cancelled" }, { logistic: "cancelled", kpi: "rejected" }],
  ["refunded without a list of refunds", { status: "refunded" }, { logistic: "cancelled", kpi: "rejected" }],
  [
    "failed",
    { status: "failed", payment_method: "stripe", payment_method_title: "Card" },
    { kpi: "waiting" },
  ],
  ["shipped, as a plug-in says", { status: "wc-shipped" }, { logistic: "shipped", kpi: "shipped" }],
])("an order becomes %s", async (_, changes, lead) => {
  await send("order.created");
  await send("order.updated", { ...changes, ...modified(4) });
  expect((await lifeOf(store)).lead).toMatchObject(lead);
});

test.each(["auto-draft", "checkout-draft"])("a cart (%s) is no order until it is placed", async (status) => {
  await open();
  await send("order.created", { status });
  expect(await asOwner("select 1 from orders where integration_id = $1", [store.id])).toEqual([]);
  await send("order.updated", modified(3));
  expect((await lifeOf(store)).order.status).toBe("processing");
});

import { beforeEach, describe, expect, test } from "vitest";
import { processPausedDeliveries, retryDeliveries } from "#lib/ingest/waiting.ts";
import { shopifyAddress, shopifyFulfillment, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { watchLog } from "./app-log.ts";
import { placesOf } from "./personal-data.ts";
import { deliveriesOf, lastOutcome, orderOf, ordersOf, timelineOf } from "./records.ts";
import { openShop, type Shop } from "./shop.ts";

watchLog();

/** The name, mailbox, phone and street that must not be found anywhere. */
const words = ["Zamfira", "Quintescu", "zamfira.q@example.com", "722909101", "722 909 101", "Ascunsa 77"];

const address = shopifyAddress({
  name: "Zamfira Quintescu",
  first_name: "Zamfira",
  last_name: "Quintescu",
  phone: "0722 909 101",
  address1: "Strada Ascunsa 77",
});
const buyer = {
  email: "Zamfira.Q@example.com",
  contact_email: "Zamfira.Q@example.com",
  customer: { id: 7_790_001, email: "Zamfira.Q@example.com", first_name: "Zamfira", last_name: "Quintescu" },
  shipping_address: address,
};
const parcel = (orderId: number) =>
  shopifyFulfillment({ order_id: orderId, email: "zamfira.q@example.com", destination: address });
const request = {
  shop_id: 954_889,
  customer: { id: 7_790_001, email: "zamfira.q@example.com", phone: "+40722909101" },
  orders_to_redact: [5_790_001],
};

let seller: Person | undefined;
let shop: Shop;

beforeEach(async () => {
  seller ??= await createAccount();
  shop = await openShop({ seller });
});

const send = (topic: string, body: object) => deliverHere(shop.store, topic, body);
const asked = (topic: string, body: object = request) =>
  send(topic, { ...body, shop_domain: shop.store.domain });

/** A buyer's orders, and all that a store and a person ever say of them. */
async function fillWithTraces(): Promise<void> {
  await send("orders/create", shopifyOrder({ id: 5_790_001, ...buyer }));
  await send(
    "orders/updated",
    shopifyOrder({ id: 5_790_001, ...buyer, updated_at: "2026-03-03T10:00:00+02:00" }),
  );
  await send("orders/create", shopifyOrder({ id: 5_790_002, ...buyer, customer: null, email: buyer.email }));
  await send("fulfillments/create", parcel(5_790_001));
  await send("fulfillments/create", { ...parcel(5_790_003), email: null, order_id: 5_790_001, status: 7 });
  await send("customers/update", { ...buyer.customer, default_address: address });
  await send("orders/updated", { ...shopifyOrder({ id: null, ...buyer }), order_id: 5_790_004 });
  await send("orders/updated", { order_id: 5_790_001, shipping_address: address });
  const [order] = await ordersOf(shop.store);
  await asOwner(
    `insert into crm_lead_events (lead_id, type, details)
     values ($1, 'note', '{"text": "Zamfira called back"}'),
       ($1, 'customer_corrected', '{"field": "name", "from": "Zamfira", "to": "Zamfira Quintescu"}'),
       ($1, 'store_value_accepted', '{"field": "phone", "from": null, "to": "+40722909101"}'),
       ($1, 'correction_kept', '{"field": "street", "from": "Ascunsa 77", "to": "Strada Ascunsa 77"}'),
       ($1, 'customer_merged', '{"from": "zamfira.q@example.com", "to": "Zamfira Quintescu", "fromId": null}')`,
    [order?.leadId],
  );
  await asOwner(`update customers set corrections = '{"name": {"storeValue": "Zamfira"}}' where id = $1`, [
    order?.customerId,
  ]);
}

describe("customers/redact", () => {
  test("removes the person from every table and every kept payload", async () => {
    await fillWithTraces();
    expect(await placesOf(words)).toContain("public.webhook_deliveries.payload");
    expect(await asked("customers/redact")).toEqual({ status: 200, result: "stored" });
    expect(await placesOf(words)).toEqual([]);
  });

  test("keeps the figures, and says so on the timeline", async () => {
    await fillWithTraces();
    await asked("customers/redact");
    for (const { leadId, order, items, customerId, lead } of await ordersOf(shop.store)) {
      expect({ order, items, customerId, lead }).toMatchObject({
        order: { number: "#1001", total: "120" },
        items: [{ sku: "LAMP-1" }],
        customerId: null,
        lead: { cod: "pending" },
      });
      expect((await timelineOf(leadId)).at(-1)).toEqual({ type: "redacted", details: {} });
    }
    expect(
      await asOwner("select 1 from customer_sellers where workspace_id = $1", [shop.workspace.id]),
    ).toEqual([]);
  });

  test("holds against whatever the store says of the order later", async () => {
    await fillWithTraces();
    await asked("customers/redact");
    const late = shopifyOrder({ id: 5_790_001, ...buyer, updated_at: "2026-03-01T10:00:00+02:00" });
    const news = shopifyOrder({
      id: 5_790_001,
      ...buyer,
      financial_status: "paid",
      updated_at: "2026-03-09T10:00:00+02:00",
    });
    await send("orders/create", late);
    await send("orders/paid", news);
    await send("fulfillments/update", parcel(5_790_001));
    expect((await ordersOf(shop.store))[0]?.order).toMatchObject({ status: "shipped", payment: "paid" });
    expect(await placesOf(words)).toEqual([]);
  });

  test("leaves nothing that a retry could fail on", async () => {
    await fillWithTraces();
    await asked("customers/redact");
    const before = await deliveriesOf(shop.store);
    expect(before.map(({ status }) => status)).not.toContain("failed");
    await retryDeliveries(before.map(({ id }) => id));
    expect((await deliveriesOf(shop.store)).map(({ status }) => status)).not.toContain("failed");
  });

  test("is honoured for a store that is paused, with the deliveries kept meanwhile", async () => {
    await send("orders/create", shopifyOrder({ id: 5_790_001, ...buyer }));
    await send("app/uninstalled", { myshopify_domain: shop.store.domain });
    await send("orders/create", shopifyOrder({ id: 5_790_005, ...buyer }));
    await send("orders/updated", shopifyOrder({ id: 5_790_001, ...buyer, email: null, contact_email: null }));
    await send("orders/create", shopifyOrder({ id: 5_790_006, email: "dan@example.com", customer: null }));
    expect(await asked("customers/redact")).toEqual({ status: 200, result: "stored" });
    expect(await lastOutcome(shop.store)).toEqual({ status: "processed", error: null });
    expect(await placesOf(words)).toEqual([]);

    await asOwner("update integrations set is_active = true, paused_reason = null where id = $1", [
      shop.store.id,
    ]);
    await processPausedDeliveries(shop.store.id);
    expect((await ordersOf(shop.store)).map(({ customer }) => customer?.email)).toEqual([
      undefined,
      "dan@example.com",
    ]);
    expect((await deliveriesOf(shop.store)).map(({ status }) => status)).not.toContain("failed");
  });

  test("leaves another store its customer", async () => {
    const other = await openShop({ workspace: shop.workspace });
    await send("orders/create", shopifyOrder({ id: 5_790_001, ...buyer }));
    await deliverHere(other.store, "orders/create", shopifyOrder({ id: 5_790_001, ...buyer }));
    await asked("customers/redact");
    expect(await orderOf(shop.store)).toMatchObject({
      customerId: null,
      shipTo: { name: null, street: null },
    });
    expect(await orderOf(other.store)).toMatchObject({
      customer: { name: "Zamfira Quintescu", email: "zamfira.q@example.com" },
      shipTo: { street: "Strada Ascunsa 77, ap. 3" },
    });
    expect(
      await asOwner("select user_id, orders_count from customer_sellers where workspace_id = $1", [
        shop.workspace.id,
      ]),
    ).toEqual([{ user_id: other.seller.userId, orders_count: 1 }]);
    await deliverHere(other.store, "customers/redact", { ...request, shop_domain: other.store.domain });
    expect(await placesOf(words)).toEqual([]);
  });

  test("with an e-mail alone finds the buyer", async () => {
    await fillWithTraces();
    await asked("customers/redact", { customer: { email: "ZAMFIRA.q@example.com" }, orders_to_redact: null });
    for (const { customer, shipTo } of await ordersOf(shop.store)) {
      expect(customer).toBeNull();
      expect(shipTo.name).toBeNull();
    }
  });

  test("of somebody else touches nobody", async () => {
    await send("orders/create", shopifyOrder({ id: 5_790_001 }));
    const before = await orderOf(shop.store);
    await asked("customers/redact", {
      customer: { id: 1, email: "someone@example.com" },
      orders_to_redact: [99],
    });
    expect(await orderOf(shop.store)).toEqual(before);
  });
});

test("shop/redact removes all buyers of the store, of this store only", async () => {
  const other = await openShop({ workspace: shop.workspace, seller: shop.seller });
  await fillWithTraces();
  await deliverHere(other.store, "orders/create", shopifyOrder());
  await send("shop/redact", { shop_id: 954_889, shop_domain: shop.store.domain });
  expect(await placesOf(words)).toEqual([]);
  expect(await orderOf(other.store)).toMatchObject({
    customer: { name: "Ana Pop" },
    shipTo: { name: "Ana Pop" },
  });
  expect((await deliveriesOf(shop.store)).every(({ payload }) => payload.length === 0)).toBe(true);
});

test("customers/data_request is noted on the timeline with the day it is due, and removes nothing", async () => {
  await send("orders/create", shopifyOrder({ id: 5_790_001, ...buyer }));
  await asked("customers/data_request", { ...request, orders_requested: [5_790_001] });
  const { leadId, customer } = await orderOf(shop.store);
  expect(customer?.name).toBe("Zamfira Quintescu");
  const noted = (await timelineOf(leadId)).at(-1);
  expect(noted).toEqual({ type: "data_requested", details: { dueAt: expect.any(String) } });
  const days = (Date.parse(String(noted?.details.dueAt)) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(30);
  await asked("customers/redact");
  expect(await placesOf(words)).toEqual([]);
});

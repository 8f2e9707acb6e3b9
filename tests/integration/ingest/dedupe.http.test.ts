import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { shopifyOrder as anyShopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { wooOrder as anyWooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchAppLog } from "./app-log.ts";
import { deliver } from "./delivery.ts";
import { alertsOf, deliveriesOf, lastOutcome, orderOf, ordersOf, timelineOf } from "./records.ts";
import { linkTelegram, openShop, type ShopOptions } from "./shop.ts";

watchAppLog();

/** Orders of this hour: one that is days old alerts nobody. */
const placedAt = new Date(Date.now() - 3_600_000);
const minutesLater = (minutes: number) => new Date(placedAt.getTime() + minutes * 60_000).toISOString();
const shopifyOrder = (changes: Record<string, unknown> = {}) =>
  anyShopifyOrder({ created_at: minutesLater(0), updated_at: minutesLater(0), ...changes });
const wooOrder = (changes: Record<string, unknown> = {}) =>
  anyWooOrder({
    date_created_gmt: minutesLater(0).slice(0, 19),
    date_modified_gmt: minutesLater(0).slice(0, 19),
    ...changes,
  });

let seller: Person;

beforeAll(async () => {
  seller = await createAccount();
  await linkTelegram(seller, 4_100_001);
});

async function openStore(options: ShopOptions = {}): Promise<Store> {
  return (await openShop({ seller, ...options })).store;
}

async function expectOneOfEach(store: Store): Promise<void> {
  const { leadId } = await orderOf(store);
  expect(await timelineOf(leadId)).toEqual([{ type: "arrived", details: { store: store.domain } }]);
  expect(await alertsOf(store)).toBe(1);
}

describe("the same delivery", () => {
  test("twice makes one order, one lead and one alert", async () => {
    const store = await openStore();
    const id = { "X-Shopify-Webhook-Id": randomUUID() };
    expect(await deliver(store, "orders/create", shopifyOrder(), id)).toEqual({
      status: 200,
      result: "stored",
    });
    expect(await deliver(store, "orders/create", shopifyOrder(), id)).toEqual({
      status: 200,
      result: "duplicate",
    });
    await expectOneOfEach(store);
    expect(await deliveriesOf(store)).toHaveLength(1);
  });

  test("20 times at once makes one order, one lead and one alert", async () => {
    const store = await openStore();
    const id = { "X-Shopify-Webhook-Id": randomUUID() };
    const copies = Array.from({ length: 20 }, () => deliver(store, "orders/create", shopifyOrder(), id));
    const answers = await Promise.all(copies);
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(answers.filter(({ result }) => result === "stored")).toHaveLength(1);
    await expectOneOfEach(store);
    expect(await deliveriesOf(store)).toMatchObject([{ status: "processed" }]);
  });

  test("20 times at once from WooCommerce makes one order, one lead and one alert", async () => {
    const store = await openStore({ type: "woocommerce" });
    const id = { "X-WC-Webhook-Delivery-ID": "263d29b68d77a67d6122c54b6c48cbc4" };
    const copies = Array.from({ length: 20 }, () => deliver(store, "order.created", wooOrder(), id));
    expect(new Set((await Promise.all(copies)).map(({ status }) => status))).toEqual(new Set([200]));
    await expectOneOfEach(store);
  });

  test("without a webhook id is told by its body", async () => {
    const store = await openStore();
    const none = { "X-Shopify-Webhook-Id": null };
    expect((await deliver(store, "orders/create", shopifyOrder(), none)).result).toBe("stored");
    expect((await deliver(store, "orders/create", shopifyOrder(), none)).result).toBe("duplicate");
    await expectOneOfEach(store);
  });

  test("to two stores is two orders", async () => {
    const [one, other] = [await openStore(), await openStore()];
    const id = { "X-Shopify-Webhook-Id": randomUUID() };
    await deliver(one, "orders/create", shopifyOrder(), id);
    expect((await deliver(other, "orders/create", shopifyOrder(), id)).result).toBe("stored");
    await expectOneOfEach(one);
    await expectOneOfEach(other);
  });
});

describe("the same order", () => {
  test("under 20 different webhook ids at once makes one order, one lead and one alert", async () => {
    const store = await openStore();
    const copies = Array.from({ length: 20 }, () => deliver(store, "orders/create", shopifyOrder()));
    expect(new Set((await Promise.all(copies)).map(({ result }) => result))).toEqual(new Set(["stored"]));
    await expectOneOfEach(store);
    const statuses = (await deliveriesOf(store)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(19).fill("ignored"), "processed"]);
  });

  test("created and paid under one webhook id are two deliveries", async () => {
    const store = await openStore();
    const id = { "X-Shopify-Webhook-Id": randomUUID() };
    await deliver(store, "orders/create", shopifyOrder(), id);
    const paid = shopifyOrder({ financial_status: "paid", updated_at: minutesLater(5) });
    expect((await deliver(store, "orders/paid", paid, id)).result).toBe("stored");
    expect((await orderOf(store)).order.payment).toBe("paid");
  });

  test("changed twice in one second of WooCommerce comes under one delivery id, and both count", async () => {
    const store = await openStore({ type: "woocommerce" });
    const id = { "X-WC-Webhook-Delivery-ID": "263d29b68d77a67d6122c54b6c48cbc4" };
    await deliver(store, "order.updated", wooOrder(), id);
    await deliver(store, "order.updated", wooOrder({ status: "cancelled" }), id);
    expect((await orderOf(store)).order.status).toBe("cancelled");
  });
});

describe("news of an order", () => {
  const older = shopifyOrder({ name: "#older", updated_at: "2026-03-02T10:00:00+02:00" });
  const newer = shopifyOrder({
    name: "#newer",
    financial_status: "paid",
    // An hour ahead of UTC: later than the other, though its text sorts before it.
    updated_at: "2026-03-02T09:30:00+01:00",
  });

  test("that is older than what is known changes nothing", async () => {
    const store = await openStore();
    await deliver(store, "orders/updated", newer);
    const known = await orderOf(store);
    const timeline = await timelineOf(known.leadId);
    expect((await deliver(store, "orders/updated", older)).status).toBe(200);
    expect(await lastOutcome(store)).toEqual({
      status: "ignored",
      error: "Older than what is already known of this order.",
    });
    expect(await orderOf(store)).toEqual(known);
    expect(await timelineOf(known.leadId)).toEqual(timeline);
  });

  test("of the same second counts when it is an update, and not when it is the creation", async () => {
    const store = await openStore();
    await deliver(store, "orders/create", older);
    await deliver(store, "orders/updated", { ...older, name: "#update" });
    expect((await orderOf(store)).order.number).toBe("#update");
    await deliver(store, "orders/create", { ...older, name: "#creation" });
    expect((await orderOf(store)).order.number).toBe("#update");
  });

  test("a refund at WooCommerce that leaves the date of change as it was counts, once", async () => {
    const store = await openStore({ type: "woocommerce" });
    const paid = wooOrder({ payment_method: "stripe", payment_method_title: "Card", status: "completed" });
    const refunded = { ...paid, refunds: [{ id: 549, reason: "Sold out", total: "-9.35" }] };
    await deliver(store, "order.created", paid);
    await deliver(store, "order.updated", refunded);
    await deliver(store, "order.updated", { ...refunded, number: "727" });
    const { order, leadId } = await orderOf(store);
    expect(order).toMatchObject({
      total: "29.35",
      currentTotal: "20",
      refunded: "9.35",
      payment: "partially_refunded",
    });
    const refunds = (await timelineOf(leadId)).filter(({ type }) => type === "refunded");
    expect(refunds).toEqual([{ type: "refunded", details: { amount: "9.35", currency: "EUR" } }]);
  });
});

test("creation and update of one order at once, 50 times, in both orders: the newest wins, one lead", async () => {
  const store = await openStore();
  for (let round = 0; round < 50; round++) {
    const id = 6_100_000 + round;
    const buyer = { email: `buyer-${round}@example.com`, customer: null };
    const created = shopifyOrder({ id, ...buyer, name: `#${id}` });
    const updated = { ...created, financial_status: "paid", updated_at: minutesLater(5) };
    const creation = () => deliver(store, "orders/create", created);
    const update = () => deliver(store, "orders/updated", updated);
    const answers = await Promise.all(round % 2 ? [creation(), update()] : [update(), creation()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  }
  const orders = await ordersOf(store);
  expect(orders).toHaveLength(50);
  expect(new Set(orders.map(({ order }) => order.payment))).toEqual(new Set(["paid"]));
  expect(new Set(orders.map(({ lead }) => lead.cod))).toEqual(new Set(["collected"]));
  expect(await alertsOf(store)).toBe(50);
  expect(new Set((await deliveriesOf(store)).map(({ status }) => status))).not.toContain("failed");
});

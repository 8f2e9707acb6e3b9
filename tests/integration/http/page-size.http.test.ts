import { beforeAll, expect, test } from "vitest";
import { shopifyAddress, shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { processLarge } from "#tests/integration/ingest/large.ts";
import { orderOf } from "#tests/integration/ingest/records.ts";
import { openShop, type Shop } from "#tests/integration/ingest/shop.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { sessionCookies } from "#tests/support/people.ts";

const megabyte = 1_000_000;

let shop: Shop;
let cookie: string;
let paths: Record<string, string>;

/** Long, in characters that take most bytes in a page, and that a page has to write otherwise. */
const long = (length: number) => '<😀&"'.repeat(length / 4);

beforeAll(async () => {
  shop = await openShop();
  cookie = await sessionCookies(shop.seller);
  const properties = Array.from({ length: 10 }, (_, index) => ({
    name: `${long(40)}${index}`,
    value: long(200),
  }));
  const line = (index: number) =>
    shopifyLine({
      id: index + 1,
      name: long(400),
      title: long(400),
      sku: long(400),
      quantity: 1,
      price: "1.00",
      properties: index < 40 ? properties : [],
    });
  const worst = (changes: object) =>
    shopifyOrder({
      note: long(4_800),
      note_attributes: properties,
      payment_gateway_names: Array.from({ length: 200 }, (_, index) => `${long(400)}${index}`),
      line_items: Array.from({ length: 1_500 }, (_, index) => line(index)),
      ...changes,
    });
  await deliver(shop.store, "orders/create", worst({}));
  for (let change = 1; change <= 25; change++) {
    const address = shopifyAddress({ address1: `${long(400)}${change}`, city: `${long(400)}${change}` });
    const updated_at = new Date(Date.UTC(2026, 3, 1, 0, change)).toISOString();
    await deliver(
      shop.store,
      "orders/updated",
      shopifyOrder({ shipping_address: address, updated_at, line_items: [] }),
    );
    await processLarge();
  }
  await deliver(shop.store, "orders/updated", worst({ updated_at: "2026-05-01T10:00:00Z" }));
  await processLarge();
  const { id, leadId } = await orderOf(shop.store);
  paths = {
    order: `/orders/${id}`,
    lead: `/leads/${leadId}`,
    leads: "/leads",
    orders: "/orders",
    calls: "/leads/call",
  };
}, 120_000);

async function open(path: string): Promise<string> {
  const response = await fetch(`${ownAstra().appUrl}${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return response.text();
}

test.each(["order", "lead", "leads", "orders", "calls"])(
  "the page of %s stays below a megabyte, whatever a store sends",
  async (name) => {
    expect(Buffer.byteLength(await open(paths[name] ?? ""))).toBeLessThan(megabyte);
  },
);

test.each(["order", "lead"])(
  "the page of an order of 1,500 lines (%s) shows some of them, and says how many more there are",
  async (name) => {
    const text = (await open(paths[name] ?? "")).replaceAll(/<!--.*?-->/g, "");
    const [, count = "0"] = /and ([\d,]+) more lines/.exec(text) ?? [];
    expect(Number(count.replace(",", ""))).toBeGreaterThanOrEqual(1_400);
  },
);

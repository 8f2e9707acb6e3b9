import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { openShop, type Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { receiveFrom, standingOf } from "./received.ts";

let seller: Person;
let shop: Shop;

beforeAll(async () => {
  seller = await createAccount();
});
beforeEach(async () => {
  shop = await openShop({ seller });
  await receiveFrom(shop.store, "orders/create", shopifyOrder());
});
afterAll(disconnect);

/** What would be gone or changed if a delivery did what its topic says. */
async function nothingChanged(): Promise<void> {
  const [row] = await asOwner(
    `select store.is_active as "isActive", "order".shipping_name as name, "order".deleted_in_store_at as "deletedAt"
     from integrations store join orders "order" on "order".integration_id = store.id where store.id = $1`,
    [shop.store.id],
  );
  expect(row).toEqual({ isActive: true, name: "Ana Pop", deletedAt: null });
}

// Whoever has a body that a shop signed once can send it again under any topic, since no signature covers the topic.
test.each(["app/uninstalled", "shop/redact", "customers/redact", "customers/data_request"])(
  "an order that is sent again as %s does nothing",
  async (topic) => {
    await receiveFrom(shop.store, topic, shopifyOrder());
    await nothingChanged();
    expect((await standingOf(shop.store)).at(-1)).toMatchObject({
      status: "ignored",
      error: '{"code":"otherShop"}',
    });
  },
);

test.each([
  ["app/uninstalled", { myshopify_domain: "another.myshopify.com", domain: "another.example" }],
  ["shop/redact", { shop_domain: "another.myshopify.com" }],
  ["customers/redact", { shop_domain: "another.myshopify.com", customer: { email: "ana.pop@example.com" } }],
])("%s of another shop does nothing", async (topic, body) => {
  await receiveFrom(shop.store, topic, body);
  await nothingChanged();
  expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "ignored" });
});

test("a shop is named however its address is written", async () => {
  await receiveFrom(shop.store, "app/uninstalled", { domain: `https://${shop.store.domain.toUpperCase()}/` });
  expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "processed" });
});

test("an order that is sent again as its deletion is not deleted; an id alone deletes it", async () => {
  await receiveFrom(shop.store, "orders/delete", shopifyOrder());
  await nothingChanged();
  expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "ignored" });
  await receiveFrom(shop.store, "orders/delete", { id: 5_001_000_001 });
  expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "processed" });
});

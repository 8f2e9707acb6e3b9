import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { receiveFrom } from "./received.ts";

// What a process remembers of a store is never acted on once the store is another.

let seller: Person;
let store: Store;
let placed = 0;

beforeAll(async () => {
  seller = await createAccount();
});
afterAll(disconnect);

const order = (changes: object = {}) => {
  placed += 1;
  return shopifyOrder({ id: placed, email: `remembered-${placed}@example.com`, ...changes });
};

beforeEach(async () => {
  store = (await openShop({ seller })).store;
  expect(await receiveFrom(store, "orders/create", order())).toMatchObject({ result: "stored" });
});

async function changeSecret(secret: string): Promise<void> {
  await asOwner(
    "update integration_secrets set webhook_secret = $2, previous_webhook_secret = null where integration_id = $1",
    [store.id, encryptSecret(secret, store.id)],
  );
}

test("a secret that was changed lets nothing in any more, and the new one does at once", async () => {
  await changeSecret("the-new-secret");
  expect(await receiveFrom(store, "orders/create", order())).toMatchObject({ result: "unauthorized" });
  const changed = { ...store, secret: "the-new-secret" };
  expect(await receiveFrom(changed, "orders/create", order())).toMatchObject({ result: "stored" });
  await changeSecret(store.secret);
  expect(await receiveFrom(store, "orders/create", order())).toMatchObject({ result: "stored" });
});

test("the deliveries of a store that was paused are kept and not worked in", async () => {
  await asOwner("update integrations set is_active = false where id = $1", [store.id]);
  expect(await receiveFrom(store, "orders/create", order())).toMatchObject({ result: "stored" });
  expect(await asOwner("select from orders where integration_id = $1", [store.id])).toHaveLength(1);
});

test("a store that has another address, or is gone, receives nothing at the old one", async () => {
  await asOwner("update integrations set domain = 'moved-' || domain where id = $1", [store.id]);
  expect(await receiveFrom(store, "orders/create", order())).toMatchObject({ result: "unauthorized" });
  expect(await asOwner("select from webhook_deliveries where integration_id = $1", [store.id])).toHaveLength(
    1,
  );
});

test("what its owner says of a payment method counts for the next delivery", async () => {
  const unknown = { payment_gateway_names: ["Ramburs la curier special"] };
  await asOwner("update integrations set cod_gateways = '{Ramburs la curier special}' where id = $1", [
    store.id,
  ]);
  await receiveFrom(store, "orders/create", order(unknown));
  expect(
    await asOwner("select payment_kind from orders where integration_id = $1 and external_order_id = $2", [
      store.id,
      String(placed),
    ]),
  ).toEqual([{ payment_kind: "cash_on_delivery" }]);
});

test("copies that arrive at once, with others, are stored once and each is answered", async () => {
  const orders = Array.from({ length: 6 }, () => order());
  const id = { "X-Shopify-Webhook-Id": "the-same" };
  const answers = await Promise.all([
    ...orders.map((one) => receiveFrom(store, "orders/create", one)),
    ...Array.from({ length: 4 }, () => receiveFrom(store, "orders/updated", orders[0] ?? {}, id)),
  ]);
  expect(answers.map(({ result }) => result).filter((result) => result === "duplicate")).toHaveLength(3);
  expect(await asOwner("select from webhook_deliveries where integration_id = $1", [store.id])).toHaveLength(
    8,
  );
});

describe("what is known of a buyer after the first lead", () => {
  const known = () =>
    Promise.all(
      ["customers where id", "customer_contacts where customer_id", "customer_sellers where customer_id"].map(
        (table) =>
          asOwner(
            `select to_jsonb(one) - 'updated_at' as row from (select * from ${table} in (
               select customer_id from orders where integration_id = $1)) one order by 1`,
            [store.id],
          ),
      ),
    );

  test.each<[string, object]>([
    ["of a usual order", {}],
    ["of one that is paid", { financial_status: "paid", payment_gateway_names: ["shopify_payments"] }],
    ["of a test order", { test: true }],
    ["of one without an e-mail", { email: null, contact_email: null, customer: null }],
    ["of one in a currency that nobody knows", { currency: "XXX", financial_status: "paid" }],
    [
      "of a gift",
      { billing_address: { name: "Ion Rus", address1: "Mica 1", city: "Iasi", country_code: "RO" } },
    ],
  ])("is what would be computed of all that was said: %s", async (_, changes) => {
    await receiveFrom(store, "orders/create", order(changes));
    const before = await known();
    await asOwner(
      "select astra.refresh_customers(array(select distinct customer_id from orders where integration_id = $1))",
      [store.id],
    );
    expect(await known()).toEqual(before);
  });
});

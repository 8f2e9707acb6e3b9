import { beforeAll, describe, expect, test } from "vitest";
import { shopifyAddress, shopifyFulfillment, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { wooAddress, wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { asOwner, asSystem } from "#tests/support/database.ts";
import { createAccount, type Person, type Workspace } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchLog } from "./app-log.ts";
import { orderOf, ordersOf } from "./records.ts";
import { openShop } from "./shop.ts";

watchLog();

let seller: Person;

beforeAll(async () => {
  seller = await createAccount();
});

const someone = { email: "ana.pop@example.com", customer: null };
const byPhoneOnly = { email: null, contact_email: null, customer: null };

/** What each seller knows of each customer of a workspace. */
async function knownBuyers(workspace: Workspace) {
  return asOwner(
    `select c.email, c.phone, known.user_id as seller, known.orders_count as orders, known.spent
     from customers c left join customer_sellers known on known.customer_id = c.id
     where c.workspace_id = $1 order by c.created_at, known.created_at`,
    [workspace.id],
  );
}

/** Starts `work` while the rows of a workspace are locked, and waits for what it started. */
async function whileLocked(
  table: string,
  workspace: Workspace,
  work: (waiting: (count: number) => Promise<void>) => Promise<Promise<unknown>[]>,
): Promise<void> {
  const started = await asSystem(async (query) => {
    await query(`select 1 from ${table} where workspace_id = $1 for update`, [workspace.id]);
    return work((count) => expect.poll(countWaiting, { timeout: 5_000 }).toBe(count));
  });
  await Promise.all(started);
}

async function countWaiting(): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    "select count(*)::int as count from pg_locks where not granted",
  );
  return row?.count ?? 0;
}

async function placeTen(store: Store, buyerOf: (position: number) => Record<string, unknown>): Promise<void> {
  const orders = Array.from({ length: 10 }, (_, position) =>
    deliverHere(store, "orders/create", shopifyOrder({ id: 6_200_000 + position, ...buyerOf(position) })),
  );
  const answers = await Promise.all(orders);
  expect(answers).toEqual(Array(10).fill({ status: 200, result: "stored" }));
}

describe("ten new orders at once of one new buyer", () => {
  const withoutPhone = { ...someone, shipping_address: shopifyAddress({ phone: null }) };

  test.each([
    ["named by e-mail", () => withoutPhone],
    ["named by phone only", () => byPhoneOnly],
    ["named by e-mail and phone, or by phone only", (nth: number) => (nth % 2 ? someone : byPhoneOnly)],
    ["named by e-mail and phone, or by e-mail only", (nth: number) => (nth % 2 ? someone : withoutPhone)],
  ])("%s make one customer with ten orders", async (_, buyerOf) => {
    const { store, workspace } = await openShop({ seller });
    await placeTen(store, buyerOf);
    expect(await knownBuyers(workspace)).toMatchObject([{ seller: seller.userId, orders: 10 }]);
    const customers = new Set((await ordersOf(store)).map(({ customerId }) => customerId));
    expect(customers.size).toBe(1);
  });

  test("while an older order is shipped, are all counted", async () => {
    const { store, workspace } = await openShop({ seller });
    await deliverHere(store, "orders/create", shopifyOrder({ id: 1, ...someone }));
    // Whoever counts has to wait here, so that both are at it at once.
    await whileLocked("customer_sellers", workspace, async (waiting) => {
      const creation = deliverHere(store, "orders/create", shopifyOrder({ id: 2, ...someone }));
      await waiting(1);
      const shipment = deliverHere(store, "fulfillments/create", shopifyFulfillment({ order_id: 1 }));
      await waiting(2);
      return [creation, shipment];
    });
    expect(await knownBuyers(workspace)).toMatchObject([{ orders: 2 }]);
  });
});

describe("a buyer", () => {
  test("is known again by e-mail, however it is written", async () => {
    const { store } = await openShop({ seller });
    await deliverHere(store, "orders/create", shopifyOrder({ id: 1, ...someone }));
    await deliverHere(
      store,
      "orders/create",
      shopifyOrder({ id: 2, ...someone, email: " Ana.POP@Example.com " }),
    );
    const [first, second] = await ordersOf(store);
    expect(second?.customerId).toBe(first?.customerId);
  });

  test("is known again by phone when the e-mail is missing, and gains the e-mail that comes later", async () => {
    const { store, workspace } = await openShop({ seller });
    await deliverHere(store, "orders/create", shopifyOrder({ id: 1, ...byPhoneOnly }));
    const abroad = shopifyAddress({ phone: "+40 722 123 456", country_code: "DE" });
    const later = { shipping_address: abroad, updated_at: "2026-03-03T10:00:00+02:00" };
    await deliverHere(store, "orders/create", shopifyOrder({ id: 2, ...someone, ...later }));
    expect(await knownBuyers(workspace)).toMatchObject([
      { email: "ana.pop@example.com", phone: "+40722123456", orders: 2 },
    ]);
  });

  test("is another one under another e-mail and phone", async () => {
    const { store, workspace } = await openShop({ seller });
    await deliverHere(store, "orders/create", shopifyOrder({ id: 1, ...someone }));
    const other = { email: "dan@example.com", shipping_address: shopifyAddress({ phone: "0733 123 456" }) };
    await deliverHere(store, "orders/create", shopifyOrder({ id: 2, customer: null, ...other }));
    expect(await knownBuyers(workspace)).toHaveLength(2);
  });

  test.each(["noreply@store.example", "none@none.com", "fara-email@store.example", "not an address"])(
    "is nobody known under the placeholder %s",
    async (email) => {
      const { store } = await openShop({ seller });
      const nameless = { contact_email: null, customer: null, email };
      for (const [id, phone] of [
        [1, "0722 123 456"],
        [2, "0733 123 456"],
      ]) {
        await deliverHere(
          store,
          "orders/create",
          shopifyOrder({ id, ...nameless, shipping_address: shopifyAddress({ phone }) }),
        );
      }
      const orders = await ordersOf(store);
      expect(new Set(orders.map(({ customerId }) => customerId)).size).toBe(2);
      expect(orders.map(({ customer }) => customer?.email)).toEqual([null, null]);
    },
  );

  test("of another workspace is another one", async () => {
    const [here, there] = [await openShop({ seller }), await openShop({ seller })];
    await deliverHere(here.store, "orders/create", shopifyOrder(someone));
    await deliverHere(there.store, "orders/create", shopifyOrder(someone));
    const [one, other] = [await orderOf(here.store), await orderOf(there.store)];
    expect(one.customerId).not.toBe(other.customerId);
  });
});

describe("a customer whom a person corrected", () => {
  async function correct(customerId: string | null): Promise<void> {
    await asOwner(
      `update customers set name = 'Ana-Maria Popescu', phone = '+40744000000',
         corrections = '{"name": {"storeValue": "Ana Pop"}, "phone": {"storeValue": "+40722123456"}}'
       where id = $1`,
      [customerId],
    );
  }

  test("keeps the correction, and what the store says is kept beside it", async () => {
    const { store } = await openShop({ seller });
    await deliverHere(store, "orders/create", shopifyOrder(someone));
    await correct((await orderOf(store)).customerId);
    const moved = shopifyAddress({ name: "A. Popa", phone: "0755 123 456", city: "Sibiu" });
    const updated_at = "2026-03-03T10:00:00+02:00";
    await deliverHere(
      store,
      "orders/updated",
      shopifyOrder({ ...someone, shipping_address: moved, updated_at }),
    );
    const { customer, customerId } = await orderOf(store);
    expect(customer).toMatchObject({ name: "Ana-Maria Popescu", phone: "+40744000000", city: "Sibiu" });
    expect(await asOwner("select store_values from customers where id = $1", [customerId])).toMatchObject([
      { store_values: { name: "A. Popa", phone: "+40755123456", city: "Sibiu" } },
    ]);
  });

  test("keeps it when a new order names him", async () => {
    const { store } = await openShop({ seller });
    await deliverHere(store, "orders/create", shopifyOrder({ id: 1, ...someone }));
    await correct((await orderOf(store)).customerId);
    await deliverHere(
      store,
      "orders/create",
      shopifyOrder({ id: 2, ...someone, updated_at: "2026-03-03T10:00:00+02:00" }),
    );
    const [, second] = await ordersOf(store);
    expect(second).toMatchObject({ customer: { name: "Ana-Maria Popescu" }, shipTo: { name: "Ana Pop" } });
  });
});

test("two sellers who sell to one buyer each know their own orders and what was spent, per currency", async () => {
  const first = await openShop({ seller });
  const second = await openShop({ workspace: first.workspace, type: "woocommerce" });
  const paid = { financial_status: "paid", payment_gateway_names: ["shopify_payments"] };
  await deliverHere(first.store, "orders/create", shopifyOrder({ id: 1, ...someone, ...paid }));
  await deliverHere(
    first.store,
    "orders/create",
    shopifyOrder({ id: 2, ...someone, ...paid, currency: "EUR" }),
  );
  await deliverHere(first.store, "orders/create", shopifyOrder({ id: 3, ...someone }));
  await deliverHere(first.store, "orders/create", shopifyOrder({ id: 4, ...someone, ...paid, test: true }));
  const card = { payment_method: "stripe", payment_method_title: "Card" };
  const billing = wooAddress({ email: "Ana.Pop@example.com" });
  await deliverHere(second.store, "order.created", wooOrder({ ...card, billing }));
  expect(await knownBuyers(first.workspace)).toEqual([
    {
      email: "ana.pop@example.com",
      phone: "+40722123456",
      seller: seller.userId,
      orders: 3,
      spent: { EUR: "120.000", RON: "120.000" },
    },
    {
      email: "ana.pop@example.com",
      phone: "+40722123456",
      seller: second.seller.userId,
      orders: 1,
      spent: { EUR: "29.350" },
    },
  ]);
});

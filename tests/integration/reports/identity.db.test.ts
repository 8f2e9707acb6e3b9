import { expect, test } from "vitest";
import { payload } from "#tests/fixtures/payloads.ts";
import type { Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { open, orderNamed, tell } from "./shop.ts";

/** The customers of a shop's workspace by name, with how many orders its seller knows of each. */
async function customersOf({ workspace }: Shop) {
  return asOwner(
    `select customer.name, customer.email, customer.phone, known.orders_count as orders
     from customers customer left join customer_sellers known on known.customer_id = customer.id
     where customer.workspace_id = $1 order by customer.name`,
    [workspace.id],
  );
}

const ana = { name: "Ana Vlad", email: "ana.vlad@bug23.example", phone: "+40722023001" };
const dan = { name: "Dan Lupu", email: "dan.lupu@bug23.example", phone: "+40722023002" };

test("23-a to d: an order that the shop moves to another customer moves with its counts, and renames nobody", async () => {
  const shop = await open("woocommerce");
  await tell(shop, "23-a-ana-first-order", "23-b-dan-order", "23-c-phone-order-under-ana-by-mistake");
  expect(await customersOf(shop)).toEqual([
    { ...ana, orders: 2 },
    { ...dan, orders: 1 },
  ]);
  await tell(shop, "23-d-order-moved-to-dan");
  expect(await customersOf(shop)).toEqual([
    { ...ana, orders: 1 },
    { ...dan, orders: 2 },
  ]);
  expect((await orderNamed(shop, "2303")).customer).toMatchObject({ ...dan, street: "Strada D 2" });
  expect((await orderNamed(shop, "2301")).customer).toMatchObject({ ...ana, street: "Strada A 1" });
});

test("23-g: the customer of an order changes, and the former one is still there", async () => {
  const shop = await open("shopify");
  const moved = JSON.parse(payload("reports/23-g-sibling-shopify-customer-changed.json").toString());
  const olgas = { first_name: "Olga", last_name: "Popa", name: "Olga Popa", phone: "+40722023021" };
  await deliverHere(shop.store, "orders/create", {
    ...moved,
    email: "olga@bug23.example",
    customer: { id: 31, email: "olga@bug23.example", ...olgas },
    billing_address: { ...moved.billing_address, ...olgas },
    shipping_address: { ...moved.shipping_address, ...olgas },
    updated_at: moved.created_at,
  });
  await tell(shop, "23-g-sibling-shopify-customer-changed");
  expect(await customersOf(shop)).toEqual([
    { name: "Olga Popa", email: "olga@bug23.example", phone: "+40722023021", orders: 0 },
    { name: "Pavel Rus", email: "pavel@bug23.example", phone: "+40722023022", orders: 1 },
  ]);
});

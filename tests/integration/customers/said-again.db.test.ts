import { beforeAll, describe, expect, test } from "vitest";
import { createRandom, type Random } from "#scripts/simulator/random.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, createWorkspace } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";

// A buyer who says again what is known is only counted; that has to come to the same as computing all anew.

const stores: Store[] = [];

beforeAll(async () => {
  const workspace = await createWorkspace();
  for (const seller of [await createAccount(), await createAccount()])
    for (let number = 0; number < 2; number++) stores.push((await openShop({ workspace, seller })).store);
});

const usual = { first_name: "Maria", address1: "Strada Lungă 7", city: "Cluj-Napoca", phone: "0722000111" };

/** An order by a buyer who is known by the e-mail, placed in any order of time. */
function drawOrder(random: Random, id: number, email: string) {
  const day = String(random.between(1, 28)).padStart(2, "0");
  const address = {
    last_name: "Pop",
    zip: "400001",
    country_code: "RO",
    ...usual,
    ...(random.chance(0.5) && {
      first_name: random.pick(["Maria", "Ana"]),
      address1: random.pick(["Strada Lungă 7", null]),
      city: random.pick(["Cluj-Napoca", "Iași", null]),
      phone: random.pick(["0722000111", "0722000222", null]),
    }),
  };
  const at = `2026-10-${day}T10:00:00Z`;
  return shopifyOrder({
    id,
    email,
    phone: null,
    customer: null,
    created_at: at,
    updated_at: at,
    shipping_address: address,
    billing_address: address,
  });
}

const knownOf = (email: string) =>
  asOwner(
    `select to_jsonb(customer) - 'updated_at' as customer,
       (select jsonb_agg(to_jsonb(contact) - 'updated_at' order by contact.user_id) from customer_contacts contact
        where contact.customer_id = customer.id) as contacts,
       (select jsonb_agg(to_jsonb(figures) - 'updated_at' order by figures.user_id) from customer_sellers figures
        where figures.customer_id = customer.id) as figures
     from customers customer where lower(customer.email) = $1 order by customer.id`,
    [email],
  );

describe.each(Array.from({ length: 12 }, (_, number) => number))("the orders of buyer %i", (number) => {
  test("leave nothing to be computed anew", async () => {
    const random = createRandom(`said again ${number}`);
    const email = `said-again-${number}@example.com`;
    for (let order = 0; order < 6; order++) {
      const store = random.pick(stores);
      await deliverHere(store, "orders/create", drawOrder(random, 7_000 + number * 10 + order, email));
      const known = await knownOf(email);
      await asOwner(
        "select astra.refresh_customers(array(select id from customers where lower(email) = $1))",
        [email],
      );
      expect(await knownOf(email)).toEqual(known);
    }
  });
});

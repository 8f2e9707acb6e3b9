import { expect } from "vitest";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import type { Store } from "#tests/support/stores.ts";

let orders = 0;

/** Lets a store tell of an order of a buyer who has none yet. */
export async function orderOf(store: Store, buyer: string): Promise<void> {
  orders += 1;
  const [first_name, last_name] = buyer.split(" ");
  const email = `${buyer.toLowerCase().replace(" ", "-")}@example.com`;
  const phoneNumber = `+4072200${String(1000 + orders)}`;
  const answer = await deliver(
    store,
    "orders/create",
    shopifyOrder({
      id: 7_000_000_000 + orders,
      name: `#${5000 + orders}`,
      email,
      contact_email: email,
      phone: phoneNumber,
      customer: { id: 9_000 + orders, email, first_name, last_name },
      shipping_address: {
        ...(shopifyOrder().shipping_address as object),
        name: buyer,
        first_name,
        last_name,
        phone: phoneNumber,
      },
    }),
  );
  expect(answer).toEqual({ status: 200, result: "stored" });
}

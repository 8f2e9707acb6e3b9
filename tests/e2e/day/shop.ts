import { expect } from "vitest";
import { shopifyAddress, shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createBuyer } from "#tests/support/purchases.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

export const confirmed = ["Ștefan Popescu", "Maria Ionescu", "Andrei Radu"];
export const [unreachable, busy, careless, later] = [
  "Elena Dumitru",
  "Ion Marin",
  "Cristina Munteanu",
  "Dan Sava",
];
/** Whom the shop may know as another one already. */
export const twin = "Daniel Sava-Pop";

/** A seller with a store, and the manager. */
export interface Shop {
  workspace: Workspace;
  ana: Person;
  mara: Person;
}

/** Seven orders of the night, in the order in which they wait to be called; something that is sold by hand as well; and a buyer of before. */
export async function openShop(): Promise<Shop> {
  const workspace = await createWorkspace("RON");
  const ana = await createMember(workspace, "seller", "Ana Seller");
  const mara = await createMember(workspace, "manager", "Mara Manager");
  await asOwner("update users set timezone = 'Europe/Bucharest' where id = $1", [ana.userId]);
  const store = await createStore(workspace, ana);
  const [first = "", ...others] = confirmed;
  const buyers = [first, unreachable, busy, ...others];
  for (const [index, buyer] of buyers.entries()) await sell(store, buyer, 60 - index);
  await sell(store, careless, 50, { shipping_address: { address1: "Strada Lunga", address2: "" } });
  await sell(store, later, 49);
  await createBuyer(workspace, { name: twin, email: "daniel@example.com", phone: "+40733000111" });
  await insert("products", {
    workspace_id: workspace.id,
    user_id: ana.userId,
    sku: "BULB-01",
    name: "Bulb",
    price: "45.500",
    currency: "RON",
  });
  return { workspace, ana, mara };
}

let orders = 0;

/** Lets a store tell of an order that was placed some minutes ago. */
async function sell(
  store: Store,
  buyer: string,
  minutesAgo: number,
  changes: Record<string, unknown> = {},
): Promise<void> {
  orders += 1;
  const [first_name = "", last_name = ""] = buyer.split(" ");
  const email = `buyer-${orders}@example.com`;
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const answer = await deliver(
    store,
    "orders/create",
    shopifyOrder({
      id: 6_000_000_000 + orders,
      name: `#L-${10_400 + orders}`,
      email,
      contact_email: email,
      created_at: at,
      updated_at: at,
      customer: { id: 8_000 + orders, email, first_name, last_name },
      shipping_address: shopifyAddress({
        name: buyer,
        first_name,
        last_name,
        phone: `+4072${String(2_100_000 + orders)}`,
        ...(changes.shipping_address as object),
      }),
      line_items: [
        shopifyLine({ name: "Lampă LED cu senzor", title: "Lampă LED cu senzor", sku: "LMP-SNS-02" }),
      ],
      ...Object.fromEntries(Object.entries(changes).filter(([name]) => name !== "shipping_address")),
    }),
  );
  expect(answer).toEqual({ status: 200, result: "stored" });
}

/** In Bucharest, as a date field holds it. */
export function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Bucharest" });
}

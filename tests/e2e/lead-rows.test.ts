import { beforeAll, expect } from "vitest";
import { test } from "#tests/e2e/visit.ts";
import { shopifyAddress, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let seller: Person;
let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  store = await createStore(workspace, seller);
  await order("Ada First", "ada@example.com", "+40722123456");
  await order("Ada Again", "ada@example.com", "+40722123456");
});

test("a row that warns still says the phone, also while it is pointed at", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  const row = page.getByRole("row", { name: "Ada Again" });
  await row.hover();
  const links = await row.getByRole("link", { name: "WhatsApp" }).boundingBox();
  for (const text of [
    row.getByText("+40 722 123 456"),
    row.getByTitle("Duplicate of #1?").filter({ visible: true }),
  ]) {
    const box = await text.boundingBox();
    expect((links?.y ?? 0) + (links?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
  }
});

let orders = 0;

async function order(buyer: string, email: string, phoneNumber: string): Promise<void> {
  orders += 1;
  const [first_name, last_name] = buyer.split(" ");
  const body = shopifyOrder({
    id: 7_100_000_000 + orders,
    name: `#${orders}`,
    email,
    contact_email: email,
    customer: null,
    // One after the other: only the later of two may be a duplicate.
    created_at: new Date(Date.UTC(2026, 2, 2, 12, orders)).toISOString(),
    shipping_address: shopifyAddress({ name: buyer, first_name, last_name, phone: phoneNumber }),
  });
  expect(await deliver(store, "orders/create", body)).toEqual({ status: 200, result: "stored" });
}

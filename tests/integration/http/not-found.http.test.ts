import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Person, sessionCookies } from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";
import { createSale, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let owner: Person;
let other: Person;
let sale: Sale;
let productId: string;

beforeAll(async () => {
  const workspace = await createWorkspace();
  [owner, other] = await Promise.all([
    createMember(workspace, "seller", "Olga Owner"),
    createMember(workspace, "seller", "Otto Other"),
  ]);
  sale = await createSale({ workspace, seller: owner, store: await createStore(workspace, owner) });
  const [product] = await asOwner<{ id: string }>(
    "insert into products (workspace_id, user_id, sku, name, price, currency) values ($1, $2, 'LAMP', 'Lamp', 20, 'EUR') returning id",
    [workspace.id, owner.userId],
  );
  productId = product?.id ?? "";
});

const rows: [path: string, idOf: () => string][] = [
  ["/leads/[id]", () => sale.leadId],
  ["/orders/[id]", () => sale.orderId],
  ["/customers/[id]", () => sale.customerId],
  ["/inventory/[id]", () => productId],
  ["/inventory/[id]/edit", () => productId],
  ["/settings/stores/[id]", () => sale.storeId],
  ["/settings/stores/deliveries/[id]", () => sale.deliveryId],
];

describe.each(rows)("%s", (path, idOf) => {
  const statusOf = async (id: string, person: Person) => {
    const url = `${ownAstra().appUrl}${path.replace("[id]", id)}`;
    return (await rawRequest(url, { headers: { cookie: await sessionCookies(person) } })).status;
  };

  test("is answered 404 where there is no row, and where it is another's", async () => {
    expect(await statusOf(idOf(), owner)).toBe(200);
    expect(await statusOf(idOf(), other)).toBe(404);
    expect(await statusOf(randomUUID(), owner)).toBe(404);
  });
});

test("a page that is drawn anew after its row went keeps what is around it", async () => {
  const cookie = await sessionCookies(owner);
  const { status, text } = await rawRequest(`${ownAstra().appUrl}/leads/${randomUUID()}`, {
    headers: { cookie, "sec-fetch-mode": "cors" },
  });
  expect(status).toBe(200);
  expect(text).toContain("<nav");
});

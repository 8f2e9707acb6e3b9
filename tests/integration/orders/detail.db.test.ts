import { beforeAll, expect, test } from "vitest";
import { getOrder } from "#lib/orders/order-query.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let members: Record<"admin" | "viewer" | "ana" | "mihai" | "stranger", Member>;
let customerId: string;
let order: { orderId: string; leadId: string };

beforeAll(async () => {
  const workspace = await createWorkspace();
  members = {
    admin: await signIn(workspace, "admin"),
    viewer: await signIn(workspace, "viewer"),
    ana: await signIn(workspace, "seller", "Ana"),
    mihai: await signIn(workspace, "seller"),
    stranger: await signIn(await createWorkspace(), "admin"),
  };
  const store = await createStore(workspace, members.ana);
  customerId = await createBuyer(workspace, { name: "Vera" });
  order = await createPurchase(workspace, {
    storeId: store.id,
    owner: members.ana,
    customerId,
    number: "#42",
    orderedAt: "2025-03-01T10:00:00Z",
    total: "120.500",
  });
  for (const [index, amount] of ["5.250", "1.000"].entries()) {
    await insert("order_refunds", {
      order_id: order.orderId,
      external_refund_id: String(index),
      amount,
      refunded_at: new Date(`2025-03-0${5 - index}T10:00:00Z`),
    });
  }
  await insert("order_items", {
    order_id: order.orderId,
    external_line_id: "1",
    position: 0,
    product_sku: "LAMP-1",
    product_name: "Lamp",
    quantity: 2,
    current_quantity: 1,
    price_per_unit: "60.250",
  });
});

test.each(["admin", "viewer", "ana"] as const)("%s sees everything about the order", async (asker) => {
  expect(await getOrder(members[asker], order.orderId)).toMatchObject({
    number: "#42",
    total: "120.5",
    refunded: "0",
    currentTotal: "120.5",
    seller: { id: members.ana.userId, name: "Ana" },
    customer: { id: customerId, name: "Vera" },
    lead: { id: order.leadId, codStatus: "pending" },
    items: [{ name: "Lamp", sku: "LAMP-1", quantity: "2", currentQuantity: "1", price: "60.25" }],
    refunds: [{ amount: "1" }, { amount: "5.25" }],
  });
});

test.each(["mihai", "stranger"] as const)("%s finds no such order", async (asker) => {
  expect(await getOrder(members[asker], order.orderId)).toBeNull();
});

test.each([
  ["0736 907 351", "RO", "+40736907351"],
  ["call me", "RO", "call me"],
])("the phone %s of an order to %s can be dialled where it can be read", async (typed, country, phone) => {
  await asOwner("update orders set shipping_phone = $2, shipping_country = $3 where id = $1", [
    order.orderId,
    typed,
    country,
  ]);
  expect((await getOrder(members.ana, order.orderId))?.shipping.phone).toBe(phone);
});

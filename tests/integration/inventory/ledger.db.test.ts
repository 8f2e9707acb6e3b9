import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { asOwner, asSystem } from "#tests/support/database.ts";
import { createMember } from "#tests/support/people.ts";
import {
  answer,
  by,
  move,
  movesOf,
  openShop,
  type Shop,
  sell,
  setLead,
  setQuantity,
  stockOf,
  stockProduct,
} from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

const own = (options = {}) => stockProduct(shop, { owner: shop.seller.userId, ...options });

describe("a line", () => {
  test("reserves when it arrives, leaves when it is shipped, and each once", async () => {
    const { id, sku } = await own();
    const { itemId, leadId } = await sell(shop, { sku: ` ${sku} `, quantity: 3 });
    expect(await stockOf(id)).toEqual({ stock: 10, reserved: 3, toCheck: 0 });
    await setLead(leadId, "logistic_status", "shipped");
    await setLead(leadId, "logistic_status", "in_transit");
    await setLead(leadId, "logistic_status", "delivered");
    expect(await stockOf(id)).toEqual({ stock: 7, reserved: 0, toCheck: 0 });
    expect(await movesOf(itemId)).toEqual(["reserve 3", "ship 3"]);
  });

  test("releases when it is called off, and reserves again when that is taken back", async () => {
    const { id, sku } = await own();
    const { itemId, leadId } = await sell(shop, { sku, quantity: 2 });
    await setLead(leadId, "cod_status", "rejected");
    expect(await stockOf(id)).toMatchObject({ stock: 10, reserved: 0 });
    await setLead(leadId, "cod_status", "confirmed");
    expect(await movesOf(itemId)).toEqual(["reserve 2", "release -2", "reserve 2"]);
  });

  test("moves the difference when its quantity is edited, and rounds begun units up", async () => {
    const { id, sku } = await own();
    const { itemId } = await sell(shop, { sku, quantity: "1.500" });
    expect(await stockOf(id)).toMatchObject({ reserved: 2 });
    await setQuantity(itemId, 5);
    expect(await stockOf(id)).toMatchObject({ reserved: 5 });
    await setQuantity(itemId, 1);
    expect(await movesOf(itemId)).toEqual(["reserve 2", "reserve 3", "release -4"]);
  });

  test("that came back is in stock only once somebody said that it is sellable", async () => {
    const { id, sku } = await own();
    const { itemId, leadId } = await sell(shop, { sku, quantity: 4 });
    await setLead(leadId, "logistic_status", "shipped");
    await setLead(leadId, "cod_status", "refused");
    expect(await stockOf(id)).toEqual({ stock: 6, reserved: 0, toCheck: 4 });
    await answer(itemId, { sellable: 2, damaged: 1 }, by(shop.seller));
    expect(await stockOf(id)).toEqual({ stock: 8, reserved: 0, toCheck: 1 });
    await expect(answer(itemId, { sellable: 2 })).rejects.toThrow("not so much");
    await answer(itemId, { gone: 1 });
    expect(await movesOf(itemId)).toEqual([
      "reserve 4",
      "ship 4",
      "return_sellable 2",
      "return_damaged 1",
      "not_returned 1",
    ]);
    await setLead(leadId, "cod_status", "confirmed");
    expect(await stockOf(id)).toEqual({ stock: 6, reserved: 0, toCheck: 0 });
  });

  test("of which less is left after it was shipped asks what became of the rest", async () => {
    const { id, sku } = await own();
    const { itemId, leadId } = await sell(shop, { sku, quantity: 3 });
    await setLead(leadId, "logistic_status", "delivered");
    await setQuantity(itemId, 1);
    expect(await stockOf(id)).toEqual({ stock: 7, reserved: 0, toCheck: 2 });
  });

  test("stays with the product that served it; a new SKU before it left is served anew", async () => {
    const platform = await stockProduct(shop, { owner: null });
    const { itemId, leadId } = await sell(shop, { sku: platform.sku });
    const mine = await own({ sku: platform.sku });
    await setQuantity(itemId, 2);
    expect(await stockOf(platform.id)).toMatchObject({ reserved: 2 });
    const other = await own();
    await asOwner("update order_items set product_sku = $2 where id = $1", [itemId, other.sku]);
    expect(await stockOf(platform.id)).toMatchObject({ stock: 10, reserved: 0 });
    expect(await stockOf(other.id)).toMatchObject({ reserved: 2 });
    await setLead(leadId, "logistic_status", "shipped");
    await asOwner("update order_items set product_sku = $2 where id = $1", [itemId, mine.sku]);
    expect(await stockOf(other.id)).toMatchObject({ stock: 8, reserved: 0 });
    expect(await stockOf(mine.id)).toMatchObject({ stock: 10, reserved: 0 });
  });
});

describe("which product serves", () => {
  test("the seller's own before the platform's, and an alias of it; never another case, another seller's or an archived one", async () => {
    const platform = await stockProduct(shop, { owner: null });
    const mine = await own({ sku: platform.sku });
    await sell(shop, { sku: mine.sku });
    expect(await stockOf(mine.id)).toMatchObject({ reserved: 1 });
    expect(await stockOf(platform.id)).toMatchObject({ reserved: 0 });
    await asOwner("update products set archived_at = now() where id = $1", [mine.id]);
    await sell(shop, { sku: mine.sku });
    expect(await stockOf(platform.id)).toMatchObject({ reserved: 1 });
    await sell(shop, { sku: platform.sku.toUpperCase() });
    expect(await stockOf(platform.id)).toMatchObject({ reserved: 1 });
    await by(shop.seller)(
      "insert into product_aliases (workspace_id, user_id, sku, product_id) values ($1, $2, 'LAMP/1', $3)",
      [shop.workspace.id, shop.seller.userId, platform.id],
    );
    await sell(shop, { sku: "LAMP/1" });
    expect(await stockOf(platform.id)).toMatchObject({ reserved: 2 });
    const other = await createMember(shop.workspace, "seller");
    const others = await stockProduct(shop, { owner: other.userId });
    await sell(shop, { sku: others.sku });
    expect(await stockOf(others.id)).toMatchObject({ reserved: 0 });
  });

  test("what a test orders, and what another order counts already, moves nothing; what was split off moves with the lead of the whole", async () => {
    const { id, sku } = await own();
    await sell(shop, { sku, isTest: true });
    const whole = await sell(shop, { sku, quantity: 2 });
    await sell(shop, { sku, quantity: 2, part: { of: whole.orderId, repeats: true } });
    expect(await stockOf(id)).toMatchObject({ reserved: 2 });
    await sell(shop, { sku, quantity: 1, part: { of: whole.orderId, repeats: false } });
    expect(await stockOf(id)).toMatchObject({ reserved: 3 });
    await setLead(whole.leadId, "logistic_status", "shipped");
    expect(await stockOf(id)).toMatchObject({ stock: 7, reserved: 0 });
  });

  test("past orders are served when asked to: open ones reserve, what had left was off the shelf", async () => {
    const sku = randomUUID();
    const lastWeek = new Date(Date.now() - 7 * 86_400_000);
    await sell(shop, { sku, quantity: 2, orderedAt: lastWeek });
    const sent = await sell(shop, { sku, quantity: 3, orderedAt: lastWeek, logisticStatus: "shipped" });
    await sell(shop, { sku, quantity: 5, orderedAt: lastWeek, logisticStatus: "cancelled" });
    const { id } = await own({ sku });
    expect(await stockOf(id)).toMatchObject({ stock: 10, reserved: 0 });
    const serve = "select astra.serve_past_orders($1, $2, $3, false, 100) as served";
    expect(await asOwner(serve, [shop.workspace.id, shop.seller.userId, sku])).toEqual([{ served: 2 }]);
    expect(await stockOf(id)).toMatchObject({ stock: 10, reserved: 2 });
    expect(await movesOf(sent.itemId)).toEqual(["ship_before 3"]);
    expect(await asOwner(serve, [shop.workspace.id, shop.seller.userId, sku])).toEqual([{ served: 0 }]);
    const [sold] = await asOwner("select sum(sold)::int as sold from product_days where product_id = $1", [
      id,
    ]);
    expect(sold).toEqual({ sold: 5 });
  });

  test("an own product takes over what the platform's has reserved only when asked", async () => {
    const platform = await stockProduct(shop, { owner: null });
    const { leadId } = await sell(shop, { sku: platform.sku, quantity: 2 });
    await setLead(leadId, "logistic_status", "shipped");
    await sell(shop, { sku: platform.sku, quantity: 3 });
    const mine = await own({ sku: platform.sku });
    const serve = (takeOver: boolean) =>
      by(shop.seller)("select astra.serve_past_orders($1, $2, $3, $4, 100)", [
        shop.workspace.id,
        shop.seller.userId,
        mine.sku,
        takeOver,
      ]);
    await serve(false);
    expect(await stockOf(mine.id)).toMatchObject({ reserved: 0 });
    await serve(true);
    expect(await stockOf(mine.id)).toMatchObject({ stock: 10, reserved: 3 });
    expect(await stockOf(platform.id)).toMatchObject({ stock: 8, reserved: 0 });
  });
});

describe("nobody", () => {
  test.each(["stock", "reserved"])("writes %s, not even the system", async (column) => {
    const { id } = await own();
    const write = `update products set ${column} = 5 where id = $1`;
    await expect(asSystem((query) => query(write, [id]))).rejects.toThrow("sum of its movements");
    await expect(by(shop.seller)(write, [id])).rejects.toThrow("permission denied");
    await expect(asOwner(write, [id])).rejects.toThrow("sum of its movements");
  });

  test("changes or deletes a movement, moves what is not theirs, or speaks for an order", async () => {
    const { id } = await own();
    await expect(
      asSystem((query) => query("delete from stock_movements where product_id = $1", [id])),
    ).rejects.toThrow("permission denied");
    await expect(move(id, "reserve", 1, by(shop.seller))).rejects.toThrow("stock_movements_cause_check");
    const platform = await stockProduct(shop, { owner: null });
    await expect(move(platform.id, "correction", 1, by(shop.seller))).rejects.toThrow("row-level security");
    const { itemId, leadId } = await sell(shop, { sku: platform.sku });
    await setLead(leadId, "logistic_status", "returned");
    await expect(answer(itemId, { sellable: 1 }, by(shop.seller))).rejects.toThrow("not yours");
  });

  test("deletes a product that was sold; its movements go with one that never was", async () => {
    const sold = await own();
    await sell(shop, { sku: sold.sku });
    await expect(by(shop.seller)("delete from products where id = $1", [sold.id])).rejects.toThrow(
      "was sold",
    );
    const unsold = await own();
    await by(shop.seller)("delete from products where id = $1", [unsold.id]);
    expect(await asOwner("select 1 from stock_movements where product_id = $1", [unsold.id])).toEqual([]);
  });
});

test("a crossing is told once: low, out, oversold, restocked", async () => {
  const { id, sku } = await own({ stock: 4, lowStockAt: 2 });
  const alerts = async () =>
    (
      await asOwner<{ kind: string }>(
        "select kind from stock_alerts where product_id = $1 order by created_at",
        [id],
      )
    ).map(({ kind }) => kind);
  await sell(shop, { sku, quantity: 1 });
  expect(await alerts()).toEqual([]);
  const { leadId } = await sell(shop, { sku, quantity: 2 });
  expect(await alerts()).toEqual(["low"]);
  await setLead(leadId, "logistic_status", "shipped");
  await sell(shop, { sku, quantity: 1 });
  await sell(shop, { sku, quantity: 3 });
  await sell(shop, { sku, quantity: 1 });
  await move(id, "receipt", 20, by(shop.seller));
  expect(await alerts()).toEqual(["low", "out", "oversold", "restocked"]);
});

test("whoever moves stock is remembered, and the system as nobody", async () => {
  const { id, sku } = await own();
  await move(id, "correction", -1, by(shop.seller));
  await sell(shop, { sku });
  const moves = await asOwner(
    "select kind, user_id from stock_movements where product_id = $1 order by seq",
    [id],
  );
  expect(moves).toEqual([
    { kind: "initial", user_id: null },
    { kind: "correction", user_id: shop.seller.userId },
    { kind: "reserve", user_id: null },
  ]);
});

import { beforeAll, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { productList } from "#lib/inventory/list.ts";
import { listProducts } from "#lib/inventory/queries.ts";
import { loadNeeds } from "#lib/kpi/queries.ts";
import { move, stockProduct } from "#tests/integration/inventory/shop.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

/** What a person is told of stock, as "kind: how many" or "kind: which". */
async function toldOfStock(session: Session): Promise<string[]> {
  const kinds = ["oversold", "out_of_stock", "low_stock", "restocked"];
  return (await loadNeeds(session))
    .filter(({ kind }) => kinds.includes(kind))
    .map((need) => `${need.kind}: ${"id" in need ? need.id : need.count}`);
}

test("who owns products is told which run low, which are out or oversold, and which came back", async () => {
  const owner = desk.seller.userId;
  const product = await stockProduct(desk, { owner, stock: 10, lowStockAt: 4 });
  expect(await toldOfStock(desk.seller)).toEqual([]);
  await move(product.id, "correction", -7);
  expect(await toldOfStock(desk.seller)).toEqual(["low_stock: 1"]);
  await move(product.id, "correction", -3);
  expect(await toldOfStock(desk.seller)).toEqual(["out_of_stock: 1", "low_stock: 1"]);
  await move(product.id, "correction", -2);
  expect(await toldOfStock(desk.seller)).toEqual(["oversold: 1", "low_stock: 1"]);
  await move(product.id, "receipt", 22);
  expect(await toldOfStock(desk.seller)).toEqual([`restocked: ${product.id}`]);
  expect(await toldOfStock(desk.otherSeller)).toEqual([]);
  await move(product.id, "correction", -20);
  expect(await toldOfStock(desk.seller)).toEqual(["out_of_stock: 1", "low_stock: 1"]);
});

test("what is told of stock opens as many products", async () => {
  const owner = desk.seller.userId;
  for (const stock of [0, 2, 3]) await stockProduct(desk, { owner, stock, lowStockAt: 4 });
  const needs = await loadNeeds(desk.admin);
  for (const need of needs.filter(({ href }) => href.startsWith("/inventory?"))) {
    const list = await listProducts(desk.admin, productList.load(need.href.slice("/inventory".length)));
    expect({ kind: need.kind, count: list.total }).toEqual({
      kind: need.kind,
      count: "count" in need && need.count,
    });
  }
  expect(needs.map(({ kind }) => kind)).toContain("low_stock");
});

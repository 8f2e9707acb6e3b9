import { beforeAll, describe, expect, test } from "vitest";
import { listAliases } from "#lib/inventory/aliases.ts";
import { archiveProducts, deleteProducts, setLowLevel } from "#lib/inventory/bulk-commands.ts";
import { productList } from "#lib/inventory/list.ts";
import { getProduct, listProducts } from "#lib/inventory/queries.ts";
import { mapSku, unmapSku } from "#lib/inventory/sku-commands.ts";
import { listUnmatchedSkus } from "#lib/inventory/unmatched.ts";
import { shopifyLine } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { randomName } from "#tests/support/people.ts";
import { setLead, stockProduct } from "./shop.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const own = (owner: string | null = desk.seller.userId) => stockProduct(desk, { owner });

const order = (sku: string, changes: Record<string, unknown> = {}) =>
  tellNew(desk.store, {
    created_at: new Date().toISOString(),
    updated_at: new Date().toISOString(),
    line_items: [shopifyLine({ sku })],
    ...changes,
  });

describe("the selected products", () => {
  test("are archived, taken up again and given a level together: those that the person may change", async () => {
    const products = await Promise.all([own(), own(), own(null)]);
    const ids = products.map(({ id }) => id);
    const ofSeller = ids.slice(0, 2);
    expect(await archiveProducts(desk.seller, { ids, isArchived: true })).toBe(2);
    expect((await getProduct(desk.admin, ids[2] ?? ""))?.isArchived).toBe(false);
    expect(await setLowLevel(desk.seller, { ids, level: 7 })).toBe(2);
    expect(await getProduct(desk.seller, ids[0] ?? "")).toMatchObject({ isArchived: true, lowStockAt: 7 });
    expect(await archiveProducts(desk.manager, { ids, isArchived: false })).toBe(3);
    expect(await setLowLevel(desk.manager, { ids, level: null })).toBe(3);
    expect(await getProduct(desk.seller, ids[1] ?? "")).toMatchObject({
      isArchived: false,
      hasOwnLevel: false,
    });
    for (const session of [desk.viewer, desk.otherSeller, desk.stranger]) {
      const refused = { key: "notFoundProduct" };
      await expect(archiveProducts(session, { ids: ofSeller, isArchived: true })).rejects.toMatchObject(
        refused,
      );
      await expect(setLowLevel(session, { ids: ofSeller, level: 1 })).rejects.toMatchObject(refused);
    }
  });

  test("are deleted but for those that were sold", async () => {
    const [sold, unsold, provided] = [await own(), await own(), await own(null)];
    await order(sold.sku);
    await expect(deleteProducts(desk.seller, { ids: [sold.id] })).rejects.toMatchObject({
      key: "productSold",
    });
    await expect(deleteProducts(desk.seller, { ids: [provided.id] })).rejects.toMatchObject({
      key: "forbidden",
    });
    await expect(deleteProducts(desk.stranger, { ids: [unsold.id] })).rejects.toMatchObject({
      key: "notFoundProduct",
    });
    expect(await deleteProducts(desk.seller, { ids: [sold.id, unsold.id, provided.id] })).toEqual({
      deleted: 1,
      kept: 1,
    });
    expect(await getProduct(desk.seller, unsold.id)).toBeNull();
    expect(await getProduct(desk.seller, sold.id)).not.toBeNull();
  });

  test("are what an export of them lists, and no other", async () => {
    const [one, other] = [await own(), await own()];
    await own();
    const only = [one.id, other.id];
    const page = await listProducts(desk.seller, productList.load(`?only=${only.join()}`));
    expect(page.rows.map(({ id }) => id).sort()).toEqual([...only].sort());
  });
});

test("the other SKUs of a product are listed with whose they are, and taken back by whoever may say them", async () => {
  const product = await own(null);
  const [ofSeller, ofAll] = [randomName(), randomName()].sort() as [string, string];
  const mapping = { productId: product.id, servesPastOrders: false };
  await mapSku(desk.seller, { ...mapping, sku: ofSeller, ownerId: desk.seller.userId });
  await mapSku(desk.admin, { ...mapping, sku: ofAll, ownerId: null });
  const all = await listAliases(desk.admin, product.id);
  expect(all).toMatchObject([
    { sku: ofSeller, ownerName: "Ana Seller", isForAll: false, isRemovable: true },
    { sku: ofAll, ownerName: null, isForAll: true, isRemovable: true },
  ]);
  expect(await listAliases(desk.seller, product.id)).toMatchObject([
    { isRemovable: true },
    { isRemovable: false },
  ]);
  expect((await listAliases(desk.viewer, product.id)).map(({ isRemovable }) => isRemovable)).toEqual([
    false,
    false,
  ]);
  expect((await listAliases(desk.otherSeller, product.id)).map(({ sku }) => sku)).toEqual([ofAll]);
  expect(await listAliases(desk.stranger, product.id)).toEqual([]);
  const [first, second] = all.map(({ id }) => id) as [string, string];
  for (const [session, id] of [
    [desk.otherSeller, first],
    [desk.viewer, first],
    [desk.seller, second],
  ] as const)
    await expect(unmapSku(session, { id })).rejects.toMatchObject({ key: "notFoundAlias" });
  await unmapSku(desk.seller, { id: first });
  expect((await listAliases(desk.admin, product.id)).map(({ sku }) => sku)).toEqual([ofAll]);
});

test("a SKU that matches nothing says how many orders wait for it: open ones, and none that left or was called off", async () => {
  const sku = randomName();
  const leads = [await order(sku), await order(sku), await order(sku), await order(sku)];
  await setLead(leads[0] ?? "", "logistic_status", "shipped");
  await setLead(leads[1] ?? "", "cod_status", "rejected");
  const waiting = { lines: 4, waiting: 2 };
  for (const session of [desk.seller, desk.admin, desk.viewer])
    expect((await listUnmatchedSkus(session)).find((one) => one.sku === sku)).toMatchObject(waiting);
  const { id } = await own();
  const served = await mapSku(desk.seller, {
    sku,
    ownerId: desk.seller.userId,
    productId: id,
    servesPastOrders: true,
  });
  expect(served.served).toBeGreaterThan(0);
  // What waited is what is reserved.
  expect(await getProduct(desk.seller, id)).toMatchObject({ reserved: 4 });
});

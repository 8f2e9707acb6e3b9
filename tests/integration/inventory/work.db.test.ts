import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem } from "#lib/base/db/access.ts";
import { findUntoldAlerts, listStockAlerts, noteTold } from "#lib/inventory/alerts.ts";
import { archiveProducts, deleteProducts } from "#lib/inventory/bulk-commands.ts";
import { addProduct, editProduct, setUsualLevel } from "#lib/inventory/commands.ts";
import { loadHistory } from "#lib/inventory/history.ts";
import { findOversellingOrders, findUnitsToCheck } from "#lib/inventory/lines.ts";
import { type ProductListParams, productList, productViews } from "#lib/inventory/list.ts";
import { serveAllPastOrders } from "#lib/inventory/past-orders.ts";
import {
  countProductViews,
  findBySku,
  getProduct,
  getUsualLevel,
  listProducts,
  searchProducts,
} from "#lib/inventory/queries.ts";
import { mapSku, takeOverOrders, unmapSku } from "#lib/inventory/sku-commands.ts";
import { answerReturn, changeStock, takeStock } from "#lib/inventory/stock-commands.ts";
import { listUnmatchedSkus } from "#lib/inventory/unmatched.ts";
import { shopifyLine } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";
import { setLead } from "./shop.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

async function add(session: Session, changes: Partial<Parameters<typeof addProduct>[1]> = {}) {
  const sku = changes.sku ?? `sku-${randomName()}`;
  const { id } = await addProduct(session, {
    sku,
    name: "Lampă Ștefan",
    price: "19.990",
    currency: "RON",
    lowStockAt: null,
    ownerId: session.userId,
    stock: 10,
    servesPastOrders: true,
    ...changes,
  });
  return { id, sku };
}

/** An order through the webhook's own way. */
const order = (sku: string, quantity = 1, at = new Date()) =>
  tellNew(desk.store, {
    created_at: at.toISOString(),
    updated_at: at.toISOString(),
    line_items: [shopifyLine({ sku, quantity, current_quantity: quantity, name: "Lamp", title: "Lamp" })],
  });

const list = (session: Session, changes: Partial<ProductListParams> = {}) =>
  listProducts(session, { ...productList.load(""), ...changes });

describe("a product", () => {
  test("is moved by an order that comes through the webhook, and tells how it stands", async () => {
    const { id, sku } = await add(desk.seller);
    await order(sku, 6);
    expect(await getProduct(desk.seller, id)).toMatchObject({
      stock: 10,
      reserved: 6,
      available: 4,
      standing: "low",
      lowStockAt: 5,
      hasOwnLevel: false,
      soldIn30Days: 6,
      daysOfCover: 20,
      ownerName: "Ana Seller",
      price: "19.990",
    });
    expect(await getProduct(desk.otherSeller, id)).toBeNull();
    expect(await getProduct(desk.stranger, id)).toBeNull();
    expect((await list(desk.seller, { view: "low", q: "stefan" })).rows.map((row) => row.id)).toContain(id);
    expect((await list(desk.otherSeller)).rows.map((row) => row.id)).not.toContain(id);
  });

  test("is once its owner's, is edited and archived by who may, and deleted only when it never sold", async () => {
    const { id, sku } = await add(desk.seller);
    await expect(add(desk.seller, { sku })).rejects.toMatchObject({ key: "skuTaken" });
    await add(desk.manager, { sku, ownerId: null });
    await expect(add(desk.seller, { ownerId: null })).rejects.toMatchObject({ key: "forbidden" });
    const edit = { id, sku, name: "Lamp", price: "5", currency: "EUR", lowStockAt: 3 };
    await editProduct(desk.seller, edit);
    await expect(editProduct(desk.otherSeller, edit)).rejects.toMatchObject({ key: "notFoundProduct" });
    await expect(archiveProducts(desk.viewer, { ids: [id], isArchived: true })).rejects.toMatchObject({
      key: "notFoundProduct",
    });
    await archiveProducts(desk.seller, { ids: [id], isArchived: true });
    expect((await list(desk.seller, { view: "archived" })).rows.map((row) => row.id)).toContain(id);
    await archiveProducts(desk.seller, { ids: [id], isArchived: false });
    await order(sku);
    await expect(deleteProducts(desk.seller, { ids: [id] })).rejects.toMatchObject({ key: "productSold" });
    const unsold = await add(desk.seller);
    await deleteProducts(desk.seller, { ids: [unsold.id] });
    expect(await getProduct(desk.seller, unsold.id)).toBeNull();
  });

  test("pages by what is scarce, without a row twice or left out", async () => {
    for (const stock of [3, 3, 900, 901]) await add(desk.otherSeller, { stock, name: "paged" });
    const seen: number[] = [];
    let after = "";
    for (;;) {
      const page = await list(desk.otherSeller, { sort: "scarce", q: "paged", size: 25, after });
      seen.push(...page.rows.map(({ available }) => available));
      if (!page.next) break;
      after = page.next;
    }
    expect(seen).toEqual([3, 3, 900, 901]);
  });

  test("comes first in the list that is gone first: oversold, out, then by how long it lasts, and what sells nothing last", async () => {
    const word = randomName();
    const shelf = [
      { name: "slow", stock: 30, sold: 3 },
      { name: "still", stock: 5, sold: 0 },
      { name: "quick", stock: 30, sold: 20 },
      { name: "out", stock: 4, sold: 4 },
      { name: "oversold", stock: 1, sold: 4 },
    ];
    for (const { name, stock, sold } of shelf) {
      const { sku } = await add(desk.seller, { name: `${word} ${name}`, stock });
      if (sold > 0) await order(sku, sold);
    }
    const seen = async (session: Session) =>
      (await list(session, { q: word })).rows.map(({ name }) => name.replace(`${word} `, ""));
    expect(await seen(desk.seller)).toEqual(["oversold", "out", "quick", "slow", "still"]);
    expect(await seen(desk.viewer)).toEqual(["oversold", "out", "quick", "slow", "still"]);
    expect(await seen(desk.otherSeller)).toEqual([]);
  });

  test("is counted in the tabs that list it", async () => {
    for (const session of [desk.admin, desk.seller, desk.viewer]) {
      const counts = await countProductViews(session);
      for (const view of productViews) expect((await list(session, { view })).total).toBe(counts[view]);
    }
  });

  test("is found by its SKU in whatever case, or by an alias, by those who may count it", async () => {
    const { id, sku } = await add(desk.seller);
    const alias = randomName();
    await mapSku(desk.seller, {
      sku: alias,
      ownerId: desk.seller.userId,
      productId: id,
      servesPastOrders: false,
    });
    const found = async (session: Session, text: string) =>
      (await findBySku(session, text)).map((product) => product.id);
    for (const text of [sku, sku.toUpperCase(), alias]) expect(await found(desk.seller, text)).toEqual([id]);
    expect(await found(desk.admin, sku)).toEqual([id]);
    expect(await found(desk.seller, sku.slice(1))).toEqual([]);
    expect(await found(desk.otherSeller, sku)).toEqual([]);
    expect(await found(desk.viewer, sku)).toEqual([]);
    expect((await searchProducts(desk.viewer, sku.slice(2))).map((product) => product.id)).toEqual([id]);
  });

  test("is low by the level of the workspace, which an admin says", async () => {
    const { id } = await add(desk.otherSeller, { stock: 12 });
    const standing = async () => (await getProduct(desk.otherSeller, id))?.standing;
    expect(await standing()).toBe("enough");
    for (const session of [desk.manager, desk.seller, desk.viewer])
      await expect(setUsualLevel(session, { level: 12 })).rejects.toMatchObject({ key: "forbidden" });
    await setUsualLevel(desk.admin, { level: 12 });
    expect(await getUsualLevel(desk.viewer)).toBe(12);
    expect(await standing()).toBe("low");
    await setUsualLevel(desk.admin, { level: 5 });
  });

  test("has a history that says who or which order moved it, and what was available then", async () => {
    const { id, sku } = await add(desk.seller);
    await changeStock(desk.seller, { id, kind: "receipt", delta: 5, reason: "Delivery 12" });
    await order(sku, 2);
    const [taken] = await takeStock(desk.seller, {
      counts: [
        { id, counted: 9 },
        { id, counted: 4 },
      ],
      reason: "Yearly",
    });
    expect(taken).toMatchObject({ sku, expected: 15, counted: 13 });
    const { moves, next } = await loadHistory(desk.seller, id);
    expect(next).toBeNull();
    expect(
      moves.map(({ kind, delta, availableAfter, personName }) => [kind, delta, availableAfter, personName]),
    ).toEqual([
      ["stock_take", -2, 11, "Ana Seller"],
      ["reserve", 0, 13, null],
      ["receipt", 5, 15, "Ana Seller"],
      ["initial", 10, 10, "Ana Seller"],
    ]);
    expect(moves[1]?.order).toMatchObject({ storeName: desk.store.domain });
    await expect(
      changeStock(desk.viewer, { id, kind: "correction", delta: 1, reason: "no" }),
    ).rejects.toThrow();
    await expect(
      takeStock(desk.otherSeller, { counts: [{ id, counted: 1 }], reason: "no" }),
    ).rejects.toMatchObject({ key: "notFoundProduct" });
  });

  test("that is oversold names the orders that did it, and how much of each", async () => {
    const { id, sku } = await add(desk.seller, { stock: 3 });
    const day = (days: number) => new Date(Date.now() - days * 86_400_000);
    await order(sku, 2, day(3));
    const second = await order(sku, 2, day(2));
    const third = await order(sku, 2, day(1));
    const orders = await findOversellingOrders(desk.seller, id);
    expect(orders.map(({ leadId, units }) => [leadId, units])).toEqual([
      [third, 2],
      [second, 1],
    ]);
    expect((await list(desk.seller, { view: "oversold" })).rows.map((row) => row.id)).toContain(id);
  });

  test("asks of units that came back until its keeper says what they are", async () => {
    const { id, sku } = await add(desk.seller);
    const leadId = await order(sku, 2);
    await setLead(leadId, "logistic_status", "shipped");
    await setLead(leadId, "logistic_status", "returned");
    const [line] = await findUnitsToCheck(desk.seller, { leadId });
    expect(line).toMatchObject({ units: 2 });
    const answer = { orderItemId: line?.orderItemId ?? "", sellable: 1, damaged: 1, notReturned: 0 };
    await expect(answerReturn(desk.otherSeller, answer)).rejects.toMatchObject({ key: "forbidden" });
    await answerReturn(desk.seller, answer);
    await expect(answerReturn(desk.seller, answer)).rejects.toMatchObject({ key: "nothingToCheck" });
    expect(await findUnitsToCheck(desk.seller, { productId: id })).toEqual([]);
    expect(await getProduct(desk.seller, id)).toMatchObject({ stock: 9, reserved: 0, toCheck: 0 });
  });
});

describe("a SKU that matches nothing", () => {
  test("is counted with its stores for those who see its orders, until it is mapped: past orders too", async () => {
    const sku = `Unknown-${randomName()}`;
    await order(sku, 2);
    await order(sku, 3);
    const mine = await add(desk.seller, { sku: sku.toLowerCase() });
    const found = async (session: Session) =>
      (await listUnmatchedSkus(session)).find((one) => one.sku === sku);
    expect(await found(desk.seller)).toMatchObject({
      lines: 2,
      units: 5,
      stores: [{ id: desk.store.id }],
      suggestion: { id: mine.id },
    });
    expect(await found(desk.admin)).toMatchObject({ lines: 2 });
    expect(await found(desk.otherSeller)).toBeUndefined();
    expect(await found(desk.stranger)).toBeUndefined();
    const mapping = { sku, ownerId: desk.seller.userId, productId: mine.id, servesPastOrders: true };
    await expect(mapSku(desk.otherSeller, mapping)).rejects.toMatchObject({ key: "forbidden" });
    expect(await mapSku(desk.seller, mapping)).toEqual({ served: 2, isGoingOn: false });
    await expect(mapSku(desk.seller, mapping)).rejects.toMatchObject({ key: "skuMapped" });
    expect(await getProduct(desk.seller, mine.id)).toMatchObject({ reserved: 5 });
    expect(await found(desk.seller)).toBeUndefined();
    const [alias] = await asOwner<{ id: string }>("select id from product_aliases where sku = $1", [sku]);
    await unmapSku(desk.seller, { id: alias?.id ?? "" });
    await order(sku, 1);
    expect(await getProduct(desk.seller, mine.id)).toMatchObject({ reserved: 5 });
    await serveAllPastOrders({
      workspaceId: desk.workspace.id,
      ownerId: desk.seller.userId,
      sku,
      takesOver: false,
    });
    expect(await getProduct(desk.seller, mine.id)).toMatchObject({ reserved: 5 });
  });

  test("becomes a product that serves what is open; a seller's own takes over from the platform's when asked", async () => {
    const platform = await add(desk.admin, { ownerId: null });
    await order(platform.sku, 3);
    const own = await add(desk.seller, { sku: platform.sku });
    expect(await getProduct(desk.seller, own.id)).toMatchObject({ reserved: 0 });
    expect(await takeOverOrders(desk.seller, { id: own.id })).toMatchObject({ served: 1 });
    expect(await getProduct(desk.seller, own.id)).toMatchObject({ reserved: 3 });
    expect(await getProduct(desk.seller, platform.id)).toMatchObject({ reserved: 0 });
  });
});

test("alerts are seen by who sees the product, and heard once by its owner", async () => {
  const { id, sku } = await add(desk.seller, { stock: 2, lowStockAt: 0 });
  const before = await countProductViews(desk.seller);
  await order(sku, 2);
  expect(await listStockAlerts(desk.seller, id)).toMatchObject([{ kind: "out", available: 0, sku }]);
  expect(await listStockAlerts(desk.otherSeller, id)).toEqual([]);
  expect((await countProductViews(desk.seller)).out).toBe(before.out + 1);
  const { alerts, ids } = await findUntoldAlerts(desk.seller.userId);
  expect(alerts.map(({ productId }) => productId)).toContain(id);
  expect((await findUntoldAlerts(desk.admin.userId)).alerts.map(({ productId }) => productId)).not.toContain(
    id,
  );
  await forSystem((tx) => noteTold(tx, desk.seller.userId, ids));
  expect(await findUntoldAlerts(desk.seller.userId)).toEqual({ alerts: [], ids: [] });
});

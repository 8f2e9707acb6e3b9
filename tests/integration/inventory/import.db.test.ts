import { beforeAll, expect, test } from "vitest";
import { csvHead, csvRows } from "#lib/export/csv.ts";
import { productExport } from "#lib/export/inventory.ts";
import { addProduct } from "#lib/inventory/commands.ts";
import { applyImport, undoImport } from "#lib/inventory/import/apply.ts";
import { planImport } from "#lib/inventory/import/preview.ts";
import { readProductFile } from "#lib/inventory/import/read-file.ts";
import { listRecentImports } from "#lib/inventory/import/recent.ts";
import type { ImportRow } from "#lib/inventory/import/rows.ts";
import { productList } from "#lib/inventory/list.ts";
import { workbook } from "#tests/fixtures/workbook.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";
import { stockOf } from "./shop.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await createDesk();
});

const row = (sku: string, changes: Partial<ImportRow> = {}): ImportRow => ({
  line: 2,
  sku,
  name: "Lamp",
  price: "10",
  currency: null,
  stock: 5,
  lowStockAt: null,
  ...changes,
});

const productOf = async (sku: string) =>
  (
    await asOwner<{ id: string; name: string; price: string }>(
      "select id, name, price::text from products where sku = $1",
      [sku],
    )
  )[0];

test("a file says first what it would do, then does it at once, and is taken back within the hour", async () => {
  const { seller } = desk;
  const [first, second] = [randomName(), randomName()];
  const begin = { ownerId: seller.userId, fileName: "lamps.csv", rows: [row(first)] };
  expect(await planImport(seller, seller.userId, { rows: begin.rows, refused: [] })).toMatchObject({
    added: [{ sku: first, currency: "RON", stock: 5 }],
    changed: [],
  });
  await applyImport(seller, begin);
  const rows = [
    row(first, { name: "Better lamp", stock: 3, price: null }),
    row(second),
    row(randomName(), { name: null }),
  ];
  expect(await planImport(seller, seller.userId, { rows, refused: [] })).toMatchObject({
    added: [{ sku: second }],
    changed: [{ sku: first, before: { name: "Lamp" }, after: { name: "Better lamp" }, delta: -2 }],
    refused: [{ fault: "nameMissing" }],
  });
  const done = await applyImport(seller, { ...begin, rows });
  expect(done).toMatchObject({ added: 1, changed: 1 });
  const product = await productOf(first);
  expect((await listRecentImports(seller))[0]).toMatchObject({
    id: done.id,
    fileName: "lamps.csv",
    added: 1,
    changed: 1,
  });
  for (const other of [desk.admin, desk.otherSeller, desk.viewer])
    expect(await listRecentImports(other)).toEqual([]);
  expect(await stockOf(product?.id ?? "")).toMatchObject({ stock: 3 });
  expect(await planImport(seller, seller.userId, { rows, refused: [] })).toMatchObject({
    added: [],
    changed: [],
    same: 2,
  });
  await expect(undoImport(desk.otherSeller, done)).rejects.toMatchObject({ key: "importNotUndoable" });
  expect(await undoImport(seller, done)).toEqual({ restored: 1, removed: 1, archived: 0 });
  expect(await productOf(first)).toMatchObject({ name: "Lamp", price: "10.000" });
  expect(await stockOf(product?.id ?? "")).toMatchObject({ stock: 5 });
  expect(await productOf(second)).toBeUndefined();
  await expect(undoImport(seller, done)).rejects.toMatchObject({ key: "importNotUndoable" });
});

test("what was changed since stays when an import is taken back, and after an hour nothing is", async () => {
  const { seller } = desk;
  const sku = randomName();
  const file = { ownerId: seller.userId, fileName: "lamps.csv", rows: [row(sku)] };
  await applyImport(seller, file);
  const done = await applyImport(seller, { ...file, rows: [row(sku, { name: "Better" })] });
  await asOwner("update products set name = 'By hand' where sku = $1", [sku]);
  expect(await undoImport(seller, done)).toMatchObject({ restored: 0 });
  expect(await productOf(sku)).toMatchObject({ name: "By hand" });
  const late = await applyImport(seller, { ...file, rows: [row(sku, { name: "Late" })] });
  await asOwner("update product_imports set created_at = now() - interval '61 minutes' where id = $1", [
    late.id,
  ]);
  expect((await listRecentImports(seller)).map(({ id }) => id)).not.toContain(late.id);
  await expect(undoImport(seller, late)).rejects.toMatchObject({ key: "importNotUndoable" });
});

test("nobody imports for others who may not write for them", async () => {
  const rows = [row(randomName())];
  await expect(planImport(desk.seller, null, { rows, refused: [] })).rejects.toMatchObject({
    key: "forbidden",
  });
  await expect(
    applyImport(desk.seller, { ownerId: desk.otherSeller.userId, fileName: "a.csv", rows }),
  ).rejects.toMatchObject({ key: "forbidden" });
  await expect(
    applyImport(desk.viewer, { ownerId: desk.viewer.userId, fileName: "a.csv", rows }),
  ).rejects.toThrow("row-level security");
});

test("an export of the products, imported again, changes nothing", async () => {
  const { otherSeller } = desk;
  for (const lowStockAt of [null, 0, 7])
    await addProduct(otherSeller, {
      sku: `=${randomName()}`,
      name: 'Bol "mare"; roșu, 2,5 l',
      price: "1249.9",
      currency: "RON",
      lowStockAt,
      ownerId: otherSeller.userId,
      stock: 12,
      servesPastOrders: false,
    });
  const columns = await productExport.columns(otherSeller);
  let csv = csvHead(columns);
  for await (const rows of productExport.pages(otherSeller, productList.load("")))
    csv += csvRows(columns, rows);
  const file = await readProductFile(new TextEncoder().encode(csv), {});
  if (typeof file === "string") throw new Error(file);
  expect(await planImport(otherSeller, otherSeller.userId, file)).toEqual({
    added: [],
    changed: [],
    same: 3,
    refused: [],
  });
});

test("a workbook of 20,000 rows is written in one transaction that says how far it is, and is taken back", async () => {
  const { seller } = desk;
  const stem = randomName();
  const cells = Array.from({ length: 20_000 }, (_, index) => [`${stem}-${index}`, "Lamp", 10.5, index % 9]);
  const file = await readProductFile(workbook([["SKU", "Name", "Price", "Stock"], ...cells]), {});
  if (typeof file === "string") throw new Error(file);
  const told: number[] = [];
  const began = performance.now();
  const done = await applyImport(
    seller,
    { ownerId: seller.userId, fileName: "many.xlsx", rows: file.rows },
    (written, of) => {
      expect(of).toBe(20_000);
      told.push(written);
    },
  );
  console.log("20,000 products imported in", Math.round(performance.now() - began), "ms");
  expect(done).toMatchObject({ added: 20_000, changed: 0 });
  expect(told).toEqual(Array.from({ length: 20 }, (_, index) => (index + 1) * 1_000));
  const again = {
    ownerId: seller.userId,
    fileName: "many.xlsx",
    rows: file.rows.map((row) => ({ ...row, price: "x" })),
  };
  await expect(applyImport(seller, again)).rejects.toThrow();
  expect(await undoImport(seller, done)).toMatchObject({ removed: 20_000 });
  expect(await productOf(`${stem}-19999`)).toBeUndefined();
}, 60_000);

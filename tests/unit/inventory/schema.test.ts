import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  archiveSchema,
  newProductSchema,
  productEditSchema,
  productSchema,
  returnAnswerSchema,
  skuMappingSchema,
  stockChangeSchema,
  stockTakeSchema,
} from "#lib/inventory/schema.ts";

const id = randomUUID();
const product = {
  sku: " AB-1 ",
  name: "Lamp",
  price: "19.99",
  currency: "EUR",
  lowStockAt: null,
  ownerId: null,
  stock: 3,
};

describe("a product", () => {
  test("has a SKU without the blanks around it, in the case it was written in", () => {
    expect(newProductSchema.parse(product)).toMatchObject({ sku: "AB-1", servesPastOrders: false });
  });

  test.each([
    { sku: "  " },
    { sku: "x".repeat(201) },
    { name: "" },
    { price: "-1" },
    { price: "1,2,3" },
    { price: "1.250" },
    { price: "1.2345" },
    { price: "10000000000" },
    { currency: "euro" },
    { lowStockAt: -1 },
    { stock: 1.5 },
    { stock: -1 },
    { stock: 1_000_001 },
  ])("is refused with %o", (changes) => {
    expect(newProductSchema.safeParse({ ...product, ...changes }).success).toBe(false);
  });

  test("has the price that was typed with a comma, also where it is checked twice", () => {
    const once = newProductSchema.parse({ ...product, price: "1.249,90" });
    expect(once.price).toBe("1249.90");
    expect(newProductSchema.parse(once).price).toBe("1249.90");
    expect(newProductSchema.parse({ ...product, price: "1,250", currency: "KWD" }).price).toBe("1.250");
  });

  test("whose price could be a thousand times as much asks which is meant", () => {
    const { error } = newProductSchema.safeParse({ ...product, price: "1.250" });
    expect(error?.issues).toMatchObject([{ path: ["price"], message: "priceAmbiguous" }]);
  });

  test("is edited, archived and deleted by its id", () => {
    const { ownerId: _owner, stock: _stock, ...fields } = product;
    expect(productEditSchema.safeParse({ id, ...fields }).success).toBe(true);
    expect(archiveSchema.safeParse({ ids: ["1"], isArchived: true }).success).toBe(false);
    expect(productSchema.safeParse({ id }).success).toBe(true);
  });
});

test("a change of stock has a reason and changes something", () => {
  const change = { id, kind: "correction", delta: -2, reason: "broken" };
  expect(stockChangeSchema.safeParse(change).success).toBe(true);
  for (const wrong of [{ delta: 0 }, { delta: 0.5 }, { reason: " " }, { kind: "reserve" }])
    expect(stockChangeSchema.safeParse({ ...change, ...wrong }).success).toBe(false);
  expect(stockChangeSchema.parse({ ...change, reason: "é".repeat(900) }).reason).toHaveLength(500);
});

test("a count, an answer and a mapping are of whole units and known rows", () => {
  expect(stockTakeSchema.safeParse({ counts: [], reason: "x" }).success).toBe(false);
  expect(stockTakeSchema.safeParse({ counts: [{ id, counted: -1 }], reason: "x" }).success).toBe(false);
  expect(
    returnAnswerSchema.safeParse({ orderItemId: id, sellable: 1, damaged: 0, notReturned: -1 }).success,
  ).toBe(false);
  expect(skuMappingSchema.parse({ sku: " a ", ownerId: null, productId: id })).toMatchObject({
    sku: "a",
    servesPastOrders: true,
  });
});

import { z } from "zod";
import { isAmbiguous, readTypedAmount } from "#lib/base/money/amount.ts";
import { cut, plainText } from "#lib/base/text/schema.ts";
import { tidy } from "#lib/base/text/tidy.ts";

/** More than anybody keeps, and few enough to be added up. */
const mostUnits = 1_000_000;

/** A SKU as shops write it: blanks around it count for nothing, its case does. */
const skuSchema = plainText.trim().min(1, "skuMissing").max(200, "textTooLong");

/** A price as a person types it, with a comma or a point. */
const priceSchema = plainText.transform((typed, context) => {
  const price = readTypedAmount(typed);
  if (price !== undefined) return price;
  context.addIssue({ code: "custom", message: "priceInvalid" });
  return z.NEVER;
});

const isClear = (product: { price: string; currency: string }) =>
  !isAmbiguous(product.price, product.currency);

const ambiguous = { path: ["price"], error: "priceAmbiguous" };

const fields = {
  sku: skuSchema,
  name: plainText.trim().min(1, "nameMissing").max(200, "textTooLong"),
  /** A decimal string. */
  price: priceSchema,
  currency: z.string().regex(/^[A-Z]{3}$/, "currencyInvalid"),
  /** Null: as the workspace says. */
  lowStockAt: z.int("unitsInvalid").min(0, "unitsInvalid").max(mostUnits, "unitsInvalid").nullable(),
};

export const newProductSchema = z
  .object({
    ...fields,
    /** Null: the platform's. */
    ownerId: z.uuid().nullable(),
    /** What is on the shelf. */
    stock: z.int("unitsInvalid").min(0, "unitsInvalid").max(mostUnits, "unitsInvalid"),
    /** Whether past orders that nothing served are served by it. */
    servesPastOrders: z.boolean().default(false),
  })
  .refine(isClear, ambiguous);

export const productEditSchema = z.object({ id: z.uuid(), ...fields }).refine(isClear, ambiguous);

/** As many as a page of the list has, and no more. */
const ids = z.array(z.uuid()).min(1).max(100);

export const productsSchema = z.object({ ids });

export const archiveSchema = z.object({ ids, isArchived: z.boolean() });

export const lowLevelSchema = z.object({ ids, level: fields.lowStockAt });

export const productSchema = z.object({ id: z.uuid() });

const reason = plainText
  .trim()
  .min(1, "reasonMissing")
  .overwrite((text) => cut(tidy(text), 500));

/** Goods that came in, or a correction either way. */
export const stockChangeSchema = z.object({
  id: z.uuid(),
  kind: z.enum(["receipt", "correction"]),
  delta: z
    .int("unitsInvalid")
    .min(-mostUnits, "unitsInvalid")
    .max(mostUnits, "unitsInvalid")
    .refine((delta) => delta !== 0, "unitsInvalid"),
  reason,
});

/** What was counted on the shelf; a product that is named twice was counted in two places. */
export const stockTakeSchema = z.object({
  counts: z
    .array(z.object({ id: z.uuid(), counted: z.int().min(0).max(mostUnits) }))
    .min(1)
    .max(1_000),
  reason,
});

const units = z.int().min(0).max(mostUnits);

/** What became of a line's units that came back. */
export const returnAnswerSchema = z.object({
  orderItemId: z.uuid(),
  sellable: units,
  damaged: units,
  notReturned: units,
});

/** Says which product a SKU means, in the stores of an owner; null: in all of them. */
export const skuMappingSchema = z.object({
  sku: skuSchema,
  ownerId: z.uuid().nullable(),
  productId: z.uuid(),
  servesPastOrders: z.boolean().default(true),
});

/** What a query string says of a product that is to be added; junk says nothing. */
export const productDraftSchema = z.object({
  sku: plainText.max(200).catch(""),
  name: plainText.max(200).catch(""),
  owner: z.uuid().nullable().catch(null),
});

/** Which product's photo; a version that is the present one may be kept by a browser. */
export const photoQuerySchema = z.object({
  product: z.uuid(),
  version: z
    .string()
    .regex(/^[0-9a-f-]{36}\.[a-z]{3,4}$/)
    .optional(),
});

/** From how many on products are low that have no level of their own. */
export const usualLevelSchema = z.object({
  level: z.int("unitsInvalid").min(0, "unitsInvalid").max(mostUnits, "unitsInvalid"),
});

/** How a file is to be read, in a query string: which column says what by the order of `importFields`, "" where none does. */
export const importQuerySchema = z.object({
  name: plainText.trim().min(1).max(200),
  /** Whose the products are; "" is the platform. */
  owner: z.union([z.uuid(), z.literal("").transform(() => null)]),
  columns: z
    .string()
    .regex(/^(\d{0,2},){5}\d{0,2}$/)
    .transform((places) => places.split(",").map((place) => (place === "" ? null : Number(place))))
    .optional(),
  decimal: z.enum(["comma", "point"]).optional(),
  /** Whether it is written; else it is only told what it would do. */
  writes: z.stringbool().default(false),
});

/** A part of a name or SKU, or the whole SKU. */
export const productTextSchema = z.object({ text: plainText.trim().max(200) });

/** Where a page of older moves begins. */
export const olderMovesSchema = z.object({
  id: z.uuid(),
  place: z.object({ before: z.string().regex(/^\d{1,18}$/), available: z.int() }),
});

export type NewProductInput = z.input<typeof newProductSchema>;
export type ProductEditInput = z.input<typeof productEditSchema>;
export type NewProduct = z.output<typeof newProductSchema>;
export type ProductEdit = z.output<typeof productEditSchema>;
export type ProductChoice = z.output<typeof productsSchema>;
export type Archiving = z.output<typeof archiveSchema>;
export type LevelChange = z.output<typeof lowLevelSchema>;
export type StockChange = z.output<typeof stockChangeSchema>;
export type StockTake = z.output<typeof stockTakeSchema>;
export type ReturnAnswer = z.output<typeof returnAnswerSchema>;
export type SkuMapping = z.output<typeof skuMappingSchema>;

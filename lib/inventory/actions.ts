"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { archiveProducts, deleteProducts, setLowLevel } from "#lib/inventory/bulk-commands.ts";
import { addProduct, editProduct, setUsualLevel } from "#lib/inventory/commands.ts";
import { loadHistory } from "#lib/inventory/history.ts";
import { undoImport } from "#lib/inventory/import/apply.ts";
import { findBySku, searchProducts } from "#lib/inventory/queries.ts";
import {
  archiveSchema,
  lowLevelSchema,
  newProductSchema,
  olderMovesSchema,
  productEditSchema,
  productSchema,
  productsSchema,
  productTextSchema,
  returnAnswerSchema,
  skuMappingSchema,
  stockChangeSchema,
  stockTakeSchema,
  usualLevelSchema,
} from "#lib/inventory/schema.ts";
import { mapSku, takeOverOrders, unmapSku } from "#lib/inventory/sku-commands.ts";
import { answerReturn, changeStock, takeStock } from "#lib/inventory/stock-commands.ts";

/** Runs a command and has the inventory's pages read again. */
function refreshing<Input, T>(command: (session: Session, input: Input) => Promise<T>) {
  return async (session: Session, input: Input): Promise<T> => {
    const result = await command(session, input);
    revalidatePath("/inventory", "layout");
    return result;
  };
}

export const addProductAction = action({
  schema: newProductSchema,
  permission: "inventory.write",
  run: refreshing(addProduct),
});

export const editProductAction = action({
  schema: productEditSchema,
  permission: "inventory.write",
  run: refreshing(editProduct),
});

export const archiveProductsAction = action({
  schema: archiveSchema,
  permission: "inventory.write",
  run: refreshing(archiveProducts),
});

export const setLowLevelAction = action({
  schema: lowLevelSchema,
  permission: "inventory.write",
  run: refreshing(setLowLevel),
});

export const deleteProductsAction = action({
  schema: productsSchema,
  permission: "inventory.write",
  run: refreshing(deleteProducts),
});

export const setUsualLevelAction = action({
  schema: usualLevelSchema,
  permission: "workspace.write",
  run: refreshing(setUsualLevel),
});

export const changeStockAction = action({
  schema: stockChangeSchema,
  permission: "inventory.write",
  run: refreshing(changeStock),
});

export const takeStockAction = action({
  schema: stockTakeSchema,
  permission: "inventory.write",
  run: refreshing(takeStock),
});

export const answerReturnAction = action({
  schema: returnAnswerSchema,
  permission: "inventory.write",
  run: refreshing(answerReturn),
});

export const mapSkuAction = action({
  schema: skuMappingSchema,
  permission: "inventory.write",
  run: refreshing(mapSku),
});

export const unmapSkuAction = action({
  schema: productSchema,
  permission: "inventory.write",
  run: refreshing(unmapSku),
});

export const takeOverOrdersAction = action({
  schema: productSchema,
  permission: "inventory.write",
  run: refreshing(takeOverOrders),
});

export const undoImportAction = action({
  schema: productSchema,
  permission: "inventory.write",
  run: refreshing(undoImport),
});

export const findBySkuAction = action({
  schema: productTextSchema,
  permission: "inventory.write",
  run: (session, { text }) => findBySku(session, text),
});

export const searchProductsAction = action({
  schema: productTextSchema,
  permission: "inventory.read",
  run: (session, { text }) => searchProducts(session, text),
});

export const loadMovesAction = action({
  schema: olderMovesSchema,
  permission: "inventory.read",
  run: (session, { id, place }) => loadHistory(session, id, place),
});

"use server";

import { revalidatePath } from "next/cache";
import { action } from "#lib/base/auth/action.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { addProduct, archiveProduct, deleteProduct, editProduct } from "#lib/inventory/commands.ts";
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

const permission = "inventory.write";

export const addProductAction = action({ schema: newProductSchema, permission, run: refreshing(addProduct) });
export const editProductAction = action({
  schema: productEditSchema,
  permission,
  run: refreshing(editProduct),
});
export const archiveProductAction = action({
  schema: archiveSchema,
  permission,
  run: refreshing(archiveProduct),
});
export const deleteProductAction = action({
  schema: productSchema,
  permission,
  run: refreshing(deleteProduct),
});
export const changeStockAction = action({
  schema: stockChangeSchema,
  permission,
  run: refreshing(changeStock),
});
export const takeStockAction = action({ schema: stockTakeSchema, permission, run: refreshing(takeStock) });
export const answerReturnAction = action({
  schema: returnAnswerSchema,
  permission,
  run: refreshing(answerReturn),
});
export const mapSkuAction = action({ schema: skuMappingSchema, permission, run: refreshing(mapSku) });
export const unmapSkuAction = action({ schema: productSchema, permission, run: refreshing(unmapSku) });
export const takeOverOrdersAction = action({
  schema: productSchema,
  permission,
  run: refreshing(takeOverOrders),
});

import "server-only";
import { plainAmount } from "#lib/base/money/plain.ts";
import { columnsFor } from "#lib/export/columns.ts";
import { defineExport } from "#lib/export/define.ts";
import { productList } from "#lib/inventory/list.ts";
import { listProducts, type ProductRow } from "#lib/inventory/queries.ts";

const { text, number } = columnsFor<ProductRow>();

/** The products as a file; an import takes the same columns back. */
export const productExport = defineExport({
  list: productList,
  read: listProducts,
  columns: [
    text("sku", ({ sku }) => sku),
    text("name", ({ name }) => name),
    number("price", ({ price, currency }) => plainAmount(price, currency)),
    text("currency", ({ currency }) => currency),
    number("stock", ({ stock }) => String(stock)),
    // Empty where it is as the workspace says, so that a file that is imported again leaves it so.
    number("lowStock", ({ hasOwnLevel, lowStockAt }) => (hasOwnLevel ? String(lowStockAt) : null)),
    number("reserved", ({ reserved }) => String(reserved)),
    number("available", ({ available }) => String(available)),
    number("sold30", ({ soldIn30Days }) => String(soldIn30Days)),
    number("cover", ({ daysOfCover }) => (daysOfCover === null ? null : String(daysOfCover))),
    text("owner", ({ ownerName }) => ownerName),
  ],
});

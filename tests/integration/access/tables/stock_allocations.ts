import { randomUUID } from "node:crypto";
import { mapValues } from "../map-values.ts";
import { allocated, nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// What orders make of stock is written by the database alone.
export const access: TableAccess = {
  rights: { select: allocated, insert: nobody, update: nobody, delete: nobody, system: ["select"] },
  trials: ({ sales, products }) => ({
    rows: mapValues(sales, ({ itemId }) => `order_item_id = '${itemId}'`),
    change: "reserved = 100",
    inserts: () => ({
      sellers: {
        order_item_id: randomUUID(),
        product_id: products.sellers,
        sku: "lamp",
        ordered_on: "2026-01-01",
      },
    }),
  }),
};

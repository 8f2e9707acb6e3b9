import { mapValues } from "../map-values.ts";
import { nobody, stocked } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: stocked, insert: nobody, update: nobody, delete: nobody, system: ["select"] },
  trials: ({ products }) => ({
    rows: mapValues(products, (id) => `product_id = '${id}'`),
    change: "sold = 100",
    inserts: () => ({ sellers: { product_id: products.sellers, day: "2026-01-02", sold: 1 } }),
  }),
};

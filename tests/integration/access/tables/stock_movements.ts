import { mapValues } from "../map-values.ts";
import { nobody, stocked } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const movement = (productId: string) => ({ product_id: productId, delta: 100, reason: "counted" });

// Stock is counted by movements that nobody rewrites.
export const access: TableAccess = {
  rights: {
    select: stocked,
    insert: {
      admin: "sellers others platform",
      manager: "sellers others platform",
      seller: "sellers",
      otherSeller: "others",
      stranger: "elsewhere",
    },
    update: nobody,
    delete: nobody,
  },
  trials: ({ products, movements }) => ({
    rows: mapValues(movements, (id) => `id = '${id}'`),
    change: "delta = 1000",
    inserts: () => ({
      sellers: movement(products.sellers),
      others: movement(products.others),
      platform: movement(products.platform),
      elsewhere: movement(products.strangers),
    }),
  }),
};

import { mapValues } from "../map-values.ts";
import { nobody, sold } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: sold, insert: nobody, update: nobody, delete: nobody },
  trials: ({ sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.itemId}'`),
    change: "price_per_unit = 0",
    inserts: () => ({
      ofSellersOrder: {
        order_id: sales.sellers.orderId,
        external_line_id: "new",
        position: 1,
        product_name: "New",
        quantity: 1,
        current_quantity: 1,
        price_per_unit: 1,
      },
    }),
  }),
};

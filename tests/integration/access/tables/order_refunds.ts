import { mapValues } from "../map-values.ts";
import { nobody, sold } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: sold, insert: nobody, update: nobody, delete: nobody },
  trials: ({ sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.refundId}'`),
    change: "amount = 0",
    inserts: () => ({
      ofSellersOrder: {
        order_id: sales.sellers.orderId,
        external_refund_id: "new",
        amount: 1,
        refunded_at: new Date(),
      },
    }),
  }),
};

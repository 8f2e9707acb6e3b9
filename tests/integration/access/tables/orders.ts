import { mapValues } from "../map-values.ts";
import { nobody, sold, soldEditors } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: sold, insert: nobody, update: soldEditors, delete: nobody },
  trials: ({ ours, people, sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.orderId}'`),
    change: "shipping_name = 'changed'",
    inserts: (userId) => ({
      ofSellersStore: {
        workspace_id: ours.id,
        integration_id: sales.sellers.storeId,
        user_id: people.seller.userId,
        external_order_id: userId,
        order_number: "#1",
        status: "pending",
        payment_status: "paid",
        fulfillment_status: "unfulfilled",
        currency: "EUR",
        total_amount: 1,
        current_total_amount: 1,
        order_created_at: new Date(),
        external_updated_at: new Date(),
      },
    }),
  }),
};

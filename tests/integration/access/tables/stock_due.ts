import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody, system: [] },
  trials: ({ sales }) => ({
    rows: { none: `order_id = '${sales.sellers.orderId}'` },
    change: "is_first = true",
    inserts: () => ({ sellers: { order_id: sales.sellers.orderId, is_first: false } }),
  }),
};

import { mapValues } from "../map-values.ts";
import { nobody, received } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const delivery = { topic: "orders/create", dedupe_key: "new", headers: "{}", payload: Buffer.from("{}") };

// What a store sent is read with the store, and written by the ingest pipeline alone.
export const access: TableAccess = {
  rights: {
    select: received,
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: ({ sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.deliveryId}'`),
    change: "error = 'changed'",
    inserts: () => ({ sellers: { integration_id: sales.sellers.storeId, ...delivery } }),
  }),
};

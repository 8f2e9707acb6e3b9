import { mapValues } from "../map-values.ts";
import { nobody, received } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const request = { kind: "redact_shop", due_at: new Date(), details: "{}" };

// What a store sent is read with the store, and written by the ingest pipeline alone.
export const access: TableAccess = {
  rights: {
    select: received,
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: ({ sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.requestId}'`),
    change: "completed_at = now()",
    inserts: () => ({ sellers: { integration_id: sales.sellers.storeId, ...request } }),
  }),
};

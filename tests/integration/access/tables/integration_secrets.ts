import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";
import { salesOfOwnStore } from "../world.ts";

export const access: TableAccess = {
  rights: { select: nobody, insert: nobody, update: nobody, delete: nobody },
  trials: ({ sales }) => ({
    rows: mapValues(salesOfOwnStore(sales), (sale) => `integration_id = '${sale.storeId}'`),
    change: "webhook_secret = 'changed'",
    inserts: () => ({ sellers: { integration_id: sales.sellers.storeId, webhook_secret: "new" } }),
  }),
};

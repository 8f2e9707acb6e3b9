import { mapValues } from "../map-values.ts";
import { nobody, stocked } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

export const access: TableAccess = {
  rights: { select: stocked, insert: nobody, update: nobody, delete: nobody, system: ["select", "update"] },
  trials: ({ ours, products, alerts }) => ({
    rows: mapValues(alerts, (id) => `id = '${id}'`),
    change: "told_to = '{}'",
    inserts: () => ({
      sellers: { workspace_id: ours.id, product_id: products.sellers, kind: "low", available: 1 },
    }),
  }),
};

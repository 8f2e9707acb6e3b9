import { mapValues } from "../map-values.ts";
import { nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Those who merge see that it was done; what the buyers were before is granted to nobody, and written by the database alone.
export const access: TableAccess = {
  rights: {
    select: { admin: "ours", manager: "ours", stranger: "strangers" },
    insert: nobody,
    update: nobody,
    delete: nobody,
  },
  trials: ({ ours, sales, merges }) => ({
    rows: mapValues(merges, (id) => `id = '${id}'`),
    change: "undone_at = now()",
    inserts: () => ({
      new: {
        workspace_id: ours.id,
        kept_id: sales.sellers.customerId,
        merged_id: sales.others.customerId,
        before: "{}",
      },
    }),
  }),
};

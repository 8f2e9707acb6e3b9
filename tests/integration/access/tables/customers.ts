import { mapValues } from "../map-values.ts";
import { all, nobody } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

// Customers are shared, so no seller reads or changes them: what a seller knows of one are the own contact and figures, which
// the database computes.
export const access: TableAccess = {
  rights: {
    select: { admin: all, manager: all, viewer: all, stranger: "strangers" },
    insert: nobody,
    update: { admin: all, manager: all, stranger: "strangers" },
    delete: nobody,
  },
  trials: ({ ours, sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.customerId}'`),
    change: "name = 'changed'",
    inserts: () => ({ new: { workspace_id: ours.id, name: "New" } }),
  }),
};

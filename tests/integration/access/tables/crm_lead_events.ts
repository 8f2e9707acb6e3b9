import type { Sale } from "#tests/support/sales.ts";
import { mapValues } from "../map-values.ts";
import { nobody, onOwnLeads, sold } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const note = (sale: Sale, userId: string | null) => ({ lead_id: sale.leadId, user_id: userId, type: "note" });

// A person writes into the timeline in the own name, and nobody rewrites it.
export const access: TableAccess = {
  rights: {
    select: sold,
    insert: onOwnLeads,
    update: nobody,
    delete: nobody,
  },
  trials: ({ people, sales }) => ({
    rows: mapValues(sales, (sale) => `id = '${sale.eventId}'`),
    change: "type = 'changed'",
    inserts: (userId) => ({
      onSellers: note(sales.sellers, userId),
      onAssigned: note(sales.assigned, userId),
      onOthers: note(sales.others, userId),
      inAnothersName: note(sales.sellers, people.viewer.userId),
      inTheSystemsName: note(sales.sellers, null),
      elsewhere: note(sales.strangers, userId),
    }),
  }),
};

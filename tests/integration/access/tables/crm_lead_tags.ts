import type { Sale } from "#tests/support/sales.ts";
import { mapValues } from "../map-values.ts";
import { nobody, onOwnLeads, sold, soldEditors } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const link = (sale: Sale, tagId: string) => ({ lead_id: sale.leadId, tag_id: tagId });

export const access: TableAccess = {
  rights: {
    select: sold,
    insert: onOwnLeads,
    update: nobody,
    delete: soldEditors,
  },
  trials: ({ sales, tags }) => ({
    rows: mapValues(sales, (sale) => `lead_id = '${sale.leadId}'`),
    change: "created_at = now()",
    inserts: () => ({
      onSellers: link(sales.sellers, tags.free),
      onAssigned: link(sales.assigned, tags.free),
      onOthers: link(sales.others, tags.free),
      strangersTagOnOurs: link(sales.sellers, tags.strangers),
      elsewhere: link(sales.strangers, tags.strangers),
    }),
  }),
};

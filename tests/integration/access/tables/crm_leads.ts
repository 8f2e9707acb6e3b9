import { mapValues } from "../map-values.ts";
import { all, nobody, sold, soldEditors } from "../rights.ts";
import type { TableAccess } from "../table-access.ts";

const lead = (workspaceId: string, userId: string, customerId: string | null = null) => ({
  workspace_id: workspaceId,
  user_id: userId,
  customer_id: customerId,
  name: "New",
  source: "manual",
  cod_status: "pending",
  kpi_status: "waiting",
});

export const access: TableAccess = {
  rights: {
    select: {
      ...sold,
      admin: `${all} manual`,
      manager: `${all} manual`,
      viewer: `${all} manual`,
      seller: "sellers assigned manual",
    },
    insert: {
      admin: "own sellers withOthersCustomer",
      manager: "own sellers withOthersCustomer",
      seller: "own sellers",
      otherSeller: "own withOthersCustomer",
      assignedSeller: "own",
      stranger: "elsewhere",
    },
    update: {
      ...soldEditors,
      admin: `${all} manual`,
      manager: `${all} manual`,
      seller: "sellers assigned manual",
    },
    delete: nobody,
  },
  trials: ({ ours, strangers, people, sales, manualLeadId }) => ({
    rows: { ...mapValues(sales, (sale) => `id = '${sale.leadId}'`), manual: `id = '${manualLeadId}'` },
    change: "call_attempts = 1",
    inserts: (userId) => ({
      own: lead(ours.id, userId),
      sellers: lead(ours.id, people.seller.userId),
      withOthersCustomer: lead(ours.id, userId, sales.others.customerId),
      withStrangersCustomer: lead(ours.id, userId, sales.strangers.customerId),
      elsewhere: lead(strangers.id, people.stranger.userId),
    }),
  }),
};

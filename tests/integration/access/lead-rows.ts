import type { Sale } from "#tests/support/sales.ts";
import { mapValues } from "./map-values.ts";
import type { TableTrials } from "./rows.ts";
import type { World } from "./world.ts";

/** The trials of leads and what hangs on them. */
export function leadTrials({
  ours,
  strangers,
  people,
  sales,
  manualLeadId,
  tags,
}: World): Record<string, TableTrials> {
  const { seller, stranger, viewer } = people;
  const lead = (workspaceId: string, userId: string, customerId: string | null = null) => ({
    workspace_id: workspaceId,
    user_id: userId,
    customer_id: customerId,
    name: "New",
    source: "manual",
    cod_status: "pending",
    kpi_status: "waiting",
  });
  const note = (sale: Sale, userId: string | null) => ({
    lead_id: sale.leadId,
    user_id: userId,
    type: "note",
  });
  const link = (sale: Sale, tagId: string) => ({ lead_id: sale.leadId, tag_id: tagId });
  return {
    crm_leads: {
      rows: { ...mapValues(sales, (sale) => `id = '${sale.leadId}'`), manual: `id = '${manualLeadId}'` },
      change: "call_attempts = 1",
      inserts: (userId) => ({
        own: lead(ours.id, userId),
        sellers: lead(ours.id, seller.userId),
        withOthersCustomer: lead(ours.id, userId, sales.others.customerId),
        withStrangersCustomer: lead(ours.id, userId, sales.strangers.customerId),
        elsewhere: lead(strangers.id, stranger.userId),
      }),
    },
    crm_lead_events: {
      rows: mapValues(sales, (sale) => `id = '${sale.eventId}'`),
      change: "type = 'changed'",
      inserts: (userId) => ({
        onSellers: note(sales.sellers, userId),
        onAssigned: note(sales.assigned, userId),
        onOthers: note(sales.others, userId),
        inAnothersName: note(sales.sellers, viewer.userId),
        inTheSystemsName: note(sales.sellers, null),
        elsewhere: note(sales.strangers, userId),
      }),
    },
    crm_tags: {
      rows: mapValues(tags, (id) => `id = '${id}'`),
      change: "color = 'red'",
      inserts: () => ({
        ours: { workspace_id: ours.id, name: "new", color: "red" },
        elsewhere: { workspace_id: strangers.id, name: "new", color: "red" },
      }),
    },
    crm_lead_tags: {
      rows: mapValues(sales, (sale) => `lead_id = '${sale.leadId}'`),
      change: "created_at = now()",
      inserts: () => ({
        onSellers: link(sales.sellers, tags.free),
        onAssigned: link(sales.assigned, tags.free),
        onOthers: link(sales.others, tags.free),
        strangersTagOnOurs: link(sales.sellers, tags.strangers),
        elsewhere: link(sales.strangers, tags.strangers),
      }),
    },
  };
}

/** The trials of saved views. */
export function viewTrials({ ours, strangers, people, views }: World): Record<string, TableTrials> {
  const view = (workspaceId: string, userId: string) => ({
    workspace_id: workspaceId,
    user_id: userId,
    list: "leads",
    name: "new",
    query: "?view=to_call",
  });
  return {
    saved_views: {
      rows: mapValues(views, (id) => `id = '${id}'`),
      change: "name = 'changed'",
      inserts: (userId) => ({
        own: view(ours.id, userId),
        shared: { ...view(ours.id, userId), is_shared: true },
        sellers: view(ours.id, people.seller.userId),
        elsewhere: view(strangers.id, userId),
      }),
    },
  };
}

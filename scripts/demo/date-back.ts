import { forSystem } from "#lib/base/db/access.ts";
import type { DemoOrder } from "#scripts/demo/orders.ts";
import type { DemoWorkspace } from "#scripts/demo/workspace.ts";
import type { Moment, Step } from "#scripts/simulator/order-life.ts";

/** What a step leaves on the timeline without a time of its own: the status that it leads to, or a kind of entry. */
const traces: Partial<Record<Moment, { type: string; to: string | null }[]>> = {
  paid: [{ type: "status_changed", to: "collected" }],
  shipped: [{ type: "status_changed", to: "shipped" }],
  in_transit: [{ type: "status_changed", to: "in_transit" }],
  delivered: [{ type: "status_changed", to: "delivered" }],
  cancelled: [
    { type: "status_changed", to: "cancelled" },
    { type: "refunded", to: null },
  ],
  refunded: [
    { type: "status_changed", to: "returned" },
    { type: "refunded", to: null },
  ],
};

/**
 * The demo's orders all arrive within seconds. What Astra dated by its own clock gets the date at which it would have come, so
 * that timelines and figures read like two months of work.
 */
export async function dateBack(workspace: DemoWorkspace, orders: readonly DemoOrder[]): Promise<void> {
  const dated = orders.flatMap(({ store, steps }) =>
    steps.flatMap((step) => tracesOf(workspace.stores.get(store.domain)?.id, step)),
  );
  await forSystem(async (tx) => {
    await tx.$executeRaw`
      update crm_lead_events event set occurred_at = trace.at
      from jsonb_to_recordset(${JSON.stringify(dated)}::jsonb)
        as trace ("storeId" uuid, "externalId" text, type text, "to" text, at timestamptz)
      join orders "order" on "order".integration_id = trace."storeId" and "order".external_order_id = trace."externalId"
      join crm_leads lead on lead.order_id = "order".id
      where event.lead_id = lead.id and event.user_id is null and event.type = trace.type
        and (trace."to" is null or event.details ->> 'to' = trace."to")`;
    await tx.$executeRaw`
      update order_refunds refund set refunded_at = event.occurred_at
      from crm_leads lead
      join crm_lead_events event on event.lead_id = lead.id and event.type = 'refunded'
      where refund.order_id = lead.order_id and lead.workspace_id = ${workspace.id}::uuid`;
    await tx.$executeRaw`
      update crm_leads set created_at = arrived_at
      where workspace_id = ${workspace.id}::uuid and created_at > arrived_at`;
    await tx.$executeRaw`
      update customers customer set created_at = first.at
      from (
        select customer_id, min(order_created_at) as at from orders where workspace_id = ${workspace.id}::uuid group by customer_id
      ) first
      where customer.id = first.customer_id and customer.created_at > first.at`;
  });
  await dateDeliveriesBack(workspace, orders);
}

/** What stores sent came when its steps were done: the n-th delivery of an order with the step that lies as far along. */
async function dateDeliveriesBack(workspace: DemoWorkspace, orders: readonly DemoOrder[]): Promise<void> {
  const told = orders.flatMap(({ store, steps }) => {
    const [first] = steps;
    const storeId = workspace.stores.get(store.domain)?.id;
    const at = steps.map(({ state }) => state.updatedAt);
    return storeId && first ? { storeId, subject: `order:${first.state.id}`, at } : [];
  });
  await forSystem(async (tx) => {
    await tx.$executeRaw`
      with sent as (
        select delivery.id, delivery.processed_at, delivery.integration_id, delivery.subject, delivery.received_at,
          row_number() over of_order as place, count(*) over (partition by delivery.integration_id, delivery.subject) as deliveries
        from webhook_deliveries delivery
        where delivery.integration_id in (select id from integrations where workspace_id = ${workspace.id}::uuid)
        window of_order as (partition by delivery.integration_id, delivery.subject order by delivery.received_at, delivery.id)
      ), dated as (
        select sent.id, sent.processed_at, sent.integration_id, sent.subject, sent.processed_at - sent.received_at as took,
          (told.at ->> ((sent.place - 1) * jsonb_array_length(told.at) / sent.deliveries)::int)::timestamptz as at
        from sent join jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told ("storeId" uuid, subject text, at jsonb)
          on told."storeId" = sent.integration_id and told.subject = sent.subject
      ), entries as (
        -- An entry of the timeline is found by the time at which its delivery was worked in.
        update crm_lead_events event set created_at = dated.at + dated.took
        from dated
        join orders "order" on "order".integration_id = dated.integration_id and 'order:' || "order".external_order_id = dated.subject
        join crm_leads lead on lead.order_id = "order".id
        where event.lead_id = lead.id and event.user_id is null and event.created_at = dated.processed_at
      )
      update webhook_deliveries delivery set received_at = dated.at, processed_at = dated.at + dated.took
      from dated where delivery.id = dated.id`;
  });
}

function tracesOf(storeId: string | undefined, { moment, state }: Step) {
  return (traces[moment] ?? []).map((trace) => ({
    storeId,
    externalId: state.id,
    ...trace,
    at: state.updatedAt,
  }));
}

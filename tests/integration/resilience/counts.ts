import type { Installation } from "#tests/integration/resilience/installation.ts";
import type { Seller } from "#tests/integration/resilience/sellers.ts";

/** What there is of a seller's store, counted. */
export interface Counts {
  deliveries: number;
  orders: number;
  leads: number;
  /** Orders and leads that are there more than once for one order of the store, or lack their other half. */
  flaws: number;
  /** Queued alerts. */
  jobs: number;
  alertsSent: number;
}

export async function countOf({ sql }: Pick<Installation, "sql">, { store }: Seller): Promise<Counts> {
  const [counts] = await sql<Counts & Record<string, unknown>>(
    `with leads as (select id, order_id from crm_leads where integration_id = $1)
     select
       (select count(*)::int from webhook_deliveries where integration_id = $1) as deliveries,
       (select count(*)::int from orders where integration_id = $1) as orders,
       (select count(*)::int from leads) as leads,
       (select count(*)::int from (
         select external_order_id from orders left join leads on leads.order_id = orders.id
         where integration_id = $1 group by external_order_id having count(leads.id) <> 1
       ) as flawed) as flaws,
       (select count(*)::int from leads
         join graphile_worker.jobs on jobs.key = 'notify-new-lead:' || leads.id) as jobs,
       (select count(*)::int from leads
         join crm_lead_events event on event.lead_id = leads.id and event.type = 'alert_sent') as "alertsSent"`,
    [store.id],
  );
  if (!counts) throw new Error("Nothing was counted.");
  return counts;
}

/** Brings the minute forward at which waiting deliveries are tried again. */
export async function tryWaitingDeliveriesNow({ sql }: Pick<Installation, "sql">): Promise<void> {
  await sql("update webhook_deliveries set next_attempt_at = now() where next_attempt_at is not null");
  await sql("select graphile_worker.add_job('process-waiting-deliveries')");
}

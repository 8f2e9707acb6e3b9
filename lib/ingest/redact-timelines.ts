import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { personalEventTypes } from "#lib/sales/timeline/kinds.ts";

/**
 * Empties what timelines of a store say of buyers: all of it on those of the orders that are redacted; on those of orders that name somebody else
 * by now, what was written until the last of these customers left.
 */
export async function redactTimelines(
  tx: Transaction,
  storeId: string,
  orderIds: string[],
  customerIds: string[],
): Promise<void> {
  await tx.leadEvent.updateMany({
    where: { lead: { orderId: { in: orderIds } }, type: { in: personalEventTypes } },
    data: { details: {} },
  });
  await tx.$executeRaw`
    with buyer as (
      select id from customers where id = any (${customerIds}::uuid[]) or merged_into_id = any (${customerIds}::uuid[])
    ), left_order as (
      select entry.lead_id, max(entry.created_at) as left_at
      from crm_lead_events entry join crm_leads lead on lead.id = entry.lead_id
      where entry.type = 'buyer_changed' and entry.details ->> 'fromId' in (select id::text from buyer)
        and lead.integration_id = ${storeId}::uuid
      group by entry.lead_id
    )
    update crm_lead_events entry set details = '{}'
    from left_order
    where entry.lead_id = left_order.lead_id and entry.created_at <= left_order.left_at
      and entry.type = any (${personalEventTypes}) and entry.details <> '{}'`;
}

import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { type LeadNews, type LockedLead, movedLead } from "#lib/ingest/lead-standing.ts";
import type { NewLeadEvent } from "#lib/ingest/order-timeline.ts";

/** The lead of an order, locked until the transaction ends, so that a person's change waits or is seen; null for a part of another order. */
export async function lockLead(tx: Transaction, orderId: string): Promise<LockedLead | null> {
  const [lead] = await tx.$queryRaw<LockedLead[]>`
    select id, cod_status as "codStatus", logistic_status as "logisticStatus", cod_decision as "codDecision",
      logistic_decision as "logisticDecision", call_reason as "callReason"
    from crm_leads where order_id = ${orderId}::uuid for update`;
  return lead ?? null;
}

/** Moves a lead along with its order and writes the timeline: what happened, then each status that changed. */
export async function moveLead(
  tx: Transaction,
  lead: LockedLead,
  news: LeadNews,
  events: NewLeadEvent[],
): Promise<void> {
  const moved = movedLead(lead, news);
  await tx.lead.update({ where: { id: lead.id }, data: moved.columns });
  await addLeadEvents(tx, lead.id, [...events, ...moved.events]);
}

/** Writes entries of the system on a lead's timeline. */
export async function addLeadEvents(tx: Transaction, leadId: string, events: NewLeadEvent[]): Promise<void> {
  if (events.length > 0)
    await tx.leadEvent.createMany({ data: events.map((event) => ({ leadId, ...event })) });
}

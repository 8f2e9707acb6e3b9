import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

// Orders that belong to another one: a seller's part of a marketplace's order, an instalment, what was split off. They are called once,
// through the lead of the whole; money and items of what the whole already counts are not counted again.

/** How a new order belongs to another: its columns, and the lead of the whole; null when it stands alone, or the whole is yet to come. */
export async function parentOf(tx: Transaction, store: RecordingStore, { parent }: StoreOrder) {
  if (!parent) return { columns: {}, leadId: null };
  const { externalId, relation } = parent;
  const whole = await tx.order.findUnique({
    where: {
      integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId: externalId },
    },
    select: { id: true, lead: { select: { id: true } } },
  });
  const columns = {
    externalParentId: externalId,
    parentRelation: relation,
    parentOrderId: whole?.id ?? null,
    repeatsParent: whole !== null && relation !== "split",
  };
  return { columns, leadId: whole?.lead?.id ?? null };
}

/**
 * Joins the parts of an order that came before it: the whole takes over the lead that was called already, with its timeline; what other
 * parts had goes to that lead, too.
 *
 * @returns how many parts there were
 */
export async function joinParts(
  tx: Transaction,
  store: RecordingStore,
  whole: { id: string; externalId: string },
): Promise<number> {
  const parts = await tx.$queryRaw<{ id: string; number: string; leadId: string | null }[]>`
    update orders part
    set parent_order_id = ${whole.id}::uuid, repeats_parent = part.parent_relation <> 'split'
    from orders also left join crm_leads lead on lead.order_id = also.id
    where also.id = part.id and part.integration_id = ${store.integrationId}::uuid
      and part.external_parent_id = ${whole.externalId} and part.parent_order_id is null
    returning part.id, part.order_number as number, lead.id as "leadId"`;
  if (parts.length === 0) return 0;
  const lead = await tx.lead.findUniqueOrThrow({ where: { orderId: whole.id }, select: { id: true } });
  const [first, ...others] = parts.flatMap(({ leadId }) => leadId ?? []);
  if (first) {
    await takeOver(tx, lead.id, first);
    for (const other of others) await giveUp(tx, other, lead.id);
  }
  for (const { number } of parts) await refreshWholeLead(tx, { leadId: lead.id, joined: number });
  return parts.length;
}

/** The lead of the whole becomes what people have made of the part's: nobody calls twice. */
async function takeOver(tx: Transaction, leadId: string, partLeadId: string): Promise<void> {
  await tx.$executeRaw`
    update crm_leads lead
    set cod_decision = part.cod_decision, logistic_decision = part.logistic_decision, call_attempts = part.call_attempts,
      call_back_at = part.call_back_at, user_id = part.user_id,
      cod_status = case when part.cod_decision is null then lead.cod_status else part.cod_status end,
      kpi_status = case when part.cod_decision is null and part.logistic_decision is null then lead.kpi_status else part.kpi_status end,
      logistic_status = case when part.logistic_decision is null then lead.logistic_status else part.logistic_status end
    from crm_leads part
    where lead.id = ${leadId}::uuid and part.id = ${partLeadId}::uuid`;
  await giveUp(tx, partLeadId, leadId);
}

/** A lead that turned out to be of a part goes, with all that was said of it handed to the lead of the whole. */
async function giveUp(tx: Transaction, leadId: string, toLeadId: string): Promise<void> {
  await tx.$executeRaw`
    update crm_lead_events set lead_id = ${toLeadId}::uuid where lead_id = ${leadId}::uuid and type <> 'arrived'`;
  await tx.$executeRaw`
    insert into crm_lead_tags (lead_id, tag_id)
    select ${toLeadId}::uuid, tag_id from crm_lead_tags where lead_id = ${leadId}::uuid on conflict do nothing`;
  await tx.$executeRaw`delete from crm_lead_events where lead_id = ${leadId}::uuid`;
  await tx.$executeRaw`delete from crm_leads where id = ${leadId}::uuid`;
}

/** The lead of an order in parts is worth the whole and what was split off from it. */
export async function refreshWholeLead(
  tx: Transaction,
  of: { leadId: string; joined: string } | { wholeId: string },
): Promise<void> {
  const lead =
    "leadId" in of
      ? { id: of.leadId }
      : await tx.lead.findUnique({ where: { orderId: of.wholeId }, select: { id: true } });
  if (!lead) return;
  await tx.$executeRaw`
    update crm_leads lead
    set value = whole.current_total_amount + coalesce((
      select sum(split.current_total_amount) from orders split
      where split.parent_order_id = whole.id and not split.repeats_parent and split.currency = whole.currency), 0)
    from orders whole where whole.id = lead.order_id and lead.id = ${lead.id}::uuid`;
  if ("joined" in of) {
    await tx.leadEvent.create({ data: { leadId: lead.id, type: "joined", details: { number: of.joined } } });
  }
}

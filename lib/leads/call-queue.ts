import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countRows } from "#lib/base/list/count.ts";
import { countedUpTo as listCountedUpTo } from "#lib/base/list/page.ts";
import { contactJoin } from "#lib/customers/contacts.ts";
import { namedByPhone } from "#lib/customers/phone.ts";
import { type LeadListParams, toLeadFilter } from "#lib/leads/list.ts";
import { inOrderOf, segmentsOf } from "#lib/leads/list-order.ts";
import { conditions } from "#lib/leads/list-query.ts";
import { toCallNow } from "#lib/leads/to-call.ts";
import { matchLeads } from "#lib/sales/search/matches.ts";
import { isVisibleLead } from "#lib/sales/visibility.ts";

/** Others are kept off a lead for so long; who has it open renews it. */
const lockedFor = Prisma.sql`interval '3 minutes'`;

/** Counting stops here: nobody calls more in a day. */
const countedUpTo = 10_000;

/** A lead that comes soon, as the queue shows it. */
export interface WaitingLead {
  id: string;
  /** What the buyer is called: without a name, by the phone. */
  name: string | null;
  value: string | null;
  currency: string | null;
}

/** How many leads wait for a call; counting may have stopped there. */
export interface ToCall {
  count: number;
  isCapped: boolean;
}

/** The leads that the person may call from a list, as a condition on `lead`, in the order of the list. */
export interface CallQueue {
  condition: Prisma.Sql;
  order: Prisma.Sql;
}

/**
 * Which leads of a list are to be called now, unless somebody else is calling them.
 */
export async function callQueue(
  tx: Transaction,
  session: Session,
  params: LeadListParams,
  skipped: string[],
): Promise<CallQueue> {
  const condition = Prisma.sql`${await listed(tx, session, params)}
    and ${toCallNow(session)}
    and (lead.called_by is null or lead.called_by = ${session.userId}::uuid or lead.called_until <= now())
    and lead.id <> all (${skipped}::uuid[])`;
  return { condition, order: inOrderOf(segmentsOf({ ...params, view: "to_call" })) };
}

/** The leads of a list that the person may see, as a condition on `lead`. */
export async function listed(tx: Transaction, session: Session, params: LeadListParams): Promise<Prisma.Sql> {
  const filter = Prisma.join(
    [isVisibleLead(session), ...conditions(session, toLeadFilter(params, session))],
    " and ",
  );
  const matches = await matchLeads(tx, session, params.q);
  return matches ? Prisma.sql`${filter} and ${matches.condition}` : filter;
}

/** The first lead of the queue, which it leaves open to everybody; null when none is left. */
export async function firstOf(tx: Transaction, queue: CallQueue): Promise<string | null> {
  const [lead] = await tx.$queryRaw<{ id: string }[]>`
    select lead.id from crm_leads lead where ${queue.condition} ${queue.order} limit 1`;
  return lead?.id ?? null;
}

/** Opens the first lead of the queue for the person; null when none is left. Two people who ask at once get different ones. */
export async function lockFirst(tx: Transaction, session: Session, queue: CallQueue): Promise<string | null> {
  await releaseOthers(tx, session, null);
  const [lead] = await tx.$queryRaw<{ id: string }[]>`
    update crm_leads set called_by = ${session.userId}::uuid, called_until = now() + ${lockedFor}
    where id = (select lead.id from crm_leads lead where ${queue.condition} ${queue.order} limit 1 for update skip locked)
    returning id`;
  return lead?.id ?? null;
}

/** Opens one lead for the person, or keeps it open; false when somebody else calls it, or it is not theirs. */
export async function lockLead(tx: Transaction, session: Session, leadId: string): Promise<boolean> {
  await releaseOthers(tx, session, leadId);
  const count = await tx.$executeRaw`
    update crm_leads set called_by = ${session.userId}::uuid, called_until = now() + ${lockedFor}
    where id = ${leadId}::uuid and workspace_id = ${session.workspace.id}::uuid
      and (called_by is null or called_by = ${session.userId}::uuid or called_until <= now())`;
  return count > 0;
}

/** Whether the person has opened another lead, in another window. */
export async function hasAnotherOpen(tx: Transaction, session: Session, leadId: string): Promise<boolean> {
  const others = await tx.$queryRaw<unknown[]>`
    select from crm_leads
    where called_by = ${session.userId}::uuid and called_until > now() and id <> ${leadId}::uuid`;
  return others.length > 0;
}

/** One person calls one lead at a time: lets the others go, before another is taken. One window after the other. */
export async function releaseOthers(tx: Transaction, session: Session, leadId: string | null): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('calling:' || ${session.userId}, 0))`;
  await tx.$executeRaw`
    update crm_leads set called_by = null, called_until = null
    where called_by = ${session.userId}::uuid and id is distinct from ${leadId}::uuid`;
}

/** The leads that come after the open one. */
export async function selectWaiting(
  tx: Transaction,
  session: Session,
  queue: CallQueue,
  openId: string | null,
): Promise<WaitingLead[]> {
  const leads = await tx.$queryRaw<(WaitingLead & { phone: string | null })[]>`
    select lead.id, coalesce(lead.name, contact.name) as name, coalesce(lead.phone, contact.phone) as phone, lead.value::text as value, "order".currency
    from (
      select lead.* from crm_leads lead
      where ${queue.condition} and lead.id is distinct from ${openId}::uuid ${queue.order} limit 3
    ) lead
    left join orders "order" on "order".id = lead.order_id
    ${contactJoin(session, Prisma.sql`lead`)}
    ${queue.order}`;
  return leads.map(namedByPhone);
}

/** How many leads are left to call, at most `countedUpTo`. */
export async function countLeft(tx: Transaction, queue: CallQueue): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from crm_leads lead where ${queue.condition} limit ${countedUpTo}) counted`;
  return row?.count ?? 0;
}

/** When the next call-back of the list is due; null when none is to come. */
export async function nextDueAt(
  tx: Transaction,
  session: Session,
  params: LeadListParams,
): Promise<Date | null> {
  const view = params.view === "to_call" ? "all" : params.view;
  const [lead] = await tx.$queryRaw<{ callBackAt: Date }[]>`
    select lead.call_back_at as "callBackAt" from crm_leads lead
    where ${await listed(tx, session, { ...params, view })} and lead.to_call and lead.call_back_at > now()
    order by lead.call_back_at limit 1`;
  return lead?.callBackAt ?? null;
}

/** How many leads the person has to call by any list, counted as the tab and the sidebar do. */
export async function countToCall(tx: Transaction, session: Session): Promise<ToCall> {
  const isToCall = Prisma.sql`${isVisibleLead(session)} and ${toCallNow(session)}`;
  const { total, isCapped } = await countRows(
    tx,
    Prisma.sql`select 1 from crm_leads lead where ${isToCall} limit ${listCountedUpTo + 1}`,
  );
  return { count: total, isCapped };
}

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { startOfDay } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import { type AddressIssue, addressIssues } from "#lib/customers/address-check.ts";
import { type BuyerHistory, buyerHistory } from "#lib/customers/history.ts";
import { formatPhone } from "#lib/customers/phone.ts";
import {
  callQueue,
  countLeft,
  countToCall,
  firstOf,
  hasAnotherOpen,
  listed,
  lockFirst,
  lockLead,
  nextDueAt,
  releaseOthers,
  selectWaiting,
  type ToCall,
  type WaitingLead,
} from "#lib/leads/call-queue.ts";
import { changeStatus, type StatusChangeResult } from "#lib/leads/commands.ts";
import { readNow } from "#lib/leads/lead-now.ts";
import { getLead, type LeadDetail } from "#lib/leads/lead-query.ts";
import { type LeadListParams, leadList } from "#lib/leads/list.ts";
import { type CallOutcome, callOutcomes } from "#lib/leads/model.ts";
import { otherCaller } from "#lib/leads/other-caller.ts";
import type {
  CallOutcomeRequest,
  CallQueueRequest,
  CallReopenRequest,
  CallUndoRequest,
} from "#lib/leads/schema.ts";
import { undoStatusChange } from "#lib/leads/undo.ts";

/** A lead as one needs it on the phone. */
export interface CallLead extends LeadDetail {
  /** The number as people read it. */
  phoneText: string | null;
  /** What can't be right about the address. */
  addressIssues: AddressIssue[];
  /** What the buyer has bought before. */
  history: BuyerHistory | null;
}

/** What next-call mode shows: the lead to call now, what comes after it and how far the person is. */
export interface Calling {
  lead: CallLead | null;
  /** The lead after it, so that it can be shown at once. */
  ahead: CallLead | null;
  waiting: WaitingLead[];
  /** How many calls of today came to what, in this list. */
  done: Partial<Record<CallOutcome, number>>;
  /** How many are left to call, the open one included. */
  left: number;
  /** How many leads the person has to call, whatever the list. */
  toCall: ToCall;
  /** With nothing left: when the next call-back is due. */
  nextDueAt: Date | null;
}

/** What a call came to, as an undo needs it, and the next lead. */
export interface RecordedCall {
  undo: StatusChangeResult["changed"][number];
  /** When the lead comes back, if it does. */
  callBackAt: Date | null;
  next: Calling;
}

/** Shows the next lead of a list; it is still open to everybody, since whoever follows a link has not called yet. */
export async function previewNext(session: Session, query: string): Promise<Calling> {
  const params = leadList.load(new URLSearchParams(query));
  const leadId = await forUser(session, async (tx) => firstOf(tx, await callQueue(tx, session, params, [])));
  return readCalling(session, params, [], leadId);
}

/** Opens the next lead of a list for the person and closes the one open before. */
export async function takeNext(session: Session, { query, skipped }: CallQueueRequest): Promise<Calling> {
  const params = leadList.load(new URLSearchParams(query));
  const leadId = await forUser(session, async (tx) =>
    lockFirst(tx, session, await callQueue(tx, session, params, skipped)),
  );
  return readCalling(session, params, skipped, leadId);
}

/**
 * Records what a call came to and opens the next lead.
 *
 * @throws UserError when somebody else calls the lead, when an outcome was recorded since the person saw it, or when its status has
 * changed so that the outcome can't follow
 */
export async function recordOutcome(session: Session, request: CallOutcomeRequest): Promise<RecordedCall> {
  const { leadId, seen, outcome, callBackAt, note } = request;
  await openLead(session, leadId);
  const change = { field: "codStatus", to: outcome } as const;
  const { changed } = await changeStatus(
    session,
    { ids: [leadId], change, callBackAt, note, isOverride: false },
    seen,
  );
  const undo = changed[0];
  if (!undo) throw await refusalOfOutcome(session, leadId);
  const next = await takeNext(session, request);
  return { undo, callBackAt: undo.callBackAt, next };
}

/** Says how the lead stands instead, and since whom. */
async function refusalOfOutcome(session: Session, leadId: string): Promise<UserError> {
  const now = (await forUser(session, (tx) => readNow(tx, session, [leadId]))).get(leadId);
  const { codStatus, by, at } = now ?? { codStatus: "pending", by: null, at: null };
  if (!by || !at) return new UserError("callOutcomeRefused");
  const minutes = Math.max(0, Math.round((Date.now() - at.getTime()) / 60_000));
  return new UserError("callDecidedBy", { values: { status: codStatus, name: by, minutes } });
}

/**
 * Takes the outcome of a call back and opens its lead again.
 *
 * @throws UserError when the lead has changed since, or somebody else calls it
 */
export async function undoOutcome(
  session: Session,
  { query, skipped, undo }: CallUndoRequest,
): Promise<Calling> {
  await openLead(session, undo.id);
  const { undone } = await undoStatusChange(session, { leads: [undo] });
  if (undone === 0) throw new UserError("undoTooLate");
  return reopenLead(session, { query, skipped, leadId: undo.id });
}

/**
 * Opens a lead for the person again and shows it as it is now, even when it waits for no call any more.
 *
 * @throws UserError when somebody else calls it, or it is not theirs
 */
export async function reopenLead(
  session: Session,
  { query, skipped, leadId }: CallReopenRequest,
): Promise<Calling> {
  await openLead(session, leadId);
  return readCalling(session, leadList.load(new URLSearchParams(query)), skipped, leadId);
}

/**
 * Keeps a lead open for the person while its page is.
 *
 * @throws UserError when somebody else calls it, it is not theirs, or the person has opened another one since
 */
export async function keepLead(session: Session, leadId: string): Promise<void> {
  if (await forUser(session, (tx) => hasAnotherOpen(tx, session, leadId)))
    throw new UserError("otherLeadOpen");
  await openLead(session, leadId);
}

/** Lets others call what the person had open. */
export async function stopCalling(session: Session): Promise<void> {
  await forUser(session, (tx) => releaseOthers(tx, session, null));
}

/** Who else is calling a lead now; null when nobody is. */
export async function callerOf(session: Session, leadId: string): Promise<string | null> {
  return forUser(session, async (tx) => {
    const [caller] = await tx.$queryRaw<{ name: string }[]>`
      select colleague.name from crm_leads lead
      join astra.colleagues(${session.workspace.id}::uuid) colleague on colleague.id = ${otherCaller(session, Prisma.sql`lead`)}
      where lead.id = ${leadId}::uuid and lead.workspace_id = ${session.workspace.id}::uuid`;
    return caller?.name ?? null;
  });
}

async function openLead(session: Session, leadId: string): Promise<void> {
  if (await forUser(session, (tx) => lockLead(tx, session, leadId))) return;
  const name = await callerOf(session, leadId);
  throw name ? new UserError("leadCalledBy", { values: { name } }) : new UserError("notFoundLead");
}

async function readCalling(
  session: Session,
  params: LeadListParams,
  skipped: string[],
  leadId: string | null,
): Promise<Calling> {
  const queued = await forUser(session, async (tx) => {
    const queue = await callQueue(tx, session, params, skipped);
    const waiting = await selectWaiting(tx, session, queue, leadId);
    return {
      waiting,
      left: await countLeft(tx, queue),
      toCall: await countToCall(tx, session),
      done: await countDone(tx, session, params),
      nextDueAt: leadId ? null : await nextDueAt(tx, session, params),
    };
  });
  const ahead = queued.waiting[0]?.id;
  const [lead, next] = await Promise.all([
    leadId ? getCallLead(session, leadId) : null,
    ahead ? getCallLead(session, ahead) : null,
  ]);
  return { ...queued, lead, ahead: next };
}

async function getCallLead(session: Session, id: string): Promise<CallLead | null> {
  const lead = await getLead(session, id);
  if (!lead) return null;
  const history = lead.customerId ? await buyerHistory(session, lead.customerId) : null;
  const { phone } = lead.contact;
  return {
    ...lead,
    history,
    phoneText: phone && formatPhone(phone),
    addressIssues: addressIssues(lead.contact, phone),
  };
}

/** Today's outcomes of the person among the leads of the list, whatever their status is now, less those taken back. */
async function countDone(
  tx: Transaction,
  session: Session,
  params: LeadListParams,
): Promise<Calling["done"]> {
  const isListed = await listed(tx, session, {
    ...params,
    view: "all",
    status: [],
    cod: [],
    kpi: [],
    logistic: [],
  });
  const today = startOfDay(dayOf(new Date(), session.timezone), session.timezone);
  const rows = await tx.$queryRaw<{ outcome: CallOutcome; count: number }[]>`
    select counted.outcome, sum(counted.step)::int as count
    from (
      select case when event.details ? 'isUndo' then event.details->>'from' else event.details->>'to' end as outcome,
        case when event.details ? 'isUndo' then -1 else 1 end as step
      from crm_lead_events event
      join crm_leads lead on lead.id = event.lead_id
      where event.user_id = ${session.userId}::uuid and event.occurred_at >= ${today}
        and event.type = 'status_changed' and event.details->>'field' = 'codStatus'
        and ${isListed}
    ) counted
    where counted.outcome = any (${[...callOutcomes]}::text[])
    group by counted.outcome having sum(counted.step) > 0`;
  return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
}

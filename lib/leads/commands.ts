import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { loadCallRules } from "#lib/leads/call-rules.ts";
import type { LeadEventType } from "#lib/leads/events.ts";
import {
  type CallRules,
  type CodStatus,
  callReasonAfter,
  codStatuses,
  defaultCallRules,
  deriveKpiStatus,
  type LogisticStatus,
  logisticStatuses,
  nextCallAt,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";
import { otherCaller } from "#lib/leads/other-caller.ts";
import type { SeenCalls, StatusChangeRequest, UndoRequest } from "#lib/leads/schema.ts";
import { type CallReason, callReasons, type PaymentStatus } from "#lib/orders/model.ts";

type StatusField = StatusChange["field"];

/** The part of a lead that a change of status touches. */
interface LeadStatuses {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  /** A person's last word of each status. */
  codDecision: CodStatus | null;
  logisticDecision: LogisticStatus | null;
  callReason: CallReason | null;
  callAttempts: number;
  callBackAt: Date | null;
}

interface LockedLead extends LeadStatuses {
  id: string;
  /** Who else is calling it. */
  caller: string | null;
  customerId: string | null;
  paymentStatus: PaymentStatus | null;
}

/** What a change of status did. */
export interface StatusChangeResult {
  /** The leads as the change left them and the entries of their timelines that tell of it, which is what an undo needs. */
  changed: (Pick<LeadStatuses, StatusField> & { id: string; eventId: string })[];
  refused: { id: string; reason: Refusal | "notFound" }[];
}

/**
 * Changes the status of leads, each along the allowed ways; those that can't go there are left and named. An admin may override,
 * and the timeline says so. With `seen`, a lead changes only while its calls are as the person saw them.
 *
 * @throws UserError when they are not, though the change itself might be made
 */
export async function changeStatus(
  session: Session,
  request: StatusChangeRequest,
  seen?: SeenCalls,
): Promise<StatusChangeResult> {
  if (request.isOverride && session.role !== "admin") throw new UserError("forbidden");
  return forUser(session, async (tx) => {
    const leads = await lockLeads(tx, session, request.ids);
    const rules = request.change.to === "no_answer" ? await loadCallRules(tx, session) : defaultCallRules;
    const found = new Set(leads.map((lead) => lead.id));
    const refused: StatusChangeResult["refused"] = request.ids
      .filter((id) => !found.has(id))
      .map((id) => ({ id, reason: "notFound" }));
    const changes: Change[] = [];
    for (const lead of leads) {
      const refusal = refusalOf(lead, request.change, request.note);
      const isThere = lead[request.change.field] === request.change.to;
      if (refusal && (isThere || !request.isOverride)) {
        refused.push({ id: lead.id, reason: refusal });
        continue;
      }
      if (seen && !isAsSeen(lead, seen))
        throw new UserError("callRecorded", { values: { status: lead.codStatus } });
      changes.push({
        lead,
        field: request.change.field,
        after: apply(lead, request, rules, new Date()),
        isOverride: refusal !== null,
        eventId: randomUUID(),
      });
    }
    await writeChanges(tx, session, changes, request);
    return { changed: changes.map(resultOf), refused };
  });
}

/**
 * Takes the person's own changes back, for every lead that is still as its change left it. What was before is read from the timeline,
 * so that an undo leads nowhere else.
 */
export async function undoStatusChange(session: Session, request: UndoRequest): Promise<{ undone: number }> {
  return forUser(session, async (tx) => {
    const wanted = new Map(request.leads.map((lead) => [lead.id, lead]));
    const leads = await lockLeads(tx, session, [...wanted.keys()]);
    const made = await changesMade(tx, session, request);
    const changes = leads.flatMap((lead): Change[] => {
      const undo = wanted.get(lead.id);
      const change = undo && made.get(undo.eventId);
      const isUntouched = undo?.codStatus === lead.codStatus && undo.logisticStatus === lead.logisticStatus;
      if (!isUntouched || change?.leadId !== lead.id || change.to !== lead[change.field]) return [];
      const { field } = change;
      return [{ lead, field, after: undone(lead, change), isOverride: false, eventId: randomUUID() }];
    });
    await writeChanges(tx, session, changes, { isUndo: true });
    return { undone: changes.length };
  });
}

function isAsSeen(lead: LockedLead, seen: SeenCalls): boolean {
  return (
    lead.codStatus === seen.codStatus &&
    lead.callAttempts === seen.callAttempts &&
    lead.callBackAt?.getTime() === seen.callBackAt?.getTime()
  );
}

interface Change {
  lead: LockedLead;
  field: StatusField;
  after: LeadStatuses;
  isOverride: boolean;
  /** The entry of the timeline that tells of it. */
  eventId: string;
}

function resultOf({ lead, after, eventId }: Change): StatusChangeResult["changed"][number] {
  return { id: lead.id, codStatus: after.codStatus, logisticStatus: after.logisticStatus, eventId };
}

const undoable = {
  isUndo: z.never().optional(),
  callAttemptsBefore: z.coerce.number(),
  callBackBefore: z.coerce.date().nullable().default(null),
  callReasonBefore: z.enum(callReasons).nullable().default(null),
};

/** The entry of a timeline that tells of a change, as far as it can be undone. */
const changeMadeSchema = z.discriminatedUnion("field", [
  z.object({
    field: z.literal("codStatus"),
    from: z.enum(codStatuses),
    to: z.enum(codStatuses),
    decisionBefore: z.enum(codStatuses).nullable().default(null),
    ...undoable,
  }),
  z.object({
    field: z.literal("logisticStatus"),
    from: z.enum(logisticStatuses),
    to: z.enum(logisticStatuses),
    decisionBefore: z.enum(logisticStatuses).nullable().default(null),
    ...undoable,
  }),
]);

type ChangeMade = z.output<typeof changeMadeSchema> & { leadId: string };

/** The changes of the request that the person has made indeed, by their entries on the timelines. */
async function changesMade(
  tx: Transaction,
  session: Session,
  { leads }: UndoRequest,
): Promise<Map<string, ChangeMade>> {
  const events = await tx.leadEvent.findMany({
    where: {
      id: { in: leads.map(({ eventId }) => eventId) },
      userId: session.userId,
      type: "status_changed",
    },
    select: { id: true, leadId: true, details: true },
  });
  const made = new Map<string, ChangeMade>();
  for (const { id, leadId, details } of events) {
    // A change made before the timeline held what an undo needs stays.
    const change = changeMadeSchema.safeParse(details);
    if (change.success) made.set(id, { ...change.data, leadId });
  }
  return made;
}

function undone(lead: LockedLead, change: ChangeMade): LeadStatuses {
  const before = { ...lead, callReason: change.callReasonBefore };
  if (change.field === "logisticStatus") {
    return { ...before, logisticStatus: change.from, logisticDecision: change.decisionBefore };
  }
  const { from, decisionBefore, callAttemptsBefore, callBackBefore } = change;
  return {
    ...before,
    codStatus: from,
    codDecision: decisionBefore,
    callAttempts: callAttemptsBefore,
    callBackAt: callBackBefore,
  };
}

/** The leads of the list that the person may edit, locked until the transaction ends. */
function lockLeads(tx: Transaction, session: Session, ids: string[]): Promise<LockedLead[]> {
  return tx.$queryRaw<LockedLead[]>`
    select lead.id, lead.cod_status as "codStatus", lead.logistic_status as "logisticStatus",
      lead.cod_decision as "codDecision", lead.logistic_decision as "logisticDecision", lead.call_reason as "callReason",
      lead.call_attempts as "callAttempts", lead.call_back_at as "callBackAt", lead.customer_id as "customerId",
      ${otherCaller(session, Prisma.sql`lead`)} as caller,
      (select payment_status from orders where id = lead.order_id) as "paymentStatus"
    from crm_leads lead
    where lead.id = any (${ids}::uuid[]) and lead.workspace_id = ${session.workspace.id}::uuid
    order by lead.id
    for update of lead`;
}

/** What the change makes of a lead: an answer ends the waiting, no answer counts a try and sets the next one. */
function apply(lead: LockedLead, request: StatusChangeRequest, rules: CallRules, now: Date): LeadStatuses {
  const after = { ...lead, ...changed(request.change), callReason: callReasonAfter(lead, request.change) };
  if (request.change.field === "logisticStatus") return after;
  if (request.change.to === "no_answer") {
    const callAttempts = lead.callAttempts + 1;
    return { ...after, callAttempts, callBackAt: request.callBackAt ?? nextCallAt(callAttempts, rules, now) };
  }
  return { ...after, callBackAt: request.change.to === "postponed" ? (request.callBackAt ?? null) : null };
}

function changed(change: StatusChange): Partial<LeadStatuses> {
  return change.field === "codStatus"
    ? { codStatus: change.to, codDecision: change.to }
    : { logisticStatus: change.to, logisticDecision: change.to };
}

async function writeChanges(
  tx: Transaction,
  session: Session,
  changes: Change[],
  how: { note?: string | undefined; isUndo?: boolean },
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ lead, after }) => ({
    id: lead.id,
    codStatus: after.codStatus,
    logisticStatus: after.logisticStatus,
    codDecision: after.codDecision,
    logisticDecision: after.logisticDecision,
    callReason: after.callReason,
    kpiStatus: deriveKpiStatus({ ...after, paymentStatus: lead.paymentStatus }),
    callAttempts: after.callAttempts,
    callBackAt: after.callBackAt,
  }));
  await tx.$executeRaw`
    update crm_leads lead
    set cod_decision = change."codDecision", logistic_decision = change."logisticDecision", call_reason = change."callReason",
      cod_status = change."codStatus", logistic_status = change."logisticStatus", kpi_status = change."kpiStatus",
      call_attempts = change."callAttempts", call_back_at = change."callBackAt", called_by = null, called_until = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as change (id uuid, "codStatus" text, "logisticStatus" text,
      "codDecision" text, "logisticDecision" text, "callReason" text, "kpiStatus" text, "callAttempts" int, "callBackAt" timestamptz)
    where lead.id = change.id`;
  await tx.leadEvent.createMany({ data: changes.flatMap((change) => eventsOf(session, change, how)) });
  await refreshCustomerSellers(
    tx,
    changes.map(({ lead }) => lead.customerId).filter((id) => id !== null),
  );
}

function decisionBefore(lead: LockedLead, field: StatusField): { decisionBefore?: string } {
  const decision = field === "codStatus" ? lead.codDecision : lead.logisticDecision;
  return decision ? { decisionBefore: decision } : {};
}

function eventsOf(
  session: Session,
  { lead, field, after, isOverride, eventId }: Change,
  how: { note?: string | undefined; isUndo?: boolean },
) {
  const entry = { leadId: lead.id, userId: session.userId };
  const change = {
    ...entry,
    id: eventId,
    type: "status_changed" satisfies LeadEventType,
    details: {
      field,
      from: lead[field],
      to: after[field],
      ...decisionBefore(lead, field),
      ...(lead.callReason && { callReasonBefore: lead.callReason }),
      callAttemptsBefore: String(lead.callAttempts),
      ...(lead.callBackAt && { callBackBefore: lead.callBackAt.toISOString() }),
      ...(after.callBackAt && { callBackAt: after.callBackAt.toISOString() }),
      ...(isOverride && { isOverride: "true" }),
      ...(how.isUndo && { isUndo: "true" }),
    },
  };
  if (!how.note) return [change];
  return [change, { ...entry, type: "note" satisfies LeadEventType, details: { text: how.note } }];
}

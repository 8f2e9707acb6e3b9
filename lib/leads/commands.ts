import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { loadCallRules } from "#lib/leads/call-rules.ts";
import {
  type CallRules,
  type CodStatus,
  defaultCallRules,
  deriveKpiStatus,
  type LogisticStatus,
  nextCallAt,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";
import type { StatusChangeRequest, UndoRequest } from "#lib/leads/schema.ts";
import type { PaymentStatus } from "#lib/orders/model.ts";

/** The part of a lead that a change of status touches. */
interface LeadStatuses {
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  callAttempts: number;
  callBackAt: Date | null;
}

interface LockedLead extends LeadStatuses {
  id: string;
  customerId: string | null;
  paymentStatus: PaymentStatus | null;
}

/** What a change of status did; `changed` is what an undo needs. */
export interface StatusChangeResult {
  changed: (Pick<LeadStatuses, "codStatus" | "logisticStatus"> & { id: string; before: LeadStatuses })[];
  refused: { id: string; reason: Refusal | "notFound" }[];
}

/**
 * Changes the status of leads, each along the allowed ways; those that can't go there are left and named. An admin may override,
 * and the timeline says so.
 */
export async function changeStatus(
  session: Session,
  request: StatusChangeRequest,
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
      const refusal = refusalOf(lead, request.change);
      if (refusal && !request.isOverride) refused.push({ id: lead.id, reason: refusal });
      else
        changes.push({ lead, after: apply(lead, request, rules, new Date()), isOverride: refusal !== null });
    }
    await writeChanges(tx, session, changes, request);
    return { changed: changes.map(toUndo), refused };
  });
}

/** Takes a change back for every lead that is still as the change left it. */
export async function undoStatusChange(session: Session, request: UndoRequest): Promise<{ undone: number }> {
  return forUser(session, async (tx) => {
    const wanted = new Map(request.leads.map((lead) => [lead.id, lead]));
    const leads = await lockLeads(tx, session, [...wanted.keys()]);
    const changes = leads.flatMap((lead) => {
      const undo = wanted.get(lead.id);
      const isUntouched = undo?.codStatus === lead.codStatus && undo.logisticStatus === lead.logisticStatus;
      return undo && isUntouched ? [{ lead, after: undo.before, isOverride: false }] : [];
    });
    await writeChanges(tx, session, changes, { isUndo: true });
    return { undone: changes.length };
  });
}

interface Change {
  lead: LockedLead;
  after: LeadStatuses;
  isOverride: boolean;
}

function toUndo({ lead, after }: Change): StatusChangeResult["changed"][number] {
  const { codStatus, logisticStatus, callAttempts, callBackAt } = lead;
  return {
    id: lead.id,
    codStatus: after.codStatus,
    logisticStatus: after.logisticStatus,
    before: { codStatus, logisticStatus, callAttempts, callBackAt },
  };
}

/** The leads of the list that the person may edit, locked until the transaction ends. */
function lockLeads(tx: Transaction, session: Session, ids: string[]): Promise<LockedLead[]> {
  return tx.$queryRaw<LockedLead[]>`
    select lead.id, lead.cod_status as "codStatus", lead.logistic_status as "logisticStatus",
      lead.call_attempts as "callAttempts", lead.call_back_at as "callBackAt", lead.customer_id as "customerId",
      (select payment_status from orders where id = lead.order_id) as "paymentStatus"
    from crm_leads lead
    where lead.id = any (${ids}::uuid[]) and lead.workspace_id = ${session.workspace.id}::uuid
    order by lead.id
    for update of lead`;
}

/** What the change makes of a lead: an answer ends the waiting, no answer counts a try and sets the next one. */
function apply(lead: LockedLead, request: StatusChangeRequest, rules: CallRules, now: Date): LeadStatuses {
  const after = { ...lead, ...changed(request.change) };
  if (request.change.field === "logisticStatus") return after;
  if (request.change.to === "no_answer") {
    const callAttempts = lead.callAttempts + 1;
    return { ...after, callAttempts, callBackAt: request.callBackAt ?? nextCallAt(callAttempts, rules, now) };
  }
  return { ...after, callBackAt: request.change.to === "postponed" ? (request.callBackAt ?? null) : null };
}

function changed(change: StatusChange): Partial<LeadStatuses> {
  return change.field === "codStatus" ? { codStatus: change.to } : { logisticStatus: change.to };
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
    kpiStatus: deriveKpiStatus({ ...after, paymentStatus: lead.paymentStatus }),
    callAttempts: after.callAttempts,
    callBackAt: after.callBackAt,
  }));
  await tx.$executeRaw`
    update crm_leads lead
    set cod_set_by_person = lead.cod_set_by_person or lead.cod_status <> change."codStatus",
      logistic_set_by_person = lead.logistic_set_by_person or lead.logistic_status <> change."logisticStatus",
      cod_status = change."codStatus", logistic_status = change."logisticStatus", kpi_status = change."kpiStatus",
      call_attempts = change."callAttempts", call_back_at = change."callBackAt", called_by = null, called_until = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as change (id uuid, "codStatus" text, "logisticStatus" text,
      "kpiStatus" text, "callAttempts" int, "callBackAt" timestamptz)
    where lead.id = change.id`;
  await tx.leadEvent.createMany({ data: changes.flatMap((change) => eventsOf(session, change, how)) });
  await refreshCustomerSellers(
    tx,
    changes.map(({ lead }) => lead.customerId).filter((id) => id !== null),
  );
}

function eventsOf(
  session: Session,
  { lead, after, isOverride }: Change,
  how: { note?: string | undefined; isUndo?: boolean },
) {
  const entry = { leadId: lead.id, userId: session.userId };
  const fields = ["codStatus", "logisticStatus"] as const;
  const moved = fields.filter((field) => lead[field] !== after[field] || isAnotherTry(field, lead, after));
  const events: { leadId: string; userId: string; type: string; details: Record<string, string> }[] =
    moved.map((field) => ({
      ...entry,
      type: "status_changed",
      details: {
        field,
        from: lead[field],
        to: after[field],
        ...(after.callBackAt && { callBackAt: after.callBackAt.toISOString() }),
        ...(isOverride && { isOverride: "true" }),
        ...(how.isUndo && { isUndo: "true" }),
      },
    }));
  if (how.note) events.push({ ...entry, type: "note", details: { text: how.note } });
  return events;
}

/** No answer after no answer is news too, and so is taking it back. */
function isAnotherTry(
  field: "codStatus" | "logisticStatus",
  lead: LeadStatuses,
  after: LeadStatuses,
): boolean {
  return field === "codStatus" && after.callAttempts !== lead.callAttempts;
}

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import { type ChangeWay, entryOfChange } from "#lib/leads/change.ts";
import type { StatusChange } from "#lib/leads/model.ts";
import { otherCaller } from "#lib/leads/other-caller.ts";
import type { CodStatus, LeadStanding, LogisticStatus, PaymentStatus } from "#lib/sales/statuses.ts";
import { recordEvents, type TimelineEntry } from "#lib/sales/timeline/record.ts";

/** A lead with a person's last word of each status. */
interface DecidedLead extends LeadStanding {
  codDecision: CodStatus | null;
  logisticDecision: LogisticStatus | null;
}

/** A lead that a person changes, locked until the transaction ends. */
export interface LockedLead extends DecidedLead {
  id: string;
  /** Who else is calling it. */
  caller: string | null;
  customerId: string | null;
  paymentStatus: PaymentStatus | null;
}

/** A change of one lead by a person. */
export interface Change {
  lead: LockedLead;
  field: StatusChange["field"];
  after: DecidedLead;
  isOverride: boolean;
  /** The entry of the timeline that tells of it. */
  eventId: string;
}

/** What is said of changes beside what they are. */
interface ChangeManner {
  note?: string | undefined;
  isUndo?: boolean;
  via?: ChangeWay | undefined;
}

/** The leads of the list that the person may edit, locked until the transaction ends. */
export function lockLeads(tx: Transaction, session: Session, ids: string[]): Promise<LockedLead[]> {
  return tx.$queryRaw<LockedLead[]>`
    select lead.id, lead.cod_status as "codStatus", lead.logistic_status as "logisticStatus",
      lead.kpi_status as "kpiStatus", lead.cod_decision as "codDecision", lead.logistic_decision as "logisticDecision", lead.call_reason as "callReason",
      lead.call_attempts as "callAttempts", lead.call_back_at as "callBackAt", lead.customer_id as "customerId",
      ${otherCaller(session, Prisma.sql`lead`)} as caller,
      (select payment_status from orders where id = lead.order_id) as "paymentStatus"
    from crm_leads lead
    where lead.id = any (${ids}::uuid[]) and lead.workspace_id = ${session.workspace.id}::uuid
    order by lead.id
    for update of lead`;
}

/** Writes the changes, their entries on the timelines, and what sellers know of the customers. */
export async function writeChanges(
  tx: Transaction,
  session: Session,
  changes: Change[],
  how: ChangeManner,
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ lead, after }) => ({
    id: lead.id,
    codStatus: after.codStatus,
    logisticStatus: after.logisticStatus,
    codDecision: after.codDecision,
    logisticDecision: after.logisticDecision,
    callReason: after.callReason,
    kpiStatus: after.kpiStatus,
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
  await recordEvents(
    tx,
    changes.flatMap((change) => entriesOf(session, change, how)),
  );
  await refreshCustomerSellers(
    tx,
    changes.map(({ lead }) => lead.customerId).filter((id) => id !== null),
  );
}

function entriesOf(
  session: Session,
  { lead, field, after, isOverride, eventId }: Change,
  { note, isUndo = false, via }: ChangeManner,
): TimelineEntry[] {
  const entry = { leadId: lead.id, userId: session.userId };
  const details = entryOfChange(lead, after, field, { isOverride, isUndo, via });
  const changed = { ...entry, id: eventId, type: "status_changed", details } as const;
  return note ? [changed, { ...entry, type: "note", details: { text: note } }] : [changed];
}

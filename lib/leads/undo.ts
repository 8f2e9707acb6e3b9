import { callReasons, codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";
import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { UndoRequest } from "#lib/leads/schema.ts";
import {
  type Change,
  type LeadStatuses,
  type LockedLead,
  lockLeads,
  writeChanges,
} from "#lib/leads/status-writes.ts";

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

import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { type ChangeMade, undoChange } from "#lib/leads/change.ts";
import type { UndoRequest } from "#lib/leads/schema.ts";
import { type Change, lockLeads, writeChanges } from "#lib/leads/status-writes.ts";
import { callReasons, codStatuses, logisticStatuses } from "#lib/sales/statuses.ts";

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
      return [{ lead, field, after: undoChange(lead, change), isOverride: false, eventId: randomUUID() }];
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

type FoundChange = ChangeMade & { to: string; leadId: string };

/** The changes of the request that the person has made indeed, by their entries on the timelines. */
async function changesMade(
  tx: Transaction,
  session: Session,
  { leads }: UndoRequest,
): Promise<Map<string, FoundChange>> {
  const events = await tx.leadEvent.findMany({
    where: {
      id: { in: leads.map(({ eventId }) => eventId) },
      userId: session.userId,
      type: "status_changed",
    },
    select: { id: true, leadId: true, details: true },
  });
  const made = new Map<string, FoundChange>();
  for (const { id, leadId, details } of events) {
    // A change made before the timeline held what an undo needs stays.
    const change = changeMadeSchema.safeParse(details);
    if (change.success) made.set(id, { ...foundBefore(change.data), leadId });
  }
  return made;
}

function foundBefore({
  callReasonBefore,
  callAttemptsBefore,
  callBackBefore,
  ...change
}: z.output<typeof changeMadeSchema>): ChangeMade & { to: string } {
  const before = {
    callReason: callReasonBefore,
    callAttempts: callAttemptsBefore,
    callBackAt: callBackBefore,
  };
  return { ...change, before };
}

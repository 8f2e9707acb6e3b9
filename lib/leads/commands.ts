import "server-only";
import { randomUUID } from "node:crypto";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { loadCallRules } from "#lib/leads/call-rules.ts";
import { type ChangeWay, changeLead } from "#lib/leads/change.ts";
import { defaultCallRules, type Refusal } from "#lib/leads/model.ts";
import type { SeenCalls, StatusChangeRequest } from "#lib/leads/schema.ts";
import { type Change, type LockedLead, lockLeads, writeChanges } from "#lib/leads/status-writes.ts";
import type { LeadStanding } from "#lib/sales/statuses.ts";

/** What a change of status did. */
export interface StatusChangeResult {
  /** The leads as the change left them and the entries of their timelines that tell of it, which is what an undo needs. */
  changed: (Pick<LeadStanding, "codStatus" | "logisticStatus" | "callBackAt"> & {
    id: string;
    eventId: string;
  })[];
  refused: { id: string; reason: Refusal | "notFound" }[];
}

/**
 * Changes the status of leads, each along the allowed ways; those that can't go there are left and named. An admin may override,
 * and the timeline says so. With `seen`, a lead changes only while its calls are as the person saw them. `via` says from where, if not in
 * Astra itself.
 *
 * @throws UserError when they are not, though the change itself might be made
 */
export async function changeStatus(
  session: Session,
  request: StatusChangeRequest,
  seen?: SeenCalls,
  via?: ChangeWay,
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
    const circumstances = { rules, now: new Date(), isCall: seen !== undefined };
    for (const lead of leads) {
      const outcome = changeLead(lead, request, circumstances);
      if (outcome.refusal !== null) {
        refused.push({ id: lead.id, reason: outcome.refusal });
        continue;
      }
      if (seen && !isAsSeen(lead, seen))
        throw new UserError("callRecorded", { values: { status: lead.codStatus } });
      const { after, isOverride } = outcome;
      changes.push({ lead, field: request.change.field, after, isOverride, eventId: randomUUID() });
    }
    await writeChanges(tx, session, changes, { note: request.note, via });
    return { changed: changes.map(resultOf), refused };
  });
}

function isAsSeen(lead: LockedLead, seen: SeenCalls): boolean {
  return (
    lead.codStatus === seen.codStatus &&
    lead.callAttempts === seen.callAttempts &&
    lead.callBackAt?.getTime() === seen.callBackAt?.getTime()
  );
}

function resultOf({ lead, after, eventId }: Change): StatusChangeResult["changed"][number] {
  const { codStatus, logisticStatus, callBackAt } = after;
  return { id: lead.id, codStatus, logisticStatus, callBackAt, eventId };
}

import "server-only";
import { randomUUID } from "node:crypto";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { loadCallRules } from "#lib/leads/call-rules.ts";
import {
  type CallRules,
  callReasonAfter,
  defaultCallRules,
  nextCallAt,
  type Refusal,
  refusalOf,
  type StatusChange,
} from "#lib/leads/model.ts";
import type { SeenCalls, StatusChangeRequest } from "#lib/leads/schema.ts";
import {
  type Change,
  type LeadStatuses,
  type LockedLead,
  lockLeads,
  type StatusField,
  writeChanges,
} from "#lib/leads/status-writes.ts";

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
      // What is noted on a call is no reason for going back.
      const refusal = refusalOf(lead, request.change, seen ? undefined : request.note);
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

function isAsSeen(lead: LockedLead, seen: SeenCalls): boolean {
  return (
    lead.codStatus === seen.codStatus &&
    lead.callAttempts === seen.callAttempts &&
    lead.callBackAt?.getTime() === seen.callBackAt?.getTime()
  );
}

function resultOf({ lead, after, eventId }: Change): StatusChangeResult["changed"][number] {
  return { id: lead.id, codStatus: after.codStatus, logisticStatus: after.logisticStatus, eventId };
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

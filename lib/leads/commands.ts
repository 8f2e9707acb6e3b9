import "server-only";
import { randomUUID } from "node:crypto";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { loadCallRules } from "#lib/leads/call-rules.ts";
import { type ChangeWay, changeLead } from "#lib/leads/change.ts";
import { type LeadNow, readNow } from "#lib/leads/lead-now.ts";
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
  /** Those that were there already: nothing is to be done or said about them. */
  unchanged: string[];
  refused: RefusedLead[];
}

/** A lead that stays as it is, and how it stands; null where the person may not see it. */
export interface RefusedLead {
  id: string;
  reason: Refusal | "notFound";
  now: LeadNow | null;
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
      .map((id) => ({ id, reason: "notFound", now: null }));
    const unchanged: string[] = [];
    const changes: Change[] = [];
    const circumstances = { rules, now: new Date(), isCall: seen !== undefined };
    for (const lead of leads) {
      const outcome = changeLead(lead, request, circumstances);
      if (outcome.refusal !== null) {
        refused.push({ id: lead.id, reason: outcome.refusal, now: null });
        continue;
      }
      if (outcome.after === null) {
        unchanged.push(lead.id);
        continue;
      }
      if (seen && !isAsSeen(lead, seen))
        throw new UserError("callRecorded", { values: { status: lead.codStatus } });
      const { after, isOverride } = outcome;
      changes.push({ lead, field: request.change.field, after, isOverride, eventId: randomUUID() });
    }
    await writeChanges(tx, session, changes, { note: request.note, via });
    return { changed: changes.map(resultOf), unchanged, refused: await withNow(tx, session, refused) };
  });
}

async function withNow(tx: Transaction, session: Session, refused: RefusedLead[]): Promise<RefusedLead[]> {
  if (refused.length === 0) return refused;
  const now = await readNow(
    tx,
    session,
    refused.map(({ id }) => id),
  );
  return refused.map((lead) => ({ ...lead, now: now.get(lead.id) ?? null }));
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

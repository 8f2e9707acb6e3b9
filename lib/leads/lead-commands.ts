import "server-only";
import type { z } from "zod";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { noteSchema, ReassignRequest } from "#lib/leads/schema.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";

/** A lead that the person may edit, locked until the transaction ends. */
export interface EditableLead {
  id: string;
  userId: string;
  orderId: string | null;
  customerId: string | null;
}

/** Locks those of the leads that the person may edit. */
export function lockThoseEditable(tx: Transaction, session: Session, ids: string[]): Promise<EditableLead[]> {
  return tx.$queryRaw<EditableLead[]>`
    select id, user_id as "userId", order_id as "orderId", customer_id as "customerId"
    from crm_leads where id = any (${ids}::uuid[]) and workspace_id = ${session.workspace.id}::uuid
    order by id for update`;
}

/**
 * Locks the leads, all of which the person must be allowed to edit.
 *
 * @throws UserError when one of them is not among these
 */
export async function lockEditable(
  tx: Transaction,
  session: Session,
  ids: string[],
): Promise<EditableLead[]> {
  const leads = await lockThoseEditable(tx, session, ids);
  if (leads.length < new Set(ids).size) throw new UserError("notFoundLead");
  return leads;
}

/** Adds a note to a lead's timeline. */
export async function addNote(
  session: Session,
  { leadId, text }: z.output<typeof noteSchema>,
): Promise<void> {
  await forUser(session, async (tx) => {
    await lockEditable(tx, session, [leadId]);
    await recordEvents(tx, [{ leadId, userId: session.userId, type: "note", details: { text } }]);
  });
}

/** Hands leads to another seller. */
export async function reassign(
  session: Session,
  { ids, userId }: ReassignRequest,
): Promise<{ reassigned: number }> {
  if (!can(session.role, "leads.reassign")) throw new UserError("forbidden");
  return forUser(session, async (tx) => ({
    reassigned: await handLeads(tx, session, await lockEditable(tx, session, ids), userId),
  }));
}

/** So many entries of timelines are written by one statement. */
const entriesAtOnce = 1_000;

/**
 * Hands leads that are locked to another seller, with the credit for their orders; who knows what of their customers follows
 * (astra.follow_sellers).
 *
 * @returns how many were somebody else's before
 * @throws UserError when the person is no active member who works leads
 */
export async function handLeads(
  tx: Transaction,
  session: Session,
  leads: EditableLead[],
  userId: string,
): Promise<number> {
  const nameOf = await sellerNames(tx, session, userId);
  const moved = leads.filter((lead) => lead.userId !== userId);
  const ids = moved.map(({ id }) => id);
  const orderIds = moved.flatMap(({ orderId }) => orderId ?? []);
  await tx.$executeRaw`
    update crm_leads set user_id = ${userId}::uuid, called_by = null, called_until = null where id = any (${ids}::uuid[])`;
  await tx.$executeRaw`update orders set user_id = ${userId}::uuid where id = any (${orderIds}::uuid[])`;
  for (let first = 0; first < moved.length; first += entriesAtOnce) {
    await recordEvents(
      tx,
      moved.slice(first, first + entriesAtOnce).map((lead) => ({
        leadId: lead.id,
        userId: session.userId,
        type: "reassigned",
        details: { from: nameOf(lead.userId), to: nameOf(userId) },
      })),
    );
  }
  return moved.length;
}

/** The names of colleagues; the seller named must be one who can work leads. */
async function sellerNames(
  tx: Transaction,
  session: Session,
  userId: string,
): Promise<(id: string) => string | null> {
  await requireSeller(tx, session, userId);
  const people = await tx.$queryRaw<
    { id: string; name: string }[]
  >`select id, name from astra.colleagues(${session.workspace.id}::uuid)`;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
}

/** @throws UserError when the person is no active member who works leads */
export async function requireSeller(tx: Transaction, session: Session, userId: string): Promise<void> {
  const membership = await tx.membership.findFirst({
    where: { workspaceId: session.workspace.id, userId, isActive: true, role: { not: "viewer" } },
    select: { userId: true },
  });
  if (!membership) throw new UserError("notFoundSeller", { field: "userId" });
}

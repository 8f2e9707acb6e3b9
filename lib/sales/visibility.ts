import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";

// Who sees which leads and orders, told once beside the policies, so that the planner can use it. A test holds both, and the functions of
// the database that apply the caller's visibility themselves, to the same.

/**
 * Where the person's leads are, as conditions on `lead` of which each has its index; one with OR would hide them from the planner. Those
 * who see everything have one place, a seller two: what the seller works, and what somebody else works of the seller's stores. Of a
 * seller the workspace is compared as no index can: else the planner takes an index of the whole workspace and looks for the seller's few
 * in it.
 */
export function placesOfLeads(session: Session): Prisma.Sql[] {
  const workspace = Prisma.sql`${session.workspace.id}::uuid`;
  if (seesEverything(session.role)) return [Prisma.sql`lead.workspace_id = ${workspace}`];
  const person = Prisma.sql`${session.userId}::uuid`;
  const isHere = Prisma.sql`lead.workspace_id is not distinct from ${workspace}`;
  return [
    Prisma.sql`${isHere} and lead.user_id = ${person}`,
    Prisma.sql`${isHere} and lead.store_user_id = ${person} and lead.user_id <> lead.store_user_id`,
  ];
}

/** The same as one condition, for a walk of an index of the whole workspace. */
export function isVisibleLead(session: Session): Prisma.Sql {
  const inWorkspace = Prisma.sql`lead.workspace_id = ${session.workspace.id}::uuid`;
  if (seesEverything(session.role)) return inWorkspace;
  return Prisma.sql`${inWorkspace} and (lead.user_id = ${session.userId}::uuid or lead.store_user_id = ${session.userId}::uuid)`;
}

/**
 * Where the person's orders are, as conditions on `"order"`: one place for those who see everything. A seller's orders are in three, each
 * with its index, which one condition with OR would hide from the planner: those credited to the seller, those of the seller's stores that
 * are credited to somebody else, and those of leads that the seller works for others.
 */
export function placesOfOrders(session: Session): Prisma.Sql[] {
  const workspace = Prisma.sql`${session.workspace.id}::uuid`;
  if (seesEverything(session.role)) return [Prisma.sql`"order".workspace_id = ${workspace}`];
  const me = Prisma.sql`${session.userId}::uuid`;
  // Compared as no index can, or the planner would walk the whole workspace's orders for the seller's few.
  const isHere = Prisma.sql`"order".workspace_id is not distinct from ${workspace}`;
  return [
    Prisma.sql`${isHere} and "order".user_id = ${me}`,
    Prisma.sql`${isHere} and "order".store_user_id = ${me} and "order".user_id <> "order".store_user_id`,
    // As an array: the planner looks each of them up, and does not read all orders beside them.
    Prisma.sql`${isHere} and "order".id = any (array(select astra.assigned_orders()))
      and "order".user_id <> ${me} and "order".store_user_id is distinct from ${me}`,
  ];
}

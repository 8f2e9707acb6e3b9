import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { countProducts, movePlatformAliases, moveProducts } from "#lib/handover/products.ts";
import type { HandOver, HandOverPeople, HandOverRequest } from "#lib/handover/schema.ts";
import { type EditableLead, handLeads } from "#lib/leads/lead-commands.ts";
import { openKpiStatuses } from "#lib/sales/statuses.ts";
import { changeOfHandsTimeout } from "#lib/stores/commands.ts";

/**
 * Hands what one member has over to another, all of it or nothing: stores, with what comes of them from now on; leads that are still to be
 * worked, with the credit for their orders, while finished ones stay whose they were; and products.
 *
 * @returns what changed hands
 * @throws UserError when the receiver is no active member who works leads
 */
export async function handOver(
  session: Session,
  { stores, leads, products, ...people }: HandOverRequest,
): Promise<HandOver> {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
  const { fromId, toId } = people;
  const workspaceId = session.workspace.id;
  return forUser(
    session,
    async (tx) => {
      await lockReceiver(tx, workspaceId, toId);
      // Stores first: whoever works an order in holds its store before its leads.
      const movedStores = stores ? await moveStores(tx, workspaceId, people) : 0;
      const open = leads ? await lockOpenLeads(tx, workspaceId, fromId) : [];
      const movedLeads = await handLeads(tx, session, open, toId);
      const movedProducts = products ? await moveProducts(tx, workspaceId, people) : 0;
      const { productsStaying } = await countProducts(tx, workspaceId, people);
      const moved = { stores: movedStores, leads: movedLeads, products: movedProducts };
      await tx.$executeRaw`
        select astra.note_hand_over(${workspaceId}::uuid, ${fromId}::uuid, ${toId}::uuid, ${JSON.stringify(moved)}::jsonb)`;
      return { ...moved, productsStaying };
    },
    { timeout: changeOfHandsTimeout },
  );
}

/** Whoever shuts the receiver out, or takes the right to work leads away, does so before or after, and not while things go over. */
async function lockReceiver(tx: Transaction, workspaceId: string, userId: string): Promise<void> {
  const [receiver] = await tx.$queryRaw<{ id: string }[]>`
    select user_id as id from memberships
    where workspace_id = ${workspaceId}::uuid and user_id = ${userId}::uuid and is_active and role <> 'viewer'
    for share`;
  if (!receiver) throw new UserError("notFoundSeller", { field: "userId" });
}

async function moveStores(tx: Transaction, workspaceId: string, people: HandOverPeople): Promise<number> {
  const { count } = await tx.integration.updateMany({
    where: { workspaceId, userId: people.fromId, removedAt: null },
    data: { userId: people.toId },
  });
  await movePlatformAliases(tx, workspaceId, people);
  return count;
}

function lockOpenLeads(tx: Transaction, workspaceId: string, fromId: string): Promise<EditableLead[]> {
  return tx.$queryRaw<EditableLead[]>`
    select id, user_id as "userId", order_id as "orderId", customer_id as "customerId" from crm_leads
    where workspace_id = ${workspaceId}::uuid and user_id = ${fromId}::uuid and kpi_status = any (${openKpiStatuses}::text[])
    order by id for update`;
}

import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { isCheckViolation } from "#lib/base/db/errors.ts";
import { announce } from "#lib/sales/events.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";
import type { Names } from "#lib/team/names.ts";

/** A merge that can still be taken back. */
export interface UndoableMerge {
  id: string;
  mergedAt: Date;
  /** Null: somebody who is no colleague any more. */
  person: string | null;
}

/** The last merge into a customer, for those who may take it back; null when there is none of the last day. */
export async function findUndoableMerge(
  tx: Transaction,
  session: Session,
  keptId: string,
  names: Names,
): Promise<UndoableMerge | null> {
  if (!can(session.role, "customers.merge")) return null;
  const [merge] = await tx.$queryRaw<{ id: string; mergedAt: Date; userId: string | null }[]>`
    select id, created_at as "mergedAt", user_id as "userId" from customer_merges
    where kept_id = ${keptId}::uuid and workspace_id = ${session.workspace.id}::uuid and undone_at is null
      and created_at > now() - interval '1 day'
    order by created_at desc, id desc limit 1`;
  if (!merge) return null;
  const { id, mergedAt, userId } = merge;
  return { id, mergedAt, person: userId && (names.people.get(userId) ?? null) };
}

/**
 * Makes two customers again of what a merge made one: what moved goes back, unless it has moved on since. The timelines of the leads that
 * go back say so.
 *
 * @throws UserError when it is not the last merge of that customer, was taken back already, or is older than a day
 */
export async function undoMerge(
  session: Session,
  { mergeId }: { mergeId: string },
): Promise<{ mergedId: string; leads: number }> {
  try {
    return await forUser(session, async (tx) => {
      const [merge] = await tx.$queryRaw<{ keptId: string; mergedId: string }[]>`
        select kept_id as "keptId", merged_id as "mergedId" from customer_merges
        where id = ${mergeId}::uuid and workspace_id = ${session.workspace.id}::uuid`;
      if (!merge) throw new UserError("mergeUndoTooLate");
      const moved = await tx.$queryRaw<
        { id: string }[]
      >`select id from astra.undo_merge(${mergeId}::uuid) as id`;
      await recordEvents(
        tx,
        moved.map(({ id }) => ({
          leadId: id,
          userId: session.userId,
          type: "customer_unmerged" as const,
          details: {},
        })),
      );
      const subjects = { customerId: merge.keptId, mergedId: merge.mergedId };
      await announce(tx, [
        { workspaceId: session.workspace.id, type: "customer:unmerged", subjects, details: {} },
      ]);
      return { mergedId: merge.mergedId, leads: moved.length };
    });
  } catch (error) {
    if (isCheckViolation(error)) throw new UserError("mergeUndoTooLate");
    throw error;
  }
}

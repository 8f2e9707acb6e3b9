import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { isLimitExceeded, isUniqueViolation } from "#lib/base/db/errors.ts";
import { ownSharedViewsLimit, ownViewsLimit } from "#lib/base/list/saved-views/model.ts";
import type { NewView, ViewChange, ViewQuery } from "#lib/base/list/saved-views/schema.ts";

/**
 * Saves a list's filters under a name.
 *
 * @throws UserError when the person has a view of this name, or as many as one may have or share, or may not share it
 */
export async function saveView(session: Session, view: NewView): Promise<void> {
  requireSharing(session, view);
  await write(session, async (tx) => {
    await requireRoomToShare(tx, session, view, null);
    const own = { workspaceId: session.workspace.id, userId: session.userId };
    const last = await tx.savedView.aggregate({ where: own, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    await tx.savedView.create({ data: { ...view, ...own, position }, select: { id: true } });
  });
}

/**
 * Renames one of the person's own views, or shares it with the workspace.
 *
 * @throws UserError when the person has no such view, has another one of this name, or may not share it
 */
export async function changeView(session: Session, { id, ...change }: ViewChange): Promise<void> {
  requireSharing(session, change);
  const { count } = await write(session, async (tx) => {
    await requireRoomToShare(tx, session, change, id);
    return tx.savedView.updateMany({ where: { id, userId: session.userId }, data: change });
  });
  if (count === 0) throw new UserError("notFoundView");
}

/**
 * Lets one of the person's own views show something else from now on.
 *
 * @throws UserError when the person has no such view
 */
export async function updateView(session: Session, { id, query }: ViewQuery): Promise<void> {
  const { count } = await forUser(session, (tx) =>
    tx.savedView.updateMany({ where: { id, userId: session.userId }, data: { query } }),
  );
  if (count === 0) throw new UserError("notFoundView");
}

/** Puts the person's own views into an order; others that are named stay where they are. */
export async function orderViews(session: Session, ids: string[]): Promise<void> {
  await forUser(
    session,
    (tx) => tx.$executeRaw`
      update saved_views view set position = wanted.position
      from unnest(${ids}::uuid[]) with ordinality wanted(id, position)
      where view.id = wanted.id and view.user_id = ${session.userId}::uuid and view.workspace_id = ${session.workspace.id}::uuid`,
  );
}

/**
 * Deletes one of the person's own views, and for an admin or a manager one that a colleague shares; one that is gone already is as wanted.
 */
export async function deleteView(session: Session, id: string): Promise<void> {
  const own = { userId: session.userId };
  const deletable = can(session.role, "views.deleteShared") ? [own, { isShared: true }] : [own];
  await forUser(session, (tx) =>
    tx.savedView.deleteMany({ where: { id, workspaceId: session.workspace.id, OR: deletable } }),
  );
}

function requireSharing(session: Session, { isShared }: { isShared: boolean }): void {
  if (isShared && !can(session.role, "views.share")) throw new UserError("viewNotShareable");
}

/** The database keeps to the limit; here it gets its own sentence. */
async function requireRoomToShare(
  tx: Transaction,
  { workspace, userId }: Session,
  { isShared }: { isShared: boolean },
  id: string | null,
): Promise<void> {
  if (!isShared) return;
  const others = id ? { id: { not: id } } : {};
  const shared = await tx.savedView.count({
    where: { workspaceId: workspace.id, userId, isShared: true, ...others },
  });
  if (shared >= ownSharedViewsLimit) {
    throw new UserError("tooManySharedViews", { values: { limit: ownSharedViewsLimit } });
  }
}

async function write<T>(session: Session, work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await forUser(session, work);
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("viewNameTaken", { field: "name" });
    if (isLimitExceeded(error)) throw new UserError("tooManyViews", { values: { limit: ownViewsLimit } });
    throw error;
  }
}

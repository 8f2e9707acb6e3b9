import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { isLimitExceeded, isUniqueViolation } from "#lib/db/errors.ts";
import { ownViewsLimit } from "#lib/views/model.ts";
import type { NewView, ViewChange } from "#lib/views/schema.ts";

/**
 * Saves a list's filters under a name.
 *
 * @throws UserError when the person has a view of this name, or as many as one may have
 */
export async function saveView(session: Session, view: NewView): Promise<void> {
  await write(session, (tx) =>
    tx.savedView.create({
      data: { ...view, workspaceId: session.workspace.id, userId: session.userId },
      select: { id: true },
    }),
  );
}

/** Renames one of the person's own views, or shares it with the workspace. */
export async function changeView(session: Session, { id, ...change }: ViewChange): Promise<void> {
  const { count } = await write(session, (tx) =>
    tx.savedView.updateMany({ where: { id, userId: session.userId }, data: change }),
  );
  if (count === 0) throw new UserError("notFoundView");
}

/** Deletes one of the person's own views; one that is gone already is as wanted. */
export async function deleteView(session: Session, id: string): Promise<void> {
  await forUser(session, (tx) => tx.savedView.deleteMany({ where: { id, userId: session.userId } }));
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

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { StoreRemoval } from "#lib/stores/schema.ts";

// Whether a store receives: paused, taken up again, removed.

/** Pauses a store: what it sends is kept, and worked in once it is taken up again. One that is paused stays as it is. */
export async function pauseStore(session: Session, storeId: string): Promise<void> {
  const { count } = await forUser(session, (tx) =>
    tx.integration.updateMany({
      where: { id: storeId, workspaceId: session.workspace.id },
      data: { isActive: false },
    }),
  );
  if (count === 0) throw new UserError("notFoundStore");
}

/** Takes a paused store up again. What it sent meanwhile is kept: `processPausedDeliveries` works it in. */
export async function resumeStore(session: Session, storeId: string): Promise<void> {
  const { count } = await forUser(session, (tx) =>
    tx.integration.updateMany({
      where: { id: storeId, workspaceId: session.workspace.id },
      data: { isActive: true, pausedReason: null },
    }),
  );
  if (count === 0) throw new UserError("notFoundStore");
}

/**
 * Removes a store, once its name was typed. What came of it stays and bears its name, what it sent before is still worked in, also what was kept while
 * it was paused; what it sends from now on is refused. Its domain is free again.
 *
 * @throws UserError when the store is not the person's to remove, or is called otherwise
 */
export async function removeStore(session: Session, { id, name }: StoreRemoval): Promise<void> {
  await forUser(session, async (tx) => {
    const store = await tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id, removedAt: null },
      select: { name: true },
    });
    if (!store) throw new UserError("notFoundStore");
    if (!isSameName(name, store.name)) throw new UserError("nameOfStoreDiffers", { field: "name" });
    await tx.$executeRaw`select astra.remove_store(${id}::uuid)`;
  });
}

/** However many blanks there are in it, of which a page shows one. */
function isSameName(one: string, other: string): boolean {
  const [first, second] = [one, other].map((name) => name.normalize("NFC").split(/\s+/).join(" ").trim());
  return first === second;
}

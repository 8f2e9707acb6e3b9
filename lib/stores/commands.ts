import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { forUser } from "#lib/db/access.ts";
import { isUniqueViolation } from "#lib/db/errors.ts";
import type { NewStore } from "#lib/stores/schema.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";

/**
 * Connects a store. Its secrets are encrypted before they leave this function and are never read back for a person.
 *
 * @returns the new store's id
 * @throws UserError when the domain is connected already, or the owner may not be chosen
 */
export async function createStore(session: Session, store: NewStore): Promise<string> {
  const userId = store.userId ?? session.userId;
  if (userId !== session.userId && !can(session.role, "stores.writeForOthers"))
    throw new UserError("forbidden");
  const id = randomUUID();
  const { type, name, domain, webhookSecret, adminAccessToken } = store;
  try {
    await forUser(session, async (tx) => {
      await tx.integration.createMany({
        data: [{ id, workspaceId: session.workspace.id, userId, type, name, domain }],
      });
      const sealedToken = adminAccessToken ? encryptSecret(adminAccessToken, id) : null;
      await tx.$executeRaw`
        select astra.set_store_secrets(${id}::uuid, ${encryptSecret(webhookSecret, id)}, ${sealedToken})`;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("domainTaken", { field: "domain" });
    throw error;
  }
  return id;
}

/** Takes a paused store up again. What it sent meanwhile is kept: `processPausedDeliveries` works it in. */
export async function resumeStore(session: Session, storeId: string): Promise<void> {
  const { count } = await forUser(session, (tx) =>
    tx.integration.updateMany({ where: { id: storeId }, data: { isActive: true, pausedReason: null } }),
  );
  if (count === 0) throw new UserError("notFoundStore");
}

import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { forSystem, forUser, type Transaction } from "#lib/db/access.ts";
import { isUniqueViolation } from "#lib/db/errors.ts";
import type { NewStore } from "#lib/stores/schema.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";

/**
 * Connects a store. Its secrets are encrypted before they leave this file and are never read back for a person.
 *
 * @returns the new store's id
 * @throws UserError when the domain is connected already, or the owner may not be chosen
 */
export async function createStore(session: Session, store: NewStore): Promise<string> {
  const userId = store.userId ?? session.userId;
  if (userId !== session.userId && !can(session.role, "stores.writeForOthers"))
    throw new UserError("forbidden");
  return insertStore({ workspaceId: session.workspace.id, userId }, store, (write) =>
    forUser(session, (tx) =>
      write(tx, async ({ integrationId, webhookSecret, adminAccessToken }) => {
        await tx.$executeRaw`
          select astra.set_store_secrets(${integrationId}::uuid, ${webhookSecret}, ${adminAccessToken})`;
      }),
    ),
  );
}

/**
 * Connects a store without a person who asks, for scripts.
 *
 * @returns the new store's id
 * @throws UserError when the domain is connected already
 */
export function createStoreFor(owner: StoreOwner, store: NewStore): Promise<string> {
  return insertStore(owner, store, (write) =>
    forSystem((tx) =>
      write(tx, async (secrets) => {
        await tx.integrationSecret.create({ data: secrets });
      }),
    ),
  );
}

interface StoreOwner {
  workspaceId: string;
  userId: string;
}

interface SealedSecrets {
  integrationId: string;
  webhookSecret: string;
  adminAccessToken: string | null;
}

type KeepSecrets = (secrets: SealedSecrets) => Promise<void>;
type WriteStore = (tx: Transaction, keepSecrets: KeepSecrets) => Promise<void>;

/** Secrets are kept in a way of their own for a person, whose role may not write their table. */
async function insertStore(
  owner: StoreOwner,
  { type, name, domain, codGateways, webhookSecret, adminAccessToken }: NewStore,
  inTransaction: (write: WriteStore) => Promise<void>,
): Promise<string> {
  const id = randomUUID();
  try {
    await inTransaction(async (tx, keepSecrets) => {
      // createMany asks for no row back: a person may not read a store before its policies see it written.
      await tx.integration.createMany({ data: [{ id, ...owner, type, name, domain, codGateways }] });
      await keepSecrets({
        integrationId: id,
        webhookSecret: encryptSecret(webhookSecret, id),
        adminAccessToken: adminAccessToken ? encryptSecret(adminAccessToken, id) : null,
      });
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

import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser, type Transaction } from "#lib/base/db/access.ts";
import { isLimitExceeded, isUniqueViolation } from "#lib/base/db/errors.ts";
import { secretFault } from "#lib/platforms/facts.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { listPossibleOwners } from "#lib/stores/queries.ts";
import type { NewSecret, NewStore, StoreEdit } from "#lib/stores/schema.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";

/**
 * Connects a store. Its secret is encrypted before it leaves this file and is never read back for a person. Whether another workspace
 * has the domain changes nothing and is told to nobody.
 *
 * @returns the new store's id
 * @throws UserError when the workspace has the domain already, the owner may not be chosen, or there were too many in the last hour
 */
export async function createStore(session: Session, store: NewStore): Promise<string> {
  const userId = store.userId ?? session.userId;
  if (userId !== session.userId && !can(session.role, "stores.writeForOthers"))
    throw new UserError("forbidden");
  return insertStore({ workspaceId: session.workspace.id, userId }, store, (write) =>
    forUser(session, (tx) =>
      write(tx, async ({ integrationId, webhookSecret }) => {
        await tx.$executeRaw`select astra.set_store_secrets(${integrationId}::uuid, ${webhookSecret}, null)`;
      }),
    ),
  );
}

/**
 * Connects a store without a person who asks, for scripts.
 *
 * @returns the new store's id
 * @throws UserError when the workspace has the domain already
 */
export function createStoreFor(owner: StoreOwner, store: NewStore): Promise<string> {
  return insertStore(owner, store, (write) =>
    forSystem((tx) =>
      write(tx, async (secret) => {
        await tx.integrationSecret.create({ data: secret });
      }),
    ),
  );
}

interface StoreOwner {
  workspaceId: string;
  userId: string;
}

interface SealedSecret {
  integrationId: string;
  webhookSecret: string;
}

type KeepSecret = (secret: SealedSecret) => Promise<void>;
type WriteStore = (tx: Transaction, keepSecret: KeepSecret) => Promise<void>;

/** The secret is kept in a way of its own for a person, whose role may not write their table. */
async function insertStore(
  owner: StoreOwner,
  { type, name, domain, codGateways, webhookSecret }: NewStore,
  inTransaction: (write: WriteStore) => Promise<void>,
): Promise<string> {
  const id = randomUUID();
  try {
    await inTransaction(async (tx, keepSecret) => {
      // createMany asks for no row back: a person may not read a store before its policies see it written.
      await tx.integration.createMany({ data: [{ id, ...owner, type, name, domain, codGateways }] });
      await keepSecret({
        integrationId: id,
        webhookSecret: encryptSecret(webhookSecret, id),
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("domainTaken", { field: "domain" });
    if (isLimitExceeded(error)) throw new UserError("tooManyStores");
    throw error;
  }
  return id;
}

/** How long a store may take to change hands: it brings all its orders along. Milliseconds. */
export const changeOfHandsTimeout = 120_000;

/**
 * Changes what a store is called, its names for cash on delivery, its usual country and, by an admin, its owner. A new owner has the orders that
 * come from then on as leads, and sees those that came before; leads stay with whoever works them.
 *
 * @throws UserError when the store is not the person's to edit, or the owner not one who can be chosen
 */
export async function editStore(
  session: Session,
  { id, name, codGateways, defaultCountry, userId }: StoreEdit,
): Promise<void> {
  const data = { name, codGateways, defaultCountry: defaultCountry || null };
  const present = userId && (await findOwner(session, id));
  const isHandedOver = present && userId !== present;
  if (isHandedOver && !can(session.role, "stores.writeForOthers")) throw new UserError("forbidden");
  if (isHandedOver && !(await listPossibleOwners(session)).some((owner) => owner.id === userId))
    throw new UserError("notFoundSeller", { field: "userId" });
  const { count } = await forUser(
    session,
    (tx) =>
      tx.integration.updateMany({
        where: { id, workspaceId: session.workspace.id },
        data: { ...data, ...(isHandedOver && { userId }) },
      }),
    isHandedOver ? { timeout: changeOfHandsTimeout } : {},
  );
  if (count === 0) throw new UserError("notFoundStore");
}

async function findOwner(session: Session, id: string): Promise<string | undefined> {
  const store = await forUser(session, (tx) =>
    tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id },
      select: { userId: true },
    }),
  );
  return store?.userId;
}

/**
 * Changes the secret that signs a store's deliveries. The one before is accepted for another day, while the platform is told.
 *
 * @throws UserError when the store is not the person's to edit, or its platform would change the secret
 */
export async function changeSecret(session: Session, { id, webhookSecret }: NewSecret): Promise<void> {
  await forUser(session, async (tx) => {
    const store = await tx.integration.findUnique({
      where: { id, workspaceId: session.workspace.id, removedAt: null },
      select: { type: true },
    });
    if (!store) throw new UserError("notFoundStore");
    if (secretFault(store.type as StoreType, webhookSecret))
      throw new UserError("secretWouldChange", { field: "webhookSecret" });
    await tx.$executeRaw`select astra.set_store_secrets(${id}::uuid, ${encryptSecret(webhookSecret, id)}, null)`;
  });
}

/**
 * Lets only the present secret count from now on.
 *
 * @throws UserError when the store is not the person's to edit
 */
export async function endPreviousSecret(session: Session, storeId: string): Promise<void> {
  await forUser(session, async (tx) => {
    const store = await tx.integration.findUnique({
      where: { id: storeId, workspaceId: session.workspace.id, removedAt: null },
      select: { id: true },
    });
    if (!store) throw new UserError("notFoundStore");
    await tx.$executeRaw`select astra.end_previous_secret(${storeId}::uuid)`;
  });
}

import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import { answerBy, handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";
import { decryptSecret } from "#lib/stores/secrets.ts";

// A shop that was removed and connected again: what came of it before stays with the store that was removed.

/** Whether an order came under another store of the same shop, of which one was removed, and not under this one. */
export async function isOfRemovedStore(
  tx: Transaction,
  { integrationId }: RecordingStore,
  externalOrderId: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select astra.is_of_removed_store(${integrationId}::uuid, ${externalOrderId}) as is`;
  return row?.is ?? false;
}

/** A removed store of the same shop. */
interface RemovedStore extends RecordingStore {
  /** Whether what this one asks may be done there, too. */
  isReached: boolean;
}

/**
 * The removed stores of the same shop, as far as the workspace had them. Anybody may connect a domain that is free and sign in its name: what was a
 * colleague's is reached only by the shop itself, which has the secret that it had before, and by an admin.
 */
export async function removedStoresOf(tx: Transaction, store: RecordingStore): Promise<RemovedStore[]> {
  const { workspaceId, type, domain, integrationId } = store;
  const stores = await tx.integration.findMany({
    where: { workspaceId, type, domain, removedAt: { not: null }, id: { not: integrationId } },
    orderBy: { removedAt: "asc" },
    select: { id: true, userId: true, name: true, defaultCountry: true },
  });
  if (stores.length === 0) return [];
  const ids = [integrationId, ...stores.map(({ id }) => id)];
  const secrets = await secretsOf(tx, ids);
  const own = secrets.get(integrationId) ?? [];
  const isAdmins = await isOwnedByAdmin(tx, store);
  return stores.map(({ id, ...its }) => ({
    ...store,
    ...its,
    integrationId: id,
    isReached:
      isAdmins ||
      its.userId === store.userId ||
      (secrets.get(id)?.some((secret) => own.includes(secret)) ?? false),
  }));
}

/** The secrets that each store has and had before. */
async function secretsOf(tx: Transaction, storeIds: string[]): Promise<Map<string, string[]>> {
  const kept = await tx.integrationSecret.findMany({
    where: { integrationId: { in: storeIds } },
    select: { integrationId: true, webhookSecret: true, previousWebhookSecret: true },
  });
  return new Map(
    kept.map(({ integrationId, webhookSecret, previousWebhookSecret }) => [
      integrationId,
      [webhookSecret, previousWebhookSecret].flatMap((secret) =>
        secret === null ? [] : decryptSecret(secret, integrationId),
      ),
    ]),
  );
}

async function isOwnedByAdmin(tx: Transaction, { workspaceId, userId }: RecordingStore): Promise<boolean> {
  const admins = await tx.membership.count({ where: { workspaceId, userId, role: "admin", isActive: true } });
  return admins > 0;
}

/** Notes what was asked of a removed store that it doesn't reach, so that an admin can see it, and do it. */
export async function noteUnreached(
  tx: Transaction,
  { integrationId }: RecordingStore,
  { kind, externalCustomerId }: StorePrivacyRequest,
  receivedAt: Date,
): Promise<void> {
  const known = { integrationId, kind, externalCustomerId };
  if ((await tx.privacyRequest.count({ where: { ...known, createdAt: { gte: receivedAt } } })) > 0) return;
  log.warn({ storeId: integrationId, kind }, "a privacy request reaches a removed store of somebody else");
  await tx.privacyRequest.create({ data: { ...known, dueAt: answerBy(receivedAt), details: {} } });
}

/** Honours a privacy request of a shop wherever its orders are: also under the stores that were removed, as far as it reaches them. */
export async function honourPrivacyRequest(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  receivedAt: Date,
): Promise<Outcome> {
  for (const removed of await removedStoresOf(tx, store)) {
    if (!removed.isReached) {
      await noteUnreached(tx, removed, request, receivedAt);
      continue;
    }
    if (await isHonoured(tx, removed, request, receivedAt)) continue;
    const outcome = await handlePrivacyRequest(tx, removed, request, receivedAt);
    if (outcome.status === "continued") return outcome;
  }
  return handlePrivacyRequest(tx, store, request, receivedAt);
}

/** Whether an earlier step of the same request honoured it there. One that names its customer by e-mail alone is honoured at each step. */
async function isHonoured(
  tx: Transaction,
  { integrationId }: RecordingStore,
  { kind, externalCustomerId }: StorePrivacyRequest,
  receivedAt: Date,
): Promise<boolean> {
  if (kind !== "redact_shop" && externalCustomerId === null) return false;
  const honoured = await tx.privacyRequest.count({
    where: { integrationId, kind, externalCustomerId, createdAt: { gte: receivedAt } },
  });
  return honoured > 0;
}

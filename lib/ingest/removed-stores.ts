import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";

// A shop that was removed and connected again: what came of it before stays with the store that was removed.

/** Whether an order came under a removed store of the same shop, and not under this one. */
export async function isOfRemovedStore(
  tx: Transaction,
  { integrationId }: RecordingStore,
  externalOrderId: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select astra.is_of_removed_store(${integrationId}::uuid, ${externalOrderId}) as is`;
  return row?.is ?? false;
}

/** The removed stores of the same shop, as far as the workspace had them. */
export async function removedStoresOf(tx: Transaction, store: RecordingStore): Promise<RecordingStore[]> {
  const { workspaceId, type, domain, integrationId } = store;
  const stores = await tx.integration.findMany({
    where: { workspaceId, type, domain, removedAt: { not: null }, id: { not: integrationId } },
    orderBy: { removedAt: "asc" },
    select: { id: true, userId: true, name: true, defaultCountry: true },
  });
  return stores.map(({ id, ...its }) => ({ ...store, ...its, integrationId: id }));
}

/** Honours a privacy request of a shop wherever its orders are: also under the stores that were removed. */
export async function honourPrivacyRequest(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  receivedAt: Date,
): Promise<Outcome> {
  for (const removed of await removedStoresOf(tx, store)) {
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

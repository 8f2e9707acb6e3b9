import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import { handlePrivacyRequest } from "#lib/ingest/privacy.ts";
import { type RecordingStore, recordOrder } from "#lib/ingest/record.ts";
import { noteUnreached, removedStoresOf } from "#lib/ingest/removed-stores.ts";
import type { StoreOrder, StorePrivacyRequest } from "#lib/platforms/platform.ts";

/**
 * Honours an erasure that a store did itself, order by order: nobody else of that name or phone is touched, and an order that was never
 * seen makes no lead. What else the store says of the order is taken from it as ever: it may have been sent, paid or given back since.
 *
 * @param order names nobody
 */
export async function recordErasedOrder(
  tx: Transaction,
  store: RecordingStore,
  order: StoreOrder,
  receivedAt: Date,
): Promise<Outcome> {
  const { externalId: externalOrderId } = order;
  const subject = `order:${externalOrderId}`;
  const known = await tx.order.findUnique({
    where: { integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId } },
    select: { redactedAt: true },
  });
  if (!known) {
    for (const removed of await removedStoresOf(tx, store)) {
      if (!removed.isReached) {
        await noteUnreachedOrder(tx, removed, externalOrderId, receivedAt);
        continue;
      }
      const outcome = await redactBuyer(tx, removed, externalOrderId, receivedAt);
      if (outcome.status === "continued") return { ...outcome, subject };
    }
    return { status: "ignored", reason: { code: "redacted" }, subject, dropsPayload: true };
  }
  const isNews = known.redactedAt === null;
  if (isNews) {
    const outcome = await redactBuyer(tx, store, externalOrderId, receivedAt);
    if (outcome.status === "continued") return { ...outcome, subject };
  }
  const told = await recordOrder(tx, store, order, { change: "updated", receivedAt });
  return isNews ? { status: "processed", subject, dropsPayload: true } : { ...told, dropsPayload: true };
}

function redactBuyer(
  tx: Transaction,
  store: RecordingStore,
  externalOrderId: string,
  receivedAt: Date,
): Promise<Outcome> {
  return handlePrivacyRequest(tx, store, redactionOf(externalOrderId), receivedAt);
}

async function noteUnreachedOrder(
  tx: Transaction,
  store: RecordingStore,
  externalOrderId: string,
  receivedAt: Date,
): Promise<void> {
  const isThere = await tx.order.count({ where: { integrationId: store.integrationId, externalOrderId } });
  if (isThere > 0) await noteUnreached(tx, store, redactionOf(externalOrderId), receivedAt);
}

function redactionOf(externalOrderId: string): StorePrivacyRequest {
  const nobody = { externalCustomerId: null, email: null, phone: null };
  return { kind: "redact_customer", ...nobody, externalOrderIds: [externalOrderId] };
}

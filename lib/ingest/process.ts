import "server-only";
import { forSystem, type Transaction } from "#lib/db/access.ts";
import { applyEvent } from "#lib/ingest/apply.ts";
import { redactedReason } from "#lib/ingest/privacy.ts";
import { log } from "#lib/log.ts";
import type { PaymentKind, StatusMeaning } from "#lib/orders/model.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError, type StoreEvent } from "#lib/platforms/platform.ts";
import { platforms } from "#lib/platforms/registry.ts";
import type { StoreType } from "#lib/stores/model.ts";

const maxAttempts = 10;

/** The reason given for deliveries that are kept, but not processed, because their store is paused. */
export const pausedReason = "This store is paused.";

/** Milliseconds to the next attempt after `attempts` failed ones: half a minute, then doubling up to six hours. */
export function retryDelay(attempts: number): number {
  return Math.min(30_000 * 2 ** attempts, 6 * 3_600_000);
}

/** What came of working a delivery in. */
export interface Outcome {
  status: "processed" | "ignored";
  /** Why it was ignored, or what else there is to say of it. */
  reason?: string;
  /** What the delivery was about, in the store's own ids. */
  subject?: string;
  /** The payload is personal data that was asked to be removed: only the fact of the delivery is kept. */
  dropsPayload?: boolean;
  /** The fields of the payload that were left out because nobody understood them. */
  notUnderstood?: string[];
}

interface Delivery {
  id: string;
  topic: string;
  headers: Record<string, string>;
  payload: Uint8Array;
  receivedAt: Date;
  integrationId: string;
  workspaceId: string;
  userId: string;
  type: StoreType;
  name: string;
  domain: string;
  codGateways: string[];
  paymentMethods: Record<string, PaymentKind>;
  statusMap: Record<string, StatusMeaning>;
  defaultCountry: string | null;
}

/**
 * Works a stored delivery in, all of it or nothing. One that is being worked in elsewhere, or is done, is left alone. A failure
 * is written to the delivery, which is tried again later; this never throws for it.
 */
export async function processDelivery(id: string): Promise<void> {
  try {
    await forSystem(async (tx) => {
      const delivery = await lockDelivery(tx, id);
      if (!delivery) return;
      const outcome = await applyEvent(tx, delivery, readEvent(delivery), delivery.receivedAt);
      await tx.webhookDelivery.update({
        where: { id },
        data: {
          status: outcome.status,
          error: outcome.reason ?? null,
          subject: outcome.subject ?? null,
          notUnderstood: outcome.notUnderstood ?? [],
          ...(outcome.dropsPayload && { payload: Buffer.alloc(0) }),
          processedAt: new Date(),
          nextAttemptAt: null,
          attempts: { increment: 1 },
        },
      });
    });
  } catch (error) {
    await recordFailure(id, error);
  }
}

/** Deliveries that wait for an attempt: failed ones whose time has come, and ones that a crash left behind. */
export async function processWaitingDeliveries(options: { includeFresh?: boolean } = {}): Promise<number> {
  const waiting = await forSystem((tx) =>
    tx.webhookDelivery.findMany({
      where: options.includeFresh
        ? { OR: [{ nextAttemptAt: { lte: new Date() } }, { status: "received" }] }
        : { nextAttemptAt: { lte: new Date() } },
      orderBy: { receivedAt: "asc" },
      take: 500,
      select: { id: true },
    }),
  );
  for (const { id } of waiting) await processDelivery(id);
  return waiting.length;
}

/** Deliveries that were only kept because their store was paused, oldest first, once the store is taken up again. */
export async function processPausedDeliveries(storeId: string): Promise<void> {
  const kept = await forSystem((tx) =>
    tx.webhookDelivery.findMany({
      where: { integrationId: storeId, status: "ignored", error: pausedReason },
      orderBy: { receivedAt: "asc" },
      select: { id: true },
    }),
  );
  await retryDeliveries(kept.map((delivery) => delivery.id));
}

/** Works deliveries in again that failed, or that were only kept; of those whose payload was removed nothing is left to work in. */
export async function retryDeliveries(ids: string[]): Promise<void> {
  await forSystem((tx) =>
    tx.webhookDelivery.updateMany({
      where: { id: { in: ids }, status: { in: ["failed", "ignored"] }, error: { not: redactedReason } },
      data: { status: "received", error: null, nextAttemptAt: new Date() },
    }),
  );
  for (const id of ids) await processDelivery(id);
}

async function lockDelivery(tx: Transaction, id: string): Promise<Delivery | null> {
  const [delivery] = await tx.$queryRaw<Delivery[]>`
    select delivery.id, delivery.topic, delivery.headers, delivery.payload, delivery.received_at as "receivedAt",
      store.id as "integrationId", store.workspace_id as "workspaceId", store.user_id as "userId", store.type, store.name, store.domain,
      store.cod_gateways as "codGateways", store.payment_methods as "paymentMethods", store.status_map as "statusMap",
      store.default_country as "defaultCountry"
    from webhook_deliveries delivery
    join integrations store on store.id = delivery.integration_id
    where delivery.id = ${id}::uuid and delivery.status in ('received', 'failed')
    for update of delivery skip locked`;
  return delivery ?? null;
}

function readEvent(delivery: Delivery): StoreEvent {
  const platform = platforms[delivery.type];
  const body = parseExactly(delivery.payload);
  return platform.readEvent(delivery.topic, new Headers(delivery.headers), body, delivery);
}

async function recordFailure(id: string, error: unknown): Promise<void> {
  const isUnderstood = error instanceof DeliveryError;
  if (isUnderstood) log.warn({ deliveryId: id, reason: error.message }, "a delivery could not be processed");
  else log.error({ deliveryId: id, err: error }, "a delivery could not be processed");
  const reason = isUnderstood ? error.message : "Astra failed to process this delivery; it will try again.";
  try {
    await forSystem(async (tx) => {
      const delivery = await tx.webhookDelivery.findUniqueOrThrow({
        where: { id },
        select: { attempts: true },
      });
      const attempts = delivery.attempts + 1;
      await tx.webhookDelivery.updateMany({
        where: { id, status: { in: ["received", "failed"] } },
        data: {
          status: "failed",
          error: reason,
          attempts,
          nextAttemptAt: attempts < maxAttempts ? new Date(Date.now() + retryDelay(attempts)) : null,
        },
      });
    });
  } catch (failure) {
    // The delivery is stored with a time for its next attempt, so nothing is lost when even this can't be written.
    log.error({ deliveryId: id, err: failure }, "the failure of a delivery could not be written down");
  }
}

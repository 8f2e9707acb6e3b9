import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forSystem } from "#lib/db/access.ts";
import { readBody } from "#lib/http/body.ts";
import { pausedReason, processDelivery, retryDelay } from "#lib/ingest/process.ts";
import { signerOf } from "#lib/ingest/signature.ts";
import { findStores, notePing, noteWrongSignature, type ReceivingStore } from "#lib/ingest/stores.ts";
import { log } from "#lib/log.ts";
import { platforms } from "#lib/platforms/registry.ts";
import { isPing } from "#lib/platforms/woocommerce/platform.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** Shopify gives up after five seconds. Milliseconds. */
const patience = 3_000;
const bodyLimit = 5 * 1024 * 1024;

/** What a store hears: the status is what counts, the word is for people who try it by hand. */
export interface Receipt {
  status: 200 | 401 | 413;
  result: "stored" | "duplicate" | "pong" | "unauthorized" | "too_large";
  /** What is left to be written once the answer is out, so that its time says nothing. */
  afterwards?: () => Promise<void>;
}

/**
 * Receives one webhook: finds the store, verifies the signature over the raw bytes, stores the delivery and works it in.
 * Once stored it is acknowledged, whatever comes of it: what can't be processed now is kept, retried and shown in settings.
 *
 * @throws when the delivery could not be stored; the caller then answers 5xx and the store sends it again
 */
export async function receive(type: StoreType, request: Request): Promise<Receipt> {
  const body = await readBody(request, bodyLimit);
  if (body === null) return { status: 413, result: "too_large" };
  const storeId = new URL(request.url).searchParams.get("store");
  if (type === "woocommerce" && isPing(request.headers, body)) {
    await notePing(storeId);
    return { status: 200, result: "pong" };
  }
  const { store, refusedBy } = await authenticate(type, storeId, request.headers, body);
  if (!store) {
    const afterwards = refusedBy && { afterwards: () => noteWrongSignature(refusedBy.id) };
    return { status: 401, result: "unauthorized", ...afterwards };
  }
  const topic = platforms[type].readHeaders(request.headers).topic ?? "unknown";
  const isWanted = store.isActive || platforms[type].concernsPausedStore(topic);
  const deliveryId = await storeDelivery(store.id, {
    topic,
    dedupeKey: platforms[type].dedupeKey(request.headers, body),
    headers: keptHeaders(request.headers),
    body,
    isWanted,
  });
  if (!deliveryId) return { status: 200, result: "duplicate" };
  if (isWanted) await processWithin(patience, deliveryId);
  return { status: 200, result: "stored" };
}

/** Works a delivery in, but doesn't let the store wait for it for too long: it is stored, and goes on without it. */
async function processWithin(milliseconds: number, deliveryId: string): Promise<void> {
  const impatience = new AbortController();
  const waited = sleep(milliseconds, undefined, { signal: impatience.signal, ref: false }).catch(
    () => undefined,
  );
  await Promise.race([processDelivery(deliveryId), waited]);
  impatience.abort();
}

/**
 * The store that signed these bytes; else the one that they were likely meant for. A stranger can't tell an unknown domain from a wrong
 * signature, neither by the answer nor by the time that it takes.
 */
async function authenticate(
  type: StoreType,
  storeId: string | null,
  headers: Headers,
  body: Buffer,
): Promise<{ store: ReceivingStore | null; refusedBy?: ReceivingStore }> {
  const { domain, signature } = platforms[type].readHeaders(headers);
  if (!domain || !signature) return { store: null };
  const stores = await findStores({ type, domain, storeId });
  const store = signerOf(stores, body, signature);
  const [likeliest] = stores;
  if (store || !likeliest) return { store };
  log.warn({ storeId: likeliest.id }, "a delivery carried a wrong signature");
  return { store, refusedBy: likeliest };
}

/** Headers that say who called and not what for; they are not kept. */
const droppedHeaders = new Set(["authorization", "cookie", "proxy-authorization"]);

function keptHeaders(headers: Headers): string {
  return JSON.stringify(Object.fromEntries([...headers].filter(([name]) => !droppedHeaders.has(name))));
}

interface NewDelivery {
  topic: string;
  dedupeKey: string;
  headers: string;
  body: Buffer;
  /** Whether it is to be processed; the deliveries of a paused store are only kept. */
  isWanted: boolean;
}

/**
 * Writes the delivery down, verbatim. The unique key decides whether it was seen before, so copies that arrive at the same
 * instant are told apart by the database.
 *
 * @returns the new delivery's id, or null for one seen before
 */
async function storeDelivery(storeId: string, delivery: NewDelivery): Promise<string | null> {
  const { topic, dedupeKey, headers, body, isWanted } = delivery;
  const status = isWanted ? "received" : "ignored";
  const error = isWanted ? null : pausedReason;
  const nextAttemptAt = isWanted ? new Date(Date.now() + retryDelay(0)) : null;
  return forSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, error, next_attempt_at)
      values (${storeId}::uuid, ${topic}, ${dedupeKey}, ${headers}::jsonb, ${body}, ${status}, ${error},
        ${nextAttemptAt}::timestamptz)
      on conflict (integration_id, dedupe_key) do nothing
      returning id`;
    // Written at most every ten seconds, so that a burst doesn't queue up for one row; and at once when it ends a wrong signature.
    await tx.$executeRaw`
      update integrations set last_delivery_at = now()
      where id = ${storeId}::uuid and (last_delivery_at is null or last_delivery_at < now() - interval '10 seconds'
        or last_delivery_at < signature_failed_at)`;
    return row?.id ?? null;
  });
}

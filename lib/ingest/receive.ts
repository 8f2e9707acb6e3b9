import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forIngest } from "#lib/base/db/access.ts";
import { type BodyReading, readBody } from "#lib/base/http/body.ts";
import { queueLargeDeliveries } from "#lib/base/jobs/queue.ts";
import { log } from "#lib/base/log.ts";
import { LargeBodies } from "#lib/ingest/large-bodies.ts";
import { isLarge, largestBody, packPayload } from "#lib/ingest/payload.ts";
import { checkSignature } from "#lib/ingest/signature.ts";
import { storeDelivery } from "#lib/ingest/store-delivery.ts";
import { findStores, notePing, noteWrongSignature, type ReceivingStore } from "#lib/ingest/stores.ts";
import { processInTurn } from "#lib/ingest/waiting.ts";
import { platforms } from "#lib/platforms/registry.ts";
import { isPing } from "#lib/platforms/woocommerce/platform.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** Shopify gives up after five seconds. Milliseconds. */
const patience = 3_000;
/** How long a body may take to come. Milliseconds. */
const bodyPatience = 30_000;
/** More than any ping has. Bytes. */
const pingLimit = 64;

/** What a store hears: the status is what counts, the word is for people who try it by hand. */
export interface Receipt {
  status: 200 | 401 | 408 | 413 | 503;
  result: "stored" | "duplicate" | "pong" | "unauthorized" | "too_slow" | "too_large" | "try_again";
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
  const { domain, signature } = platforms[type].readHeaders(request.headers);
  const storeId = new URL(request.url).searchParams.get("store");
  if (!domain || !signature) return type === "woocommerce" ? receivePing(request, storeId) : unauthorized;
  const size = Number(request.headers.get("content-length") ?? 0);
  if (!(await largeBodies.mayCome(domain, size))) return unread.refused;
  const senders = await findStores({ type, domain, storeId });
  return withSignedBody(request, { domain, signature, senders }, (signer, body) =>
    receiveFrom(signer, type, request.headers, body),
  );
}

const unauthorized: Receipt = { status: 401, result: "unauthorized" };

/** WooCommerce's ping is the only request that nobody signed and that is answered. */
async function receivePing(request: Request, storeId: string | null): Promise<Receipt> {
  const body = await readBody(request, { limit: pingLimit, milliseconds: bodyPatience });
  if (typeof body === "string" || !isPing(request.headers, body)) return unauthorized;
  await notePing(storeId);
  return { status: 200, result: "pong" };
}

/** Who a request says that it is from, and who that may be, the likeliest first. */
interface Claim {
  domain: string;
  signature: string;
  senders: ReceivingStore[];
}

const largeBodies = new LargeBodies();

/**
 * Reads the body and hands it on with the store that signed it. A stranger can't tell an unknown domain from a wrong signature, neither by
 * the answer nor by its time: a body that no store can have sent is hashed as it comes, by the same rules as any other, and not kept.
 */
async function withSignedBody(
  request: Request,
  { domain, signature, senders }: Claim,
  receiveBody: (signer: ReceivingStore, body: Buffer) => Promise<Receipt>,
): Promise<Receipt> {
  const check = checkSignature(senders);
  const keeps = senders.length > 0;
  const place = largeBodies.placeFor(domain, keeps);
  const onChunk = (chunk: Uint8Array, size: number) => {
    check.update(chunk);
    return place.admits(size);
  };
  try {
    const body = await readBody(request, { limit: largestBody, milliseconds: bodyPatience, keeps, onChunk });
    if (typeof body === "string") return unread[body];
    const signer = check.signer(signature);
    return signer ? await receiveBody(signer, body) : refuse(senders);
  } finally {
    place.giveBack();
  }
}

const unread: Record<Extract<BodyReading, string>, Receipt> = {
  too_large: { status: 413, result: "too_large" },
  too_slow: { status: 408, result: "too_slow" },
  refused: { status: 503, result: "try_again" },
};

/** The first of the stores is the one that the delivery was likely meant for: its settings say that something is wrong. */
function refuse([likeliest]: ReceivingStore[]): Receipt {
  if (!likeliest) return unauthorized;
  log.warn({ storeId: likeliest.id }, "a delivery carried a wrong signature");
  return { ...unauthorized, afterwards: () => noteWrongSignature(likeliest.id) };
}

async function receiveFrom(
  store: ReceivingStore,
  type: StoreType,
  headers: Headers,
  body: Buffer,
): Promise<Receipt> {
  const topic = platforms[type].readHeaders(headers).topic ?? "unknown";
  const isWanted = store.isActive || platforms[type].concernsPausedStore(topic);
  const isLeftToWorker = isLarge(body);
  const id = await storeDelivery(store.id, {
    topic,
    dedupeKey: platforms[type].dedupeKey(headers, body),
    headers,
    isWanted,
    isLarge: isLeftToWorker,
    ...(await packPayload(body)),
  });
  if (!id) return { status: 200, result: "duplicate" };
  if (isWanted && isLeftToWorker) await forIngest(queueLargeDeliveries);
  else if (isWanted) await processWithin(patience, store.id, id);
  return { status: 200, result: "stored" };
}

/** Works a delivery in, but doesn't let the store wait for it for too long: it is stored, and goes on without it. */
async function processWithin(milliseconds: number, storeId: string, deliveryId: string): Promise<void> {
  const impatience = new AbortController();
  const waited = sleep(milliseconds, undefined, { signal: impatience.signal, ref: false }).catch(
    () => undefined,
  );
  await Promise.race([processInTurn(storeId, deliveryId), waited]);
  impatience.abort();
}

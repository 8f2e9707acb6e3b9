import "server-only";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { forIngest } from "#lib/base/db/access.ts";
import { type BodyReading, readBody } from "#lib/base/http/body.ts";
import { queueLargeDeliveries } from "#lib/base/jobs/queue.ts";
import { LargeBodies } from "#lib/ingest/large-bodies.ts";
import { isLarge, largestBody, packPayload } from "#lib/ingest/payload.ts";
import { longestAtHand, processFresh, readFresh } from "#lib/ingest/process-fresh.ts";
import { noteOtherShop, noteRefusal, noteRemovedSecret } from "#lib/ingest/refusals.ts";
import { checkSignature, type SignatureCheck } from "#lib/ingest/signature.ts";
import { keptHeaders, type StoredDelivery, storeDelivery } from "#lib/ingest/store-delivery.ts";
import {
  type DeliveryOrigin,
  findSenders,
  namedStore,
  notePing,
  noteTurnedAway,
  type ReceivingStore,
  rememberedSenders,
  type SendingStores,
} from "#lib/ingest/stores.ts";
import { isCrowded, isFlooded } from "#lib/ingest/turns.ts";
import { processInTurn } from "#lib/ingest/waiting.ts";
import type { DeliveryHeaders, Platform } from "#lib/platforms/platform.ts";
import { platforms } from "#lib/platforms/registry.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** Platforms give up after a few seconds. Milliseconds. */
const patience = 3_000;
/** How much later a store is answered that sends more than is worked in; Shopify waits for five seconds. Milliseconds. */
const heldBackFor = 4_000;
/** How long a body may take to come. Milliseconds. */
const bodyPatience = 30_000;
/** More than any ping has. Bytes. */
const pingLimit = 64;
/** Longer than it takes to ask anew who may have sent a body. Milliseconds. */
const refusalStep = 25;
/** So often the stores of a delivery may change while it is being received. */
const mostLooks = 3;

/** What a store hears: the status is what counts, the word is for people who try it by hand. */
export interface Receipt {
  status: 200 | 400 | 401 | 408 | 410 | 413 | 503;
  result:
    | "stored"
    | "duplicate"
    | "pong"
    | "unauthorized"
    | "store_removed"
    | "too_slow"
    | "too_large"
    | "broken_off"
    | "try_again";
  /** What is left to be written once the answer is out, so that its time says nothing. */
  afterwards?: () => Promise<void>;
  /** Whether its store sends faster than is worked in; it is answered later, so that its next comes later. */
  isHeldBack?: boolean;
}

/**
 * Receives one webhook: finds the store, verifies the signature over the raw bytes, stores the delivery and works it in.
 * Once stored it is acknowledged, whatever comes of it: what can't be processed now is kept, retried and shown in settings.
 *
 * @param isSample whether Astra itself sends it in the shop's name; no request can say so
 * @throws when the delivery could not be stored; the caller then answers 5xx and the store sends it again
 */
export async function receive(
  type: StoreType,
  request: Request,
  { isSample = false }: { isSample?: boolean } = {},
): Promise<Receipt> {
  const platform = platforms[type];
  const { domain, signature, ...told } = platform.readHeaders(request.headers);
  const storeId = namedStore(new URL(request.url).searchParams.get("store"));
  if (!domain || !signature)
    return platform.isPing ? receivePing(platform.isPing, request, { type, storeId }) : unauthorized;
  const claim = { origin: { type, domain, storeId }, signature, request, isSample };
  const receipt = await withSignedBody(claim, (signed) =>
    receiveSigned(signed, platform, { domain, signature, ...told }, keptHeaders(request.headers)),
  );
  // Only now, when nothing holds the body any more.
  if (receipt.isHeldBack) await sleep(heldBackFor);
  return receipt;
}

const unauthorized: Receipt = { status: 401, result: "unauthorized" };
/** Only whoever signs as the store did hears this. */
const removed: Receipt = { status: 410, result: "store_removed" };

/** A ping is the only request that nobody signed and that is answered. */
async function receivePing(
  isPing: NonNullable<Platform["isPing"]>,
  request: Request,
  store: { type: StoreType; storeId: string | null },
): Promise<Receipt> {
  const body = await readBody(request, { limit: pingLimit, milliseconds: bodyPatience });
  if (typeof body === "string" || !isPing(request.headers, body)) return unauthorized;
  if (store.storeId) await notePing(store.type, store.storeId);
  return { status: 200, result: "pong" };
}

/** Who a request says that it is from. */
interface Claim {
  origin: DeliveryOrigin;
  signature: string;
  request: Request;
  isSample: boolean;
}

/** A body with the store that signed it, and the stores that there were when it was found. */
interface SignedBody {
  claim: Claim;
  body: Buffer;
  signer: ReceivingStore;
  /** Which of its secrets signed. */
  secret: "present" | "previous";
  senders: SendingStores;
}

const largeBodies = new LargeBodies();

/**
 * Reads the body and hands it on with the store that signed it. A stranger can't tell an unknown domain from a wrong signature, neither by
 * the answer nor by its time: a body that no store can have sent is hashed as it comes, by the same rules as any other, and not kept; and what
 * is remembered of stores lets bodies in, but turns none away: neither a stranger's, nor that of a removed store, whose shop may be connected again.
 */
async function withSignedBody(
  claim: Claim,
  receiveBody: (signed: SignedBody) => Promise<Receipt>,
): Promise<Receipt> {
  const senders = await rememberedSenders(claim.origin);
  const sender = { domain: claim.origin.domain, storeIds: senders.stores.map(({ id }) => id) };
  const announced = Number(claim.request.headers.get("content-length") ?? 0);
  if (!(await largeBodies.mayCome(sender, announced))) return turnAway(claim, sender.storeIds);
  const check = checkSignature(senders.stores);
  const keeps = senders.stores.length > 0;
  const place = largeBodies.placeFor(sender);
  const onChunk = (chunk: Uint8Array, size: number) => {
    check.update(chunk);
    return place.admits(size);
  };
  try {
    const reader = { limit: largestBody, milliseconds: bodyPatience, keeps, onChunk };
    const body = await readBody(claim.request, reader);
    if (body === "refused") return turnAway(claim, sender.storeIds);
    if (typeof body === "string") return unread[body];
    const readAt = performance.now();
    const signed = signedBy(check, { claim, body, senders });
    const receiveOf = (found: SignedBody) =>
      place.count(found.signer.id, body.byteLength) ? receiveBody(found) : turnAway(claim, [found.signer.id]);
    if (signed && !(signed.signer.isRemoved && senders.isRemembered)) return await receiveOf(signed);
    const now = senders.isRemembered
      ? await lookAgain(claim, body)
      : { signed: null, stores: senders.stores };
    if (now.signed) return await receiveOf(now.signed);
    await sleep(refusalStep - ((performance.now() - readAt) % refusalStep));
    return refuse(claim, body, now.stores);
  } finally {
    place.giveBack();
  }
}

/** Who signed a body, by the stores as they are now; and these stores. */
async function lookAgain(
  claim: Claim,
  body: Buffer,
): Promise<{ signed: SignedBody | null; stores: ReceivingStore[] }> {
  const senders = await findSenders(claim.origin);
  const check = checkSignature(senders.stores);
  check.update(body);
  return { signed: signedBy(check, { claim, body, senders }), stores: senders.stores };
}

function signedBy(
  check: SignatureCheck<ReceivingStore>,
  read: Pick<SignedBody, "claim" | "body" | "senders">,
): SignedBody | null {
  const found = check.signer(read.claim.signature);
  return found && { ...read, signer: found.sender, secret: found.secret === 0 ? "present" : "previous" };
}

const unread: Record<Exclude<BodyReading, Buffer | "refused">, Receipt> = {
  too_large: { status: 413, result: "too_large" },
  too_slow: { status: 408, result: "too_slow" },
  broken_off: { status: 400, result: "broken_off" },
};

/** Turns a large body away for now. A store that has sent too much of them is told so in its settings; it sent that itself, signed. */
function turnAway({ origin }: Claim, storeIds: string[]): Receipt {
  const receipt: Receipt = { status: 503, result: "try_again" };
  const spent = largeBodies.spentOf(storeIds);
  return spent.length > 0 ? { ...receipt, afterwards: () => noteTurnedAway(origin, spent) } : receipt;
}

/**
 * The first of the stores is the one that the delivery was likely meant for: its settings say that something is wrong, and what. So do those of
 * a store that the address names and that can't be it.
 */
function refuse({ origin, signature }: Claim, body: Buffer, stores: ReceivingStore[]): Receipt {
  const { type, domain, storeId: named } = origin;
  const [likeliest] = stores;
  const other = stores.some(({ id }) => id === named) ? null : named;
  if (!likeliest && !other) return unauthorized;
  const afterwards = async () => {
    if (likeliest) await noteRefusal(type, likeliest.id, { body, signature, domain, named });
    if (other) await noteOtherShop(origin, other);
  };
  return { ...unauthorized, afterwards };
}

async function receiveSigned(
  signed: SignedBody,
  platform: Platform,
  told: DeliveryHeaders,
  headers: Record<string, string>,
): Promise<Receipt> {
  const { body } = signed;
  const topic = told.topic ?? "unknown";
  const receivedAt = new Date();
  const isLeftToWorker = isLarge(body) || (body.byteLength > longestAtHand && isFlooded(signed.signer.id));
  const isWantedBy = (store: ReceivingStore) => store.isActive || platform.concernsPausedStore(topic);
  const freshOf = ({ id }: ReceivingStore) => ({ storeId: id, topic, headers, receivedAt, bytes: body });
  const content = {
    topic,
    dedupeKey: platform.dedupeKey(told, body),
    headers,
    receivedAt,
    isLarge: isLeftToWorker,
    ...(await packPayload(body)),
  };
  const storing = storeFor(signed, isWantedBy, ({ signer, secret, senders, claim }) =>
    storeDelivery({
      ...content,
      storeId: signer.id,
      secret,
      isSample: claim.isSample,
      isWanted: isWantedBy(signer),
      origin: claim.origin,
      state: senders.state,
    }),
  );
  // It is read while the database writes it down: the statement has left by the next turn of the event loop.
  const isReadAtOnce = isWantedBy(signed.signer) && !isLeftToWorker && !isCrowded(signed.signer.id);
  const reading = isReadAtOnce ? nextTurn().then(() => readFresh(freshOf(signed.signer))) : null;
  const stored = await storing;
  if (!stored) return refuse(signed.claim, body, signed.senders.stores);
  const { delivery, signer } = stored;
  if (!delivery)
    return { ...removed, afterwards: () => noteRemovedSecret(signed.claim.origin.type, signer.id) };
  if (delivery.result === "duplicate") return { status: 200, result: "duplicate" };
  if (!isWantedBy(signer)) return acknowledged;
  if (isLeftToWorker) {
    // Of a flood the worker has enough to do; what comes late in it is found within a minute.
    if (isFlooded(signer.id)) return { ...acknowledged, isHeldBack: true };
    await forIngest(queueLargeDeliveries);
    return acknowledged;
  }
  if (isCrowded(signer.id)) return { ...acknowledged, isHeldBack: true };
  const fresh = freshOf(signer);
  const read = await (reading && signer.id === signed.signer.id ? reading : readFresh(fresh));
  await within(
    patience,
    processInTurn(signer.id, () => processFresh(delivery.id, fresh, read)),
  );
  return acknowledged;
}

const acknowledged: Receipt = { status: 200, result: "stored" };

/**
 * Stores a delivery for the store that signed it; when the stores have changed since, for the one that did by what they are now, if any. For a store
 * that was removed only what concerns it all the same is stored.
 *
 * @throws Error when they change again and again
 */
async function storeFor(
  found: SignedBody,
  isWantedBy: (store: ReceivingStore) => boolean,
  store: (signed: SignedBody) => Promise<StoredDelivery>,
): Promise<{ delivery: StoredDelivery | null; signer: ReceivingStore } | null> {
  let signed: SignedBody | null = found;
  for (let look = 1; signed && look <= mostLooks; look++) {
    const { signer } = signed;
    if (signer.isRemoved && !isWantedBy(signer)) return { delivery: null, signer };
    const delivery = await store(signed);
    if (delivery.result !== "changed") return { delivery, signer };
    signed = (await lookAgain(signed.claim, signed.body)).signed;
  }
  if (signed) throw new Error("The stores of a delivery changed while it was being stored.");
  return null;
}

/** Doesn't let a store wait for too long: its delivery is stored, and the work goes on without it. */
async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise: waited, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, waited]).finally(() => clearTimeout(timer));
}

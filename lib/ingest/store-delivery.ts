import "server-only";
import { randomUUID } from "node:crypto";
import { forIngestPlainly } from "#lib/base/db/access.ts";
import type { KeptPayload } from "#lib/ingest/payload.ts";
import { retryDelay } from "#lib/ingest/process.ts";
import { type DeliveryOrigin, namedStore } from "#lib/ingest/stores.ts";
import { Together } from "#lib/ingest/together.ts";
import { writeReason } from "#lib/platforms/reason.ts";
import { addressesOf } from "#lib/stores/model.ts";

/** What a shop says of what it sent. All else is of the way, such as what proxies add of who called. */
const ofShop = /^(x-shopify-|x-wc-|content-|user-agent$|date$|accept)/;
/** What would let others call. */
const ofSigner = /signature|hmac/;

/** Whether a header is kept, and shown. */
export function isKeptHeader(name: string): boolean {
  return ofShop.test(name) && !ofSigner.test(name);
}

/** The headers of a request that are kept. */
export function keptHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => isKeptHeader(name)));
}

/** What came, to be kept. */
export interface NewDelivery extends KeptPayload {
  storeId: string;
  /** Which of the store's secrets signed it. */
  secret: "present" | "previous";
  /** Whether Astra sent it itself in the shop's name, which is no sign of life of the shop. */
  isSample: boolean;
  topic: string;
  dedupeKey: string;
  headers: Record<string, string>;
  receivedAt: Date;
  /** Whether it is to be processed; the deliveries of a paused store are only kept. */
  isWanted: boolean;
  /** Whether it is left to the worker. */
  isLarge: boolean;
  /** Where it says that it comes from, and the stores there when the one that signed was found (`SendingStores.state`). */
  origin: DeliveryOrigin;
  state: string;
}

/** What became of it: "changed": the stores there are not any more as they were, and nothing was stored. */
export interface StoredDelivery {
  id: string;
  result: "stored" | "duplicate" | "changed";
}

/** As many as one statement stores, and as long as a payload may be that others wait for. Bytes. */
const mostTogether = 50;
const longestTogether = 64 * 1024;

const deliveries = new Together<NewDelivery, StoredDelivery>({
  atMost: mostTogether,
  together: store,
});

/**
 * Writes a delivery down; once this answers, it is kept whatever comes. Those that come while others are being written are written together,
 * in one statement and one commit; if that fails, each by itself. The unique key decides whether a delivery was seen before, so copies that
 * arrive at the same instant are told apart by the database.
 */
export function storeDelivery(delivery: NewDelivery): Promise<StoredDelivery> {
  return delivery.payload.byteLength > longestTogether ? storeAlone(delivery) : deliveries.do(delivery);
}

async function storeAlone(delivery: NewDelivery): Promise<StoredDelivery> {
  const [stored] = await store([delivery]);
  return stored as StoredDelivery;
}

async function store(deliveries: readonly NewDelivery[]): Promise<StoredDelivery[]> {
  const rows = asRows(deliveries);
  const payloads = Buffer.concat(deliveries.map(({ payload }) => payload));
  const answers = await forIngestPlainly((tx) =>
    tx.finish<StoredDelivery>({
      text: "select id, result from astra.store_deliveries($1, $2)",
      values: [JSON.stringify(rows), payloads],
    }),
  );
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return rows.map(({ id }) => {
    const answer = byId.get(id);
    if (!answer) throw new Error("The database did not say what became of a delivery.");
    return answer;
  });
}

/** As astra.store_deliveries takes them; the payloads stand one after the other. */
function asRows(deliveries: readonly NewDelivery[]) {
  let end = 0;
  return deliveries.map(({ origin, isWanted, ...delivery }) => {
    const start = end;
    end += delivery.payload.byteLength;
    return {
      id: randomUUID(),
      store_id: delivery.storeId,
      secret: delivery.secret,
      is_sample: delivery.isSample,
      topic: delivery.topic,
      dedupe_key: delivery.dedupeKey,
      headers: delivery.headers,
      received_at: delivery.receivedAt,
      start,
      length: delivery.payload.byteLength,
      encoding: delivery.payloadEncoding,
      is_large: delivery.isLarge,
      status: isWanted ? "received" : "ignored",
      error: isWanted ? null : writeReason({ code: "paused" }),
      next_attempt_at: isWanted ? new Date(Date.now() + retryDelay(0)) : null,
      type: origin.type,
      addresses: addressesOf(origin.domain),
      named: namedStore(origin.storeId),
      state: delivery.state,
    };
  });
}

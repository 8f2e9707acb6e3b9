import "server-only";
import { type Attempt, failAttempt, orderSubject, processDelivery } from "#lib/ingest/process.ts";
import { type ReadableDelivery, readEvent } from "#lib/ingest/read-event.ts";
import { type ReadingStore, readingStore } from "#lib/ingest/reading-store.ts";
import { type OrderToDecide, orderToDecide } from "#lib/ingest/record.ts";
import { tracesOf } from "#lib/ingest/traces.ts";
import { workIn } from "#lib/ingest/work-in.ts";
import { parseExactly } from "#lib/platforms/json.ts";

/** A delivery with its bytes still at hand. */
export interface FreshDelivery extends ReadableDelivery {
  storeId: string;
  bytes: Uint8Array;
}

/** An order as a fresh delivery tells it, and the store by which it was read. */
export interface ReadOrder {
  store: ReadingStore;
  order: OrderToDecide;
  traces: bigint[];
}

/** A longer body keeps the process from all else for as long as it is read; it is read in steps as any other that is stored. Bytes. */
export const longestAtHand = 64 * 1024;
/** So often a store may change while one of its deliveries is being read. */
const mostReadings = 3;

/**
 * Reads the order that a delivery tells of, which may be done while it is being stored. Null for what is rarer or can't be read: who works it
 * in from what is stored does that, or says why not. Never throws.
 */
export async function readFresh(delivery: FreshDelivery): Promise<ReadOrder | null> {
  if (delivery.bytes.byteLength > longestAtHand) return null;
  try {
    const store = await readingStore(delivery.storeId);
    if (!store || store.fault) return null;
    const body = parseExactly(delivery.bytes);
    const event = readEvent(store, delivery, body);
    if (event.kind !== "order") return null;
    const order = orderToDecide(store, event.order, { ...event, receivedAt: delivery.receivedAt });
    return { store, order, traces: tracesOf(delivery.storeId, body) };
  } catch {
    return null;
  }
}

/**
 * Works a delivery in that has just been stored. Of an order, which nearly all are, this takes one read and one write; any other is worked in
 * from what is stored. Never throws for the delivery.
 *
 * @param read what it tells
 */
export async function processFresh(
  id: string,
  delivery: FreshDelivery,
  read: ReadOrder | null,
): Promise<Attempt> {
  let isTaken = false;
  const onTaken = () => {
    isTaken = true;
  };
  try {
    let told = read;
    for (let reading = 1; told && reading <= mostReadings; reading++) {
      const attempt = await workIn({ deliveryId: id, ...told, onTaken });
      if (attempt !== "changed") return attempt;
      told = await readFresh(delivery);
    }
  } catch (error) {
    const subject = read ? orderSubject(read.order.question.externalId) : undefined;
    await failAttempt(id, { isTaken, subject }, error);
    return "done";
  }
  return processDelivery(id);
}

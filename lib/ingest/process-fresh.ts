import "server-only";
import { forIngestPlainly, type PlainTransaction } from "#lib/base/db/access.ts";
import { fromJson, type KnownAsJson, knownStatement } from "#lib/ingest/known.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import { type Attempt, failAttempt, processDelivery } from "#lib/ingest/process.ts";
import { type ReadableDelivery, readEvent } from "#lib/ingest/read-event.ts";
import { isAsKnown, type ReadingStore, readingStore } from "#lib/ingest/reading-store.ts";
import { type OrderToDecide, orderToDecide } from "#lib/ingest/record.ts";
import { tracesOf } from "#lib/ingest/traces.ts";
import { finishStatement, writeOrderStatement } from "#lib/ingest/write.ts";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError, type StoreEvent } from "#lib/platforms/platform.ts";

/** A delivery that has just been stored, with its bytes still at hand. */
export interface FreshDelivery extends ReadableDelivery {
  id: string;
  storeId: string;
  bytes: Uint8Array;
}

/** A longer body keeps the process from all else for as long as it is read; it is read in steps as any other that is stored. Bytes. */
export const longestAtHand = 64 * 1024;
/** So often a store may change while one of its deliveries is being read. */
const mostReadings = 3;

/**
 * Works a delivery in that has just been stored. Of an order, which nearly all are, this takes one read and one write; whatever is rarer, or
 * can't be read, is worked in as any other that is stored. Never throws for the delivery.
 */
export async function processFresh(delivery: FreshDelivery): Promise<Attempt> {
  if (delivery.bytes.byteLength > longestAtHand) return processDelivery(delivery.id);
  let isTaken = false;
  try {
    const body = parseExactly(delivery.bytes);
    for (let reading = 1; reading <= mostReadings; reading++) {
      const store = await readingStore(delivery.storeId);
      if (!store) break;
      const event = readEvent(store, delivery, body);
      if (event.kind !== "order" || store.fault) break;
      const attempt = await workIn(delivery, store, event, body, () => {
        isTaken = true;
      });
      if (attempt !== "changed") return attempt;
    }
  } catch (error) {
    if (isTaken || !(error instanceof DeliveryError)) {
      await failAttempt(delivery.id, isTaken, error);
      return "done";
    }
  }
  return processDelivery(delivery.id);
}

interface TakenUp {
  attempt: "taken" | "busy" | "done";
  store: ReadingStore | null;
  known: KnownAsJson;
}

type OrderEvent = Extract<StoreEvent, { kind: "order" }>;

/** "changed": the store is another than the one by which the delivery was read. */
function workIn(
  delivery: FreshDelivery,
  store: ReadingStore,
  event: OrderEvent,
  body: unknown,
  onTaken: () => void,
): Promise<Attempt | "changed"> {
  const { question, decide } = orderToDecide(store, event.order, {
    ...event,
    receivedAt: delivery.receivedAt,
  });
  const traces = tracesOf(delivery.storeId, body);
  const work = async (tx: PlainTransaction): Promise<Attempt | "changed"> => {
    const [row] = await tx.ask<{ taken: TakenUp }>(takeUpStatement(delivery.id, question));
    if (!row || row.taken.attempt === "done") return "done";
    const { attempt, store: storeNow, known } = row.taken;
    if (attempt === "busy") return "busy";
    if (!isAsKnown(store, storeNow)) return "changed";
    onTaken();
    const { outcome, decided } = await decide(fromJson(known), async (asked) => {
      const [again] = await tx.ask<{ known: KnownAsJson }>(knownStatement(asked));
      if (!again) throw new Error("The database answered nothing.");
      return fromJson(again.known);
    });
    const finished = { ...outcome, status: statusOf(outcome), id: delivery.id, traces };
    await tx.finish(decided ? writeOrderStatement(store, decided, finished) : finishStatement(finished));
    return "done";
  };
  return forIngestPlainly(work);
}

function takeUpStatement(id: string, question: OrderToDecide["question"]) {
  return {
    text: "select astra.take_up_order($1, $2) as taken",
    values: [id, JSON.stringify(question)],
  };
}

/** Of an order all is done at once. */
function statusOf({ status }: Outcome): "processed" | "ignored" {
  return status === "ignored" ? "ignored" : "processed";
}

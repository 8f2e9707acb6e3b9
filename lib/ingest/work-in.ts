import "server-only";
import { forIngestPlainly, type PlainTransaction } from "#lib/base/db/access.ts";
import {
  fromJson,
  type Known,
  type KnownAsJson,
  knownStatement,
  type OrderQuestion,
} from "#lib/ingest/known.ts";
import type { Attempt } from "#lib/ingest/process.ts";
import { isAsKnown, type ReadingStore } from "#lib/ingest/reading-store.ts";
import type { OrderToDecide } from "#lib/ingest/record.ts";
import { Together } from "#lib/ingest/together.ts";
import { type WorkedIn, writeStatement } from "#lib/ingest/write.ts";

/** A stored delivery that tells of an order, ready to be worked in. */
export interface OrderDelivery {
  deliveryId: string;
  /** As it was when the delivery was read. */
  store: ReadingStore;
  order: OrderToDecide;
  traces: bigint[];
  /** Hears that the delivery was taken up by itself: what fails from then on is a failed attempt. */
  onTaken: () => void;
}

/** "changed": the store is another than the one by which the delivery was read. */
export type WorkedInAttempt = Exclude<Attempt, "continued"> | "changed";

/** As many as share a commit: each hears only when all are written. */
const mostTogether = 16;

const deliveries = new Together<OrderDelivery, WorkedInAttempt | "alone">({
  atMost: mostTogether,
  mayJoin: hasOwnLocks,
  together: (some) => forIngestPlainly((tx) => workInTogether(tx, some)),
  alone: () => Promise.resolve("alone"),
});

/**
 * Works a delivery in, in one transaction with those that come at the same time. Whatever keeps it from that, such as another transaction that
 * has the same order or buyer, or an error of one of them, leaves it to a transaction of its own.
 *
 * @throws what went wrong with this delivery
 */
export async function workIn(delivery: OrderDelivery): Promise<WorkedInAttempt> {
  const attempt = await deliveries.do(delivery);
  return attempt === "alone" ? forIngestPlainly((tx) => workInAlone(tx, delivery)) : attempt;
}

/** Orders of one buyer are decided one after the other: the second has to know what became of the first. */
function hasOwnLocks({ order }: OrderDelivery, joined: readonly OrderDelivery[]): boolean {
  const { locks } = order.question;
  return joined.every((other) => !locks.some((lock) => other.order.question.locks.includes(lock)));
}

interface TakenUp {
  attempt: "taken" | "busy" | "done" | "alone";
  store: ReadingStore | null;
  known: KnownAsJson;
}

async function workInTogether(
  tx: PlainTransaction,
  some: readonly OrderDelivery[],
): Promise<(WorkedInAttempt | "alone")[]> {
  const taken = await takeUp(tx, some, false);
  const decided = await Promise.all(some.map((one, index) => decideTogether(one, taken[index] as TakenUp)));
  const workedIn = decided.filter((one) => typeof one === "object");
  if (workedIn.length > 0) await tx.finish(writeStatement(workedIn));
  return decided.map((one) => (typeof one === "object" ? "done" : one));
}

/** An error is this delivery's alone, and so is the question for another order: the others are not to wait for it. */
async function decideTogether(
  delivery: OrderDelivery,
  taken: TakenUp,
): Promise<WorkedIn | WorkedInAttempt | "alone"> {
  try {
    return await decide(delivery, taken, () => Promise.reject(new Error("It has to be read again.")));
  } catch {
    return "alone";
  }
}

async function workInAlone(tx: PlainTransaction, delivery: OrderDelivery): Promise<WorkedInAttempt> {
  const [taken] = await takeUp(tx, [delivery], true);
  if (!taken) throw new Error("The database answered nothing.");
  if (taken.attempt === "taken") delivery.onTaken();
  const decided = await decide(delivery, taken, async (question) => {
    const [row] = await tx.ask<{ known: KnownAsJson }>(knownStatement(question));
    if (!row) throw new Error("The database answered nothing.");
    return fromJson(row.known);
  });
  // Nobody who waits is told to go alone.
  if (typeof decided !== "object") return decided === "alone" ? "busy" : decided;
  await tx.finish(writeStatement([decided]));
  return "done";
}

/** @param waits whether to wait for whoever has their orders and buyers */
async function takeUp(
  tx: PlainTransaction,
  some: readonly OrderDelivery[],
  waits: boolean,
): Promise<TakenUp[]> {
  const asked = some.map(({ deliveryId, order }) => ({ delivery: deliveryId, question: order.question }));
  const [row] = await tx.ask<{ taken: TakenUp[] }>({
    text: "select astra.take_up_orders($1, $2) as taken",
    values: [JSON.stringify(asked), waits],
  });
  if (row?.taken.length !== some.length) throw new Error("The database did not tell of each delivery.");
  return row.taken;
}

async function decide(
  { deliveryId, store, order, traces }: OrderDelivery,
  taken: TakenUp,
  readAgain: (question: OrderQuestion) => Promise<Known>,
): Promise<WorkedIn | WorkedInAttempt | "alone"> {
  if (taken.attempt !== "taken") return taken.attempt;
  if (!isAsKnown(store, taken.store)) return "changed";
  const { outcome, decided } = await order.decide(fromJson(taken.known), readAgain);
  // Of an order all is done at once.
  const status = outcome.status === "ignored" ? "ignored" : "processed";
  return { store, decided, delivery: { ...outcome, status, id: deliveryId, traces } };
}

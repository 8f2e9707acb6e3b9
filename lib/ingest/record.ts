import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { buyerOf } from "#lib/ingest/buyer.ts";
import { type Decision, decideOrder } from "#lib/ingest/decide.ts";
import { type Known, type OrderQuestion, questionOf, readKnown } from "#lib/ingest/known.ts";
import { asAnother, isAnother } from "#lib/ingest/known-order.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import { writeOrder } from "#lib/ingest/write.ts";
import type { OrderChange, StoreOrder } from "#lib/platforms/platform.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** The store that an event came from. */
export interface RecordingStore {
  integrationId: string;
  workspaceId: string;
  /** The store's owner, to whom its new leads are assigned. */
  userId: string;
  type: StoreType;
  name: string;
  domain: string;
  /** Where the store's parcels usually go: for phones of orders that name no country. */
  defaultCountry: string | null;
}

/** What a delivery tells of an order. */
export interface OrderNews {
  change: OrderChange;
  isPartial?: boolean | undefined;
  receivedAt: Date;
}

/** An order that a store tells of: what has to be known of it, and how to decide then what becomes of it. */
export interface OrderToDecide {
  question: OrderQuestion;
  /** @param readAgain for an order that is another than the one whose id it came with */
  decide(known: Known, readAgain: (question: OrderQuestion) => Promise<Known>): Promise<Decision>;
}

/** Reads off what a store tells of an order what has to be known to decide what becomes of it. */
export function orderToDecide(store: RecordingStore, told: StoreOrder, news: OrderNews): OrderToDecide {
  const { buyer, otherPhones } = buyerOf(told, store);
  const order = { ...told, otherPhones };
  const question = questionOf(store, told, buyer, news);
  const subject = `order:${told.externalId}`;
  return {
    question,
    decide: async (known, readAgain) => {
      if (!known.order || !isAnother(known.order, told))
        return decideOrder({ ...news, store, subject, order, buyer, known, isAnother: false });
      const another = asAnother(order);
      const knownAnother = await readAgain({ ...question, externalId: another.externalId });
      return decideOrder({
        ...news,
        store,
        subject,
        order: another,
        buyer,
        known: knownAnother,
        isAnother: true,
      });
    },
  };
}

/**
 * Writes an order as a store tells it: customer, order, items, refunds and lead. One order is written by one transaction at a
 * time, and so is one new customer; news older than what is known changes nothing.
 */
export async function recordOrder(
  tx: Transaction,
  store: RecordingStore,
  told: StoreOrder,
  news: OrderNews,
): Promise<Outcome> {
  const { question, decide } = orderToDecide(store, told, news);
  const read = (asked: OrderQuestion) => readKnown(tx, asked);
  const { outcome, decided } = await decide(await read(question), read);
  if (decided) await writeOrder(tx, store, decided);
  return outcome;
}

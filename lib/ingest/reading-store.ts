import "server-only";
import { forIngestPlainly } from "#lib/base/db/access.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { Remembered } from "#lib/ingest/remembered.ts";
import type { StoreContext } from "#lib/platforms/platform.ts";
import type { StoreFault } from "#lib/stores/model.ts";

/** A store with what its owner says of how its deliveries are to be read. */
export interface ReadingStore extends RecordingStore, Omit<StoreContext, "receivedAt"> {
  fault: StoreFault | null;
}

/**
 * As stores were when they were last asked after. A delivery is read by it before the database is asked; with its order the store is told
 * anew, and one that has changed has the delivery read again (astra.take_up_orders).
 */
const stores = new Remembered<ReadingStore>(1_000);

/** How a store's deliveries are read, by what is known of it; null when there is none. */
export async function readingStore(storeId: string): Promise<ReadingStore | null> {
  const known = stores.get(storeId);
  if (known) return known;
  const [row] = await forIngestPlainly((tx) =>
    tx.finish<{ store: ReadingStore | null }>({
      text: "select astra.reading_store($1) as store",
      values: [storeId],
    }),
  );
  if (row?.store) stores.set(storeId, row.store);
  return row?.store ?? null;
}

/** Whether the store is as it was known to be; else it is from now on known as it is. */
export function isAsKnown(known: ReadingStore, now: ReadingStore | null): boolean {
  if (JSON.stringify(known) === JSON.stringify(now)) return true;
  if (now) stores.set(known.integrationId, now);
  else stores.forget(known.integrationId);
  return false;
}

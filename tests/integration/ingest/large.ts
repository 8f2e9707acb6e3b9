import { processLargeDeliveriesInThread } from "#lib/worker/delivery-thread.ts";

/** Does what the worker does with the large deliveries that wait. */
export function processLarge(): Promise<void> {
  const file = new URL("../../../scripts/delivery-thread.ts", import.meta.url);
  return processLargeDeliveriesInThread(file, new AbortController().signal);
}

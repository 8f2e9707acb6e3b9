/** At most this many deliveries of one store are worked in at a time, so that no store takes all connections; process.ts says it to the database. */
const turnsOfStore = 2;

/**
 * Of a store with so many more that wait, each turn rests for seven times as long as its delivery took: what comes in a flood, however small,
 * may take a quarter of the process's time, and pages the rest. Milliseconds.
 */
const flood = 8;
const restAfter = 7;
const longestRest = 10_000;

/** So many of a store wait in memory, with their bodies; more are left to the worker. */
const mostWaiting = 32;

/** The deliveries of each store that this process works in, and those that wait for their turn. */
const running = new Map<string, number>();
const waiting = new Map<string, (() => void)[]>();

/** Whether more of the store wait than a shop sends that takes orders. */
export function isFlooded(storeId: string): boolean {
  return (waiting.get(storeId)?.length ?? 0) > flood;
}

/** Whether so many of the store wait that no more should. */
export function isCrowded(storeId: string): boolean {
  return (waiting.get(storeId)?.length ?? 0) >= mostWaiting;
}

/** Runs `work` when it is the store's turn, in the order in which it was asked for. */
export async function inTurn<T>(storeId: string, work: () => Promise<T>): Promise<T> {
  if ((running.get(storeId) ?? 0) >= turnsOfStore) {
    await new Promise<void>((resolve) => {
      const queue = waiting.get(storeId) ?? [];
      queue.push(resolve);
      waiting.set(storeId, queue);
    });
  } else {
    running.set(storeId, (running.get(storeId) ?? 0) + 1);
  }
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    if (isFlooded(storeId))
      setTimeout(passOn, Math.min(restAfter * (performance.now() - startedAt), longestRest), storeId);
    else passOn(storeId);
  }
}

/** Gives the turn to whoever waits longest, or back. */
function passOn(storeId: string): void {
  const queue = waiting.get(storeId) ?? [];
  const next = queue.shift();
  if (queue.length === 0) waiting.delete(storeId);
  if (next) {
    next();
    return;
  }
  const left = (running.get(storeId) ?? 1) - 1;
  if (left > 0) running.set(storeId, left);
  else running.delete(storeId);
}

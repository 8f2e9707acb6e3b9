import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { forIngest } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { queueLargeDeliveries, queueWaitingDeliveries } from "#lib/base/jobs/queue.ts";
import { type Attempt, processDelivery } from "#lib/ingest/process.ts";
import { inTurn, isCrowded } from "#lib/ingest/turns.ts";
import { keptForms } from "#lib/platforms/reason.ts";

// Deliveries that are stored and wait: for their store's turn, for the time of their next attempt, for the worker, or for their store to
// be taken up again.

/** Whoever waits longer is left to the worker, whose time to try it comes. Milliseconds. */
const longestWait = 25_000;
const pauseWhileBusy = 100;

/** So many of one store at once are no shop that takes orders; the rest after each of them is so many times as long as it took. */
const flood = 20;
const restOfFlood = 3;
const restOfLarge = 4;
const longestRest = 60_000;
/** How long one round goes on. Milliseconds. */
const longestRun = 50_000;
/** So often is looked for the large deliveries of others while those of one store rest. Milliseconds. */
const pauseWhileResting = 500;

/**
 * Works a delivery in when it is its store's turn; what waits too long, and what comes while too many wait, is left as it was stored.
 *
 * @param process works it in
 */
export async function processInTurn(storeId: string, process: () => Promise<Attempt>): Promise<void> {
  if (isCrowded(storeId)) return;
  const until = Date.now() + longestWait;
  await inTurn(storeId, async () => {
    let result = await process();
    while (result !== "done" && Date.now() < until) {
      // Another process has the store's turns.
      if (result === "busy") await sleep(pauseWhileBusy);
      result = await process();
    }
  });
}

/**
 * Works in what waits for an attempt: failed deliveries whose time has come, and ones that a crash left behind. The stores take turns, so
 * that none waits for all that another has sent; of one that has sent very many the database rests after each. What is left when a minute is
 * nearly over waits for the next.
 */
export async function processWaitingDeliveries(options: { includeFresh?: boolean } = {}): Promise<number> {
  const includesFresh = options.includeFresh ?? false;
  const waiting = await forIngest(
    (tx) => tx.$queryRaw<{ id: string; isOfFlood: boolean }[]>`
      select id, waiting > ${flood} as "isOfFlood" from (
        select id, received_at, row_number() over (partition by integration_id order by received_at) as position,
          count(*) over (partition by integration_id) as waiting
        from webhook_deliveries
        where not is_large and (next_attempt_at <= now() or ${includesFresh} and status = 'received')
      ) delivery
      order by position, received_at limit 500`,
  );
  const until = Date.now() + longestRun;
  let processed = 0;
  for (const { id, isOfFlood } of waiting) {
    if (Date.now() > until) break;
    const startedAt = performance.now();
    let result = await processDelivery(id);
    while (result === "continued") result = await processDelivery(id);
    processed += 1;
    if (isOfFlood && result === "done") await sleep(restOfFlood * (performance.now() - startedAt));
  }
  return processed;
}

/**
 * Works in the large deliveries that wait, the oldest of each store, until there are none. A store whose delivery took long rests four times
 * as long before its next, however many it sends: the database has the rest of its time for pages.
 *
 * @param process works one in; it would keep the process from all else, so the worker has a thread for it
 */
export async function processLargeDeliveries(
  process: typeof processDelivery,
  signal?: AbortSignal,
): Promise<void> {
  const restsUntil = new Map<string, number>();
  while (!signal?.aborted) {
    const oldest = await oldestLargeDeliveries();
    const rested = oldest.filter(({ storeId }) => Date.now() >= (restsUntil.get(storeId) ?? 0));
    let isAnyDone = false;
    for (const { id, storeId } of rested) {
      if (signal?.aborted) return;
      const startedAt = Date.now();
      if ((await process(id)) === "busy") continue;
      isAnyDone = true;
      const rest = restOfLarge * (Date.now() - startedAt);
      restsUntil.set(storeId, Date.now() + Math.min(rest, longestRest));
    }
    if (isAnyDone) continue;
    if (rested.length === oldest.length) return;
    await sleep(pauseWhileResting);
  }
}

async function oldestLargeDeliveries(): Promise<{ id: string; storeId: string }[]> {
  return forIngest(
    (tx) => tx.$queryRaw<{ id: string; storeId: string }[]>`
      select distinct on (integration_id) id, integration_id as "storeId" from webhook_deliveries
      where is_large and next_attempt_at is not null and (next_attempt_at <= now() or status = 'received')
      order by integration_id, received_at`,
  );
}

/** Works in deliveries that were only kept because their store was paused, oldest first, once the store is taken up again. */
export async function processPausedDeliveries(storeId: string): Promise<void> {
  const kept = await forIngest((tx) =>
    tx.webhookDelivery.findMany({
      where: { integrationId: storeId, status: "ignored", error: { in: keptForms("paused") } },
      orderBy: { receivedAt: "asc" },
      select: { id: true },
    }),
  );
  await retryDeliveries(kept.map((delivery) => delivery.id));
}

/**
 * Works deliveries in again that failed, or that were only kept; of those whose payload was removed nothing is left to work in. Large ones
 * are left to the worker.
 */
export async function retryDeliveries(ids: string[]): Promise<void> {
  const retried = await forIngest(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; storeId: string; isLarge: boolean }[]>`
      update webhook_deliveries set status = 'received', error = null, next_attempt_at = now()
      where id = any (${ids}::uuid[]) and status in ('failed', 'ignored') and payload <> '' and error <> all (${keptForms("redacted")}::text[])
      returning id, integration_id as "storeId", is_large as "isLarge"`;
    if (rows.some(({ isLarge }) => isLarge)) await queueLargeDeliveries(tx);
    return new Map(rows.map((row) => [row.id, row]));
  });
  for (const id of ids) {
    const delivery = retried.get(id);
    if (delivery && !delivery.isLarge) await processInTurn(delivery.storeId, () => processDelivery(id));
  }
}

/** So many at most are put up at once: what is left stays failed, to be asked for again. */
export const mostRetries = 1_000;

/** Which failed deliveries are to be worked in again: these, or all of some stores. */
export type FailedDeliveries = { ids: string[] } | { storeIds: string[] };

/**
 * Puts failed deliveries up to be worked in again by the worker, the oldest first. Of two who ask at once each puts up what the other did not.
 *
 * @returns how many
 */
export async function queueRetries(failed: FailedDeliveries): Promise<number> {
  const asked =
    "ids" in failed
      ? Prisma.sql`id = any (${failed.ids}::uuid[])`
      : Prisma.sql`integration_id = any (${failed.storeIds}::uuid[])`;
  return forIngest(async (tx) => {
    const retried = await tx.$queryRaw<{ isLarge: boolean }[]>`
      update webhook_deliveries set status = 'received', error = null, next_attempt_at = now()
      where id in (
        select id from webhook_deliveries where ${asked} and status = 'failed' and payload <> ''
        order by received_at limit ${mostRetries} for update skip locked
      ) returning is_large as "isLarge"`;
    if (retried.some(({ isLarge }) => isLarge)) await queueLargeDeliveries(tx);
    if (retried.some(({ isLarge }) => !isLarge)) await queueWaitingDeliveries(tx);
    return retried.length;
  });
}

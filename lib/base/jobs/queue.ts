import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";

/** Has the worker look soon at the large deliveries that wait, to be worked in or to be looked through, if there are any. */
export async function queueLargeDeliveries(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job('process-large-deliveries', queue_name := 'large-deliveries',
      job_key := 'process-large-deliveries')
    where exists (select from webhook_deliveries where is_large and next_attempt_at is not null)
      or exists (select from webhook_deliveries where is_large and traces is null and payload <> '')`;
}

/** Has the worker look at once at the deliveries that wait for an attempt, and not only with the next minute. */
export async function queueWaitingDeliveries(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job('process-waiting-deliveries', job_key := 'process-waiting-deliveries-now')`;
}

import "server-only";
import { storeForIngest } from "#lib/base/db/access.ts";
import type { KeptPayload } from "#lib/ingest/payload.ts";
import { pausedReason, retryDelay } from "#lib/ingest/process.ts";

/** Headers that say who called and not what for, and what would let others call; they are not kept. */
const droppedHeaders = /^(authorization|cookie|proxy-authorization)$|signature|hmac/;

function keptHeaders(headers: Headers): string {
  return JSON.stringify(Object.fromEntries([...headers].filter(([name]) => !droppedHeaders.test(name))));
}

/** What came, to be kept. */
export interface NewDelivery extends KeptPayload {
  topic: string;
  dedupeKey: string;
  headers: Headers;
  /** Whether it is to be processed; the deliveries of a paused store are only kept. */
  isWanted: boolean;
  /** Whether it is left to the worker. */
  isLarge: boolean;
}

/**
 * Writes the delivery down. The unique key decides whether it was seen before, so copies that arrive at the same instant are told apart
 * by the database.
 *
 * @returns the new delivery's id, or null for one seen before
 */
export async function storeDelivery(storeId: string, delivery: NewDelivery): Promise<string | null> {
  const { isWanted } = delivery;
  // The store's sign of life is written at most every ten seconds, so that a burst doesn't queue up for one row.
  const [row] = await storeForIngest<{ id: string }>(
    `with store as (
       update integrations set last_delivery_at = now()
       where id = $1 and (last_delivery_at is null or last_delivery_at < now() - interval '10 seconds'
         or last_delivery_at < signature_failed_at)
     )
     insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, payload_encoding, is_large, status, error,
       next_attempt_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (integration_id, dedupe_key) do nothing
     returning id`,
    [
      storeId,
      delivery.topic,
      delivery.dedupeKey,
      keptHeaders(delivery.headers),
      delivery.payload,
      delivery.payloadEncoding,
      delivery.isLarge,
      isWanted ? "received" : "ignored",
      isWanted ? null : pausedReason,
      isWanted ? new Date(Date.now() + retryDelay(0)) : null,
    ],
  );
  return row?.id ?? null;
}

import { type Receipt, receive } from "#lib/ingest/receive.ts";
import { bytesOf, type HeaderChanges, platformHeaders } from "#tests/integration/ingest/delivery.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import type { Store } from "#tests/support/stores.ts";

/** Has the pipeline receive a delivery, rightly signed, in the test's own process. */
export function receiveFrom(
  store: Store,
  topic: string,
  body: object | string | Buffer,
  changes: HeaderChanges = {},
): Promise<Receipt> {
  const bytes = bytesOf(body);
  const headers = { ...platformHeaders(store, topic, bytes), ...changes };
  const sent = Object.entries(headers).filter((header): header is [string, string] => header[1] !== null);
  return receive(store.type, requestWith(Object.fromEntries(sent), bytes));
}

/** A webhook request as a route handler gets it: the body is a stream. */
export function requestWith(headers: Record<string, string>, body: Uint8Array | ReadableStream): Request {
  const stream = body instanceof ReadableStream ? body : new Blob([new Uint8Array(body)]).stream();
  return new Request("http://127.0.0.1/api/webhooks", {
    method: "POST",
    headers,
    body: stream,
    duplex: "half",
  } as RequestInit);
}

/** How the deliveries of a store stand, in the order in which they came. */
export function standingOf(
  store: Store,
): Promise<{ status: string; attempts: number; error: string | null }[]> {
  return asOwner<{ status: string; attempts: number; error: string | null } & Row>(
    "select status, attempts, error from webhook_deliveries where integration_id = $1 order by received_at, id",
    [store.id],
  );
}

import { forIngest } from "#lib/base/db/access.ts";
import { receive } from "#lib/ingest/receive.ts";
import { payload, payloadHeaders } from "#tests/fixtures/payloads.ts";
import {
  type Answer,
  bytesOf,
  type HeaderChanges,
  platformHeaders,
} from "#tests/integration/ingest/delivery.ts";
import type { Store } from "#tests/support/stores.ts";

let ready: Promise<void> | undefined;

/** The first transaction of a process takes its time, for which the reception of a running app keeps no store waiting. */
function firstTransaction(): Promise<void> {
  return forIngest(async () => undefined);
}

/**
 * Hands a rightly signed delivery to the reception as a request would, without a server between.
 *
 * @throws Error when it was not taken
 */
export async function deliverHere(
  store: Store,
  topic: string,
  body: object | string | Buffer,
  changes: HeaderChanges = {},
): Promise<Answer> {
  const bytes = bytesOf(body);
  const headers = Object.entries({ ...platformHeaders(store, topic, bytes), ...changes }).filter(
    (header): header is [string, string] => header[1] !== null,
  );
  const request = new Request("http://localhost/", { method: "POST", headers, body: new Uint8Array(bytes) });
  ready ??= firstTransaction();
  await ready;
  const { status, result } = await receive(store.type, request);
  if (result !== "stored" && result !== "duplicate")
    throw new Error(`The delivery was not taken: ${result}.`);
  return { status, result };
}

/** Delivers a sample payload under the topic that was captured with it, or another. */
export async function deliverSample(store: Store, file: string, topic?: string): Promise<void> {
  const headers = new Headers(payloadHeaders(`${file}.json`));
  const captured = headers.get("x-shopify-topic") ?? headers.get("x-wc-webhook-topic");
  const called = topic ?? captured;
  if (!called) throw new Error(`No topic was captured with ${file}.`);
  await deliverHere(store, called, payload(`${file}.json`));
}

import { setTimeout as sleep } from "node:timers/promises";
import { receive } from "#lib/ingest/receive.ts";
import { payload, payloadHeaders } from "#tests/fixtures/payloads.ts";
import {
  type Answer,
  bytesOf,
  type HeaderChanges,
  platformHeaders,
} from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import type { Store } from "#tests/support/stores.ts";

/**
 * Hands a delivery that `store` signs to the reception as a request would, without a server between. What is left to be written once the
 * answer is out is written.
 *
 * @param names the store that the address names
 */
export async function receiveHere(
  store: Store,
  topic: string,
  body: object | string | Buffer,
  { names, ...changes }: HeaderChanges & { names?: string } = {},
): Promise<Answer> {
  const bytes = bytesOf(body);
  const headers = Object.entries({ ...platformHeaders(store, topic, bytes), ...changes }).filter(
    (header): header is [string, string] => header[1] !== null,
  );
  const address = names ? `http://localhost/?store=${names}` : "http://localhost/";
  const request = new Request(address, { method: "POST", headers, body: new Uint8Array(bytes) });
  const { status, result, afterwards } = await receive(store.type, request);
  await afterwards?.();
  return { status, result };
}

/**
 * The same for one that is taken, until it is worked in.
 *
 * @throws Error when it was not taken
 */
export async function deliverHere(
  store: Store,
  topic: string,
  body: object | string | Buffer,
  changes: HeaderChanges = {},
): Promise<Answer> {
  const answer = await receiveHere(store, topic, body, changes);
  if (answer.result !== "stored" && answer.result !== "duplicate")
    throw new Error(`The delivery was not taken: ${answer.result}.`);
  await workedIn(store);
  return answer;
}

/** A store is kept waiting for three seconds at most, which on a busy machine may be too short for what a test looks at next. */
async function workedIn(store: Store): Promise<void> {
  const waiting = () =>
    asOwner(
      "select 1 from webhook_deliveries where integration_id = $1 and status = 'received' and not is_large and attempts = 0",
      [store.id],
    );
  for (let checks = 0; checks < 200 && (await waiting()).length > 0; checks++) await sleep(50);
}

/** Delivers a sample payload under the topic that was captured with it, or another. */
export async function deliverSample(store: Store, file: string, topic?: string): Promise<void> {
  const headers = new Headers(payloadHeaders(`${file}.json`));
  const captured = headers.get("x-shopify-topic") ?? headers.get("x-wc-webhook-topic");
  const called = topic ?? captured;
  if (!called) throw new Error(`No topic was captured with ${file}.`);
  await deliverHere(store, called, payload(`${file}.json`));
}

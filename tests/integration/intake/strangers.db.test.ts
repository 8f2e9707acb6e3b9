import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { type Receipt, receive } from "#lib/ingest/receive.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { bytesOf, platformHeaders } from "#tests/integration/ingest/delivery.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person, randomName } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { receiveFrom, requestWith } from "./received.ts";

let seller: Person;

beforeAll(async () => {
  seller = await createAccount();
});
afterAll(disconnect);

const openStore = async () => (await openShop({ seller })).store;
const nobody = (): Store => ({
  id: "",
  type: "shopify",
  domain: `${randomName()}.myshopify.com`,
  secret: "?",
});

/** A request whose body comes only when it is asked for, and ends when it is told to. */
interface Sending {
  answer: Promise<Receipt>;
  /** Bytes that were taken so far. */
  read: () => number;
  finish: () => void;
}

const chunk = 64 * 1024;

/** Sends a body of `size` bytes from a store, and keeps its end back until `finish`. */
function sendSlowly(store: Store, size: number, headers?: Record<string, string>): Sending {
  const body = Buffer.alloc(size, " ");
  let read = 0;
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (read >= size) {
          await finished;
          controller.close();
          return;
        }
        const next = body.subarray(read, read + chunk);
        read += next.length;
        controller.enqueue(next);
      },
    },
    { highWaterMark: 0 },
  );
  const request = requestWith(headers ?? platformHeaders(store, "orders/create", body), stream);
  return { answer: receive("shopify", request), read: () => read, finish };
}

/** What a request is answered that is not let wait, or null. */
function answerNow(sending: Sending): Promise<Receipt | null> {
  return Promise.race([sending.answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), 300))]);
}

const large = 300 * 1024;
const unauthorized = { status: 401, result: "unauthorized" };
const crowded = { status: 503, result: "try_again" };

test("the body of a request that names no shop or has no signature is not read", async () => {
  const store = await openStore();
  const whole = platformHeaders(store, "orders/create", Buffer.from("{}"));
  for (const missing of ["X-Shopify-Shop-Domain", "X-Shopify-Hmac-Sha256"]) {
    const { [missing]: _, ...headers } = whole;
    const sending = sendSlowly(store, large, headers);
    expect(await answerNow(sending)).toEqual(unauthorized);
    expect(sending.read()).toBe(0);
  }
});

test("a body is read to its end from an unknown shop as from a known one with a wrong signature", async () => {
  for (const store of [nobody(), { ...(await openStore()), secret: "wrong" }]) {
    const sending = sendSlowly(store, large);
    await until("all but its end to be read", () => sending.read() === large);
    expect(await answerNow(sending)).toBeNull();
    sending.finish();
    expect(await sending.answer).toMatchObject(unauthorized);
  }
});

async function hold(stores: Store[], count: number): Promise<Sending[]> {
  const held = stores.flatMap((store) => Array.from({ length: count }, () => sendSlowly(store, large)));
  await until("them to be read", () => held.every(({ read }) => read() === large));
  for (const answer of await Promise.all(held.map(answerNow))) expect(answer).toBeNull();
  return held;
}

async function release(held: Sending[]): Promise<void> {
  for (const sending of held) sending.finish();
  await Promise.all(held.map(({ answer }) => answer));
}

test("large bodies are held sixteen at a time in all; those of unknown shops are not held", async () => {
  const strangers = await hold(Array.from({ length: 9 }, nobody), 2);
  const stores = await Promise.all(Array.from({ length: 9 }, openStore));
  const held = await hold(stores.slice(0, 8), 2);
  const [last] = stores.slice(8);
  expect(await sendSlowly(last as Store, large).answer).toEqual(crowded);
  expect(await receiveFrom(last as Store, "orders/create", shopifyOrder())).toEqual({
    status: 200,
    result: "stored",
  });
  await release([...held, ...strangers]);
  const note = "x".repeat(large);
  expect(
    (await receiveFrom(last as Store, "orders/create", bytesOf(shopifyOrder({ id: 2, note })))).status,
  ).toBe(200);
}, 60_000);

// Whoever is kept waiting waits for seconds: those who take few places wait beside each other.

describe.concurrent("large bodies", () => {
  test.for([
    ["unknown", async () => nobody()],
    ["known", openStore],
  ] as const)(
    "are taken two at a time of one shop, %s; its small ones, and other shops, are not kept waiting",
    { timeout: 60_000 },
    async ([, open]) => {
      const [shop, other] = [await open(), await open()];
      const held = await hold([shop], 2);
      expect(await sendSlowly(shop, large).answer).toEqual(crowded);
      const small = sendSlowly(shop, 10 * 1024);
      small.finish();
      expect((await small.answer).status).not.toBe(503);
      held.push(...(await hold([other], 1)));
      await release(held);
      await release(await hold([shop], 2));
    },
  );

  test("wait for a place that becomes free, and come from one shop no more often than two in a second", async () => {
    const shop = nobody();
    const held = await hold([shop], 2);
    const third = sendSlowly(shop, 2 * large);
    expect(await answerNow(third)).toBeNull();
    expect(third.read()).toBeLessThan(2 * large);
    const releasedAt = Date.now();
    for (const sending of held) sending.finish();
    await until("the third to be read", () => third.read() === 2 * large);
    expect(Date.now() - releasedAt).toBeGreaterThan(900);
    await release([third]);
  });
});

describe.concurrent("a store's large bodies", () => {
  // No other file is to work them in.
  afterAll(() =>
    asOwner(
      "update webhook_deliveries set status = 'ignored', next_attempt_at = null, payload = '' where is_large",
    ),
  );

  const longest = Buffer.alloc(5 * 1024 * 1024, " ");

  /** Sends so many of the largest, and again what is turned away for want of a place. */
  function sendLargest(store: Store, count: number): Promise<Receipt[]> {
    const sendInTime = async (): Promise<Receipt> => {
      const headers = { "X-Shopify-Webhook-Id": randomUUID() };
      const receipt = await receiveFrom(store, "orders/create", longest, headers);
      return receipt.status === 503 ? sendInTime() : receipt;
    };
    return Promise.all(Array.from({ length: count }, sendInTime));
  }

  const signsOf = async (store: Store) =>
    (
      await asOwner("select turned_away_at is not null as told from integrations where id = $1", [store.id])
    )[0];

  test("are 30 MB and half a megabyte each second; then they are turned away unread, and the store is told", async () => {
    const [store, other] = [await openStore(), await openStore()];
    for (const receipt of await sendLargest(store, 7))
      expect(receipt).toEqual({ status: 200, result: "stored" });
    // What comes back while they wait is enough for one or two of them.
    const late = Array.from({ length: 6 }, () => sendSlowly(store, longest.length));
    for (const { finish } of late) finish();
    const receipts = await Promise.all(late.map(({ answer }) => answer));
    const turnedAway = late.filter((_, index) => receipts[index]?.status === crowded.status);
    expect(turnedAway.length).toBeGreaterThan(2);
    // Of one that does not say how long it is, no more is read than tells that it is large.
    for (const { read } of turnedAway) expect(read()).toBeLessThan(512 * 1024);
    await Promise.all(receipts.map((receipt) => receipt.afterwards?.()));
    expect(await signsOf(store)).toEqual({ told: true });
    expect((await sendLargest(other, 1))[0]).toEqual({ status: 200, result: "stored" });
    expect((await receiveFrom(store, "orders/create", shopifyOrder())).status).toBe(200);
    expect(await signsOf(other)).toEqual({ told: false });
  }, 60_000);

  test("are none of another's who names the same shop, with a wrong secret or with one of a store of the own", async () => {
    const [store, same] = [await openStore(), await openStore()];
    await asOwner("update integrations set domain = $2 where id = $1", [same.id, store.domain]);
    const namesake = { ...same, domain: store.domain };
    await sendLargest({ ...store, secret: "wrong" }, 7);
    await sendLargest(namesake, 7);
    expect((await receiveFrom(namesake, "orders/create", longest)).status).toBe(503);
    expect((await sendLargest(store, 1))[0]).toEqual({ status: 200, result: "stored" });
  }, 60_000);

  test("are let in of a store that came to a domain whose other store has sent too much", async () => {
    const [store, earlier] = [await openStore(), await openStore()];
    await sendLargest(earlier, 7);
    await asOwner("update integrations set domain = $2 where id = $1", [store.id, earlier.domain]);
    const newcomer = { ...store, domain: earlier.domain };
    await (await sendSlowly(newcomer, longest.length).answer).afterwards?.();
    expect((await sendLargest(newcomer, 1))[0]).toEqual({ status: 200, result: "stored" });
  }, 60_000);
});

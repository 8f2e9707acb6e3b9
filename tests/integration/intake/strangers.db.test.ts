import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { type Receipt, receive } from "#lib/ingest/receive.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { bytesOf, platformHeaders } from "#tests/integration/ingest/delivery.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { until } from "#tests/integration/resilience/until.ts";
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

describe("large bodies", () => {
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

  test("are taken four at a time of one shop, known or not; its small ones, and other shops, are not kept waiting", async () => {
    for (const [shop, other] of [
      [nobody(), nobody()],
      [await openStore(), await openStore()],
    ] as const) {
      const held = await hold([shop], 4);
      expect(await sendSlowly(shop, large).answer).toEqual(crowded);
      const small = sendSlowly(shop, 10 * 1024);
      small.finish();
      expect((await small.answer).status).not.toBe(503);
      held.push(...(await hold([other], 1)));
      await release(held);
      await release(await hold([shop], 4));
    }
  });

  test("wait for a place that becomes free, and come from one shop no more often than four in a second", async () => {
    const shop = nobody();
    const held = await hold([shop], 4);
    const fifth = sendSlowly(shop, 2 * large);
    expect(await answerNow(fifth)).toBeNull();
    expect(fifth.read()).toBeLessThan(2 * large);
    const releasedAt = Date.now();
    for (const sending of held) sending.finish();
    await until("the fifth to be read", () => fifth.read() === 2 * large);
    expect(Date.now() - releasedAt).toBeGreaterThan(900);
    await release([fifth]);
  });

  test("are held sixteen at a time in all; those of unknown shops are not held", async () => {
    const strangers = await hold([nobody(), nobody(), nobody(), nobody(), nobody()], 4);
    const stores = await Promise.all(Array.from({ length: 5 }, openStore));
    const held = await hold(stores.slice(0, 4), 4);
    const [last] = stores.slice(4);
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
  });
});

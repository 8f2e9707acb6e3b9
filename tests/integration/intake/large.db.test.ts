import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { processLarge } from "#tests/integration/ingest/large.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { receiveFrom, standingOf } from "./received.ts";

let seller: Person;
let store: Store;

beforeAll(async () => {
  seller = await createAccount();
});
beforeEach(async () => {
  ({ store } = await openShop({ seller }));
});
afterAll(disconnect);

/** An order whose list of numbers makes it as long as a body may be. */
function numbers(size: number): Buffer {
  const order = JSON.stringify(shopifyOrder({ numbers: 0 }));
  return Buffer.from(
    order.replace('"numbers":0', `"numbers":[${"1,".repeat((size - order.length - 10) / 2)}1]`),
  );
}

function linesOf(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Lamp ${index + 1}`,
    quantity: 1,
    price: "1.00",
  }));
}

/** What the process may do at a time, in milliseconds. */
const longest = 50;

/**
 * The longest time, in milliseconds, in which the process did nothing else while `work` ran: the least of several attempts, since other work
 * of the machine only adds to it. One that is short enough proves it.
 */
async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 15 && least >= longest; attempt++)
    least = Math.min(least, await delayDuring(work));
  return least;
}

async function delayDuring(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(20);
  delay.reset();
  await work();
  await sleep(20);
  delay.disable();
  return delay.max / 1e6;
}

describe("a body of 5 MB", () => {
  test("of numbers keeps the process from nothing for more than 50 ms", async () => {
    const body = numbers(5 * 1024 * 1024);
    const stores = await Promise.all(
      Array.from({ length: 15 }, async () => (await openShop({ seller })).store),
    );
    for (const one of stores) await receiveFrom(one, "orders/create", shopifyOrder({ id: 1 }));
    const receiveNext = async () => {
      const receipt = await receiveFrom(stores.pop() as Store, "orders/create", body);
      expect(receipt).toEqual({ status: 200, result: "stored" });
    };
    expect(await longestDelay(receiveNext)).toBeLessThan(longest);
  });

  test("is stored at once, and worked in by the worker, in a thread of its own", async () => {
    const body = numbers(5 * 1024 * 1024);
    expect(await receiveFrom(store, "orders/create", body)).toEqual({ status: 200, result: "stored" });
    expect(await standingOf(store)).toEqual([{ status: "received", attempts: 0, error: null }]);
    expect(
      await asOwner(
        "select 1 as one from graphile_worker.jobs where task_identifier = 'process-large-deliveries'",
      ),
    ).toEqual([{ one: 1 }]);
    expect(await delayDuring(processLarge)).toBeLessThan(1_000);
    expect(await standingOf(store)).toEqual([{ status: "processed", attempts: 1, error: null }]);
  }, 120_000);
});

test.each([
  ["few bytes and many numbers", () => numbers(300_000)],
  [
    "many bytes and few numbers",
    () => Buffer.from(JSON.stringify(shopifyOrder({ note: "x".repeat(600_000) }))),
  ],
])("a body of %s is left to the worker", async (_, body) => {
  await receiveFrom(store, "orders/create", body());
  expect(await standingOf(store)).toMatchObject([{ status: "received" }]);
  await processLarge();
  expect(await standingOf(store)).toMatchObject([{ status: "processed" }]);
});

test("the largest body that is worked in at once takes less than 50 ms of the process at a time", async () => {
  await receiveFrom(store, "orders/create", shopifyOrder({ id: 1 }));
  const worst = Buffer.from(
    JSON.stringify(shopifyOrder({ id: 2, line_items: linesOf(2_400), note: "x".repeat(5_000) })),
  );
  expect(await longestDelay(() => receiveFrom(store, "orders/create", worst))).toBeLessThan(longest);
  expect((await standingOf(store))[1]).toMatchObject({ status: "processed" });
});

test("an order of 60,000 lines is kept with all of them", async () => {
  await receiveFrom(store, "orders/create", shopifyOrder({ line_items: linesOf(60_000) }));
  await processLarge();
  expect(await standingOf(store)).toMatchObject([{ status: "processed", error: null }]);
  expect(
    await asOwner(
      "select count(*)::int as lines from order_items item join orders on orders.id = order_id where integration_id = $1",
      [store.id],
    ),
  ).toEqual([{ lines: 60_000 }]);
}, 120_000);

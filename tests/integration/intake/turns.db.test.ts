import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { disconnect } from "#lib/base/db/client.ts";
import { orderLock } from "#lib/ingest/known.ts";
import { processLargeDeliveries, processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { bytesOf } from "#tests/integration/ingest/delivery.ts";
import { processLarge } from "#tests/integration/ingest/large.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner, loopbackOnly, type Row } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { receiveFrom, standingOf } from "./received.ts";

let seller: Person;

beforeAll(async () => {
  seller = await createAccount();
});
afterAll(disconnect);

const workspaces = new Map<string, string>();
const openStore = async () => {
  const { store, workspace } = await openShop({ seller });
  workspaces.set(store.id, workspace.id);
  return store;
};
/** Places an order of a buyer of its own. */
function place(store: Store, id: number) {
  const buyer = { email: `${id}@example.com`, customer: null, shipping_address: null, billing_address: null };
  return receiveFrom(store, "orders/create", shopifyOrder({ id, ...buyer }));
}

/** Runs `work` while somebody else holds the named locks. */
async function whileLocked(names: string[], work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: loopbackOnly(ownAstra().env.DIRECT_URL) });
  await client.connect();
  try {
    for (const name of names) await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [name]);
    await work();
  } finally {
    await client.end();
  }
}

const lockOf = ({ id, type, domain }: Store, order: number) =>
  orderLock({ workspaceId: workspaces.get(id) ?? "", type, domain }, String(order));

/** Places orders whose locks somebody else holds, and waits until their deliveries wait for them. */
async function placeAndWait(store: Store, ids: number[]): Promise<ReturnType<typeof place>[]> {
  const sent = ids.map((id) => place(store, id));
  await until("them to wait", async () => {
    const waiting = await asOwner(
      `select from pg_locks join unnest($1::text[]) name on (classid::bigint << 32) | objid::bigint = hashtextextended(name, 0)
       where locktype = 'advisory' and not granted`,
      [ids.map((id) => lockOf(store, id))],
    );
    return waiting.length === ids.length;
  });
  return sent;
}

const isDone = async (store: Store) =>
  (await standingOf(store)).every(({ status }) => status === "processed");

describe("the deliveries of one store", () => {
  test("are worked in two at a time; the others wait, and no other store does", async () => {
    const [busy, other] = [await openStore(), await openStore()];
    await whileLocked([lockOf(busy, 1), lockOf(busy, 2)], async () => {
      const sent = [...(await placeAndWait(busy, [1, 2])), ...[3, 4, 5, 6].map((id) => place(busy, id))];
      expect(await place(other, 7)).toEqual({ status: 200, result: "stored" });
      expect(await isDone(other)).toBe(true);
      for (const answer of await Promise.all(sent)) expect(answer).toEqual({ status: 200, result: "stored" });
      expect(new Set((await standingOf(busy)).map(({ status }) => status))).toEqual(new Set(["received"]));
    });
    await until("all to be worked in", () => isDone(busy));
    expect((await standingOf(busy)).map(({ attempts }) => attempts)).toEqual(Array(6).fill(1));
  });

  test("wait for the turns that another process has, without counting as failed", async () => {
    const store = await openStore();
    await whileLocked([`turn 1:${store.id}`, `turn 2:${store.id}`], async () => {
      const startedAt = Date.now();
      expect(await place(store, 1)).toEqual({ status: 200, result: "stored" });
      expect(Date.now() - startedAt).toBeLessThan(5_000);
      expect(await standingOf(store)).toEqual([{ status: "received", attempts: 0, error: null }]);
    });
    await until("the turn", () => isDone(store));
    expect(await standingOf(store)).toEqual([{ status: "processed", attempts: 1, error: null }]);
  });
});

describe("of a store that sends more than is worked in", () => {
  const leftOf = async (store: Store) =>
    (await standingOf(store)).filter(({ status }) => status === "received").length;
  const letTimePass = (store: Store) =>
    asOwner(
      "update webhook_deliveries set next_attempt_at = now() where integration_id = $1 and next_attempt_at is not null",
      [store.id],
    );

  test("32 deliveries wait in memory; the others are left to the worker, and their answers come later", async () => {
    const store = await openStore();
    await whileLocked([lockOf(store, 1), lockOf(store, 2)], async () => {
      const sent = await placeAndWait(store, [1, 2]);
      sent.push(...Array.from({ length: 32 }, (_, index) => place(store, index + 3)));
      await until("them to be stored", async () => (await standingOf(store)).length === 34);
      const startedAt = Date.now();
      const body = bytesOf(shopifyOrder({ id: 90, note: "x".repeat(100_000) }));
      sent.push(place(store, 80), place(store, 81), receiveFrom(store, "orders/create", body));
      for (const answer of await Promise.all(sent))
        expect(answer).toMatchObject({ status: 200, result: "stored" });
      expect(Date.now() - startedAt).toBeGreaterThan(3_900);
    });
    await until("those in memory to be worked in", async () => (await leftOf(store)) === 3);
    expect(
      await asOwner("select id from webhook_deliveries where is_large and integration_id = $1", [store.id]),
    ).toHaveLength(1);
    await letTimePass(store);
    await processWaitingDeliveries();
    expect(await leftOf(store)).toBe(1);
    await processLarge();
    expect(await isDone(store)).toBe(true);
  }, 60_000);

  test("the worker rests after each for three times as long as it took", async () => {
    const store = await openStore();
    await place(store, 1);
    for (let id = 1; id <= 20; id++) await receiveFrom(store, "products/update", { id });
    await asOwner(
      "update webhook_deliveries set status = 'received', next_attempt_at = now() where integration_id = $1",
      [store.id],
    );
    let working: Promise<number> | undefined;
    let releasedAt = 0;
    await whileLocked([lockOf(store, 1)], async () => {
      working = processWaitingDeliveries();
      await sleep(2_000);
      releasedAt = Date.now();
    });
    await working;
    expect(Date.now() - releasedAt).toBeGreaterThan(5_500);
  }, 60_000);
});

describe("large deliveries", () => {
  test("of one store follow each other after rests; those of others come meanwhile", async () => {
    const [busy, other] = [await openStore(), await openStore()];
    const body = (id: number) => bytesOf(shopifyOrder({ id, note: "x".repeat(600_000) }));
    for (const id of [1, 2]) await receiveFrom(busy, "orders/create", body(id));
    await receiveFrom(other, "orders/create", body(3));
    const done: { storeId: string; at: number }[] = [];
    await processLargeDeliveries(async (id) => {
      await sleep(200);
      const [row] = await asOwner<{ storeId: string } & Row>(
        `update webhook_deliveries set status = 'processed', next_attempt_at = null where id = $1
         returning integration_id as "storeId"`,
        [id],
      );
      done.push({ storeId: row?.storeId ?? "", at: Date.now() });
      return "done";
    });
    const own = done.filter(({ storeId }) => storeId === busy.id || storeId === other.id);
    expect(own.map(({ storeId }) => storeId)).toEqual([expect.any(String), expect.any(String), busy.id]);
    const [first, second] = own.filter(({ storeId }) => storeId === busy.id);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(1_000);
  });
});

test("pages keep their connections while stores take all of ingest's", async () => {
  const stores = [await openStore(), await openStore()];
  const locks = stores.flatMap((store) => [lockOf(store, 1), lockOf(store, 2)]);
  await whileLocked(locks, async () => {
    const sent: ReturnType<typeof place>[] = [];
    for (const store of stores) sent.push(...(await placeAndWait(store, [1, 2])));
    const startedAt = Date.now();
    await Promise.all(Array.from({ length: 8 }, () => forSystem((tx) => tx.$queryRaw`select 1`)));
    expect(Date.now() - startedAt).toBeLessThan(1_000);
    await Promise.all(sent);
  });
  for (const store of stores) await until("all to be worked in", () => isDone(store));
});

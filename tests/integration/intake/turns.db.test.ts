import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { disconnect } from "#lib/base/db/client.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner, loopbackOnly } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { receiveFrom, standingOf } from "./received.ts";

let seller: Person;

beforeAll(async () => {
  seller = await createAccount();
});
afterAll(disconnect);

const openStore = async () => (await openShop({ seller })).store;
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

const lockOf = (store: Store, id: number) => `order:${store.id}:${id}`;

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

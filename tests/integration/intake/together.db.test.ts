import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { orderLock } from "#lib/ingest/known.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { openShop } from "#tests/integration/ingest/shop.ts";
import { until } from "#tests/integration/resilience/until.ts";
import { asOwner, loopbackOnly } from "#tests/support/database.ts";
import { changeDefinition } from "#tests/support/definitions.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createAccount, createWorkspace } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { receiveFrom, standingOf } from "./received.ts";

const stores: Store[] = [];
let workspaceId: string;

beforeAll(async () => {
  const shop = { seller: await createAccount(), workspace: await createWorkspace() };
  workspaceId = shop.workspace.id;
  for (let number = 0; number < 6; number++) stores.push((await openShop(shop)).store);
});
afterAll(disconnect);

const nobody = { customer: null, shipping_address: null, billing_address: null };

/** Places an order at each store at once; without an e-mail that is said, each is of a buyer of its own. */
function placeAtOnce(id: number, email?: string) {
  return Promise.all(
    stores.map((store, number) => {
      const buyer = { ...nobody, email: email ?? `together-${id}-${number}@example.com` };
      return receiveFrom(store, "orders/create", shopifyOrder({ id, ...buyer }));
    }),
  );
}

const ordersWith = (id: number) =>
  asOwner<{ transaction: string; customer: string; store: string; leads: number; lines: number }>(
    `select placed.xmin::text as transaction, placed.customer_id as customer, placed.integration_id as store,
       (select count(*)::int from crm_leads where order_id = placed.id) as leads,
       (select count(*)::int from order_items where order_id = placed.id) as lines
     from orders placed where integration_id = any ($1) and external_order_id = $2`,
    [stores.map((store) => store.id), String(id)],
  );

/** What became of the last delivery of each store. */
const lastStandings = async () => Promise.all(stores.map(async (store) => (await standingOf(store)).at(-1)));

const processed = { status: "processed", attempts: 1, error: null };

test("orders that come at the same time are written together, each with its lead and lines", async () => {
  await placeAtOnce(1);
  const orders = await ordersWith(1);
  expect(orders.map(({ leads, lines }) => ({ leads, lines }))).toEqual(
    Array(stores.length).fill({ leads: 1, lines: 1 }),
  );
  expect(new Set(orders.map(({ transaction }) => transaction)).size).toBeLessThan(stores.length);
  expect(new Set(orders.map(({ customer }) => customer)).size).toBe(stores.length);
  expect(await lastStandings()).toEqual(Array(stores.length).fill(processed));
});

test("orders of one buyer that come at the same time make one customer", async () => {
  await placeAtOnce(2, "everywhere@example.com");
  const orders = await ordersWith(2);
  expect(orders).toHaveLength(stores.length);
  expect(new Set(orders.map(({ customer }) => customer)).size).toBe(1);
});

test("one that can't be written fails by itself", async () => {
  const [bad] = stores as [Store];
  await asOwner(`
    create function fail_together() returns trigger language plpgsql as $$ begin
      if new.integration_id = '${bad.id}' then raise exception 'not this one'; end if;
      return null;
    end $$`);
  await changeDefinition(
    "create trigger fail_together after insert on crm_leads for each row execute function fail_together()",
  );
  try {
    await placeAtOnce(3);
  } finally {
    await changeDefinition("drop function fail_together cascade");
  }
  await until("each to be worked in", async () =>
    (await lastStandings()).every((standing) => standing?.status !== "received"),
  );
  const [failed, ...others] = await lastStandings();
  expect(failed).toMatchObject({ status: "failed", attempts: 1 });
  expect(others).toEqual(Array(stores.length - 1).fill(processed));
  expect((await ordersWith(3)).map(({ store }) => store)).not.toContain(bad.id);
});

test("one whose order somebody else has waits alone", async () => {
  const [held, ...free] = stores as [Store, ...Store[]];
  const client = new pg.Client({ connectionString: loopbackOnly(ownAstra().env.DIRECT_URL) });
  await client.connect();
  let placed: ReturnType<typeof placeAtOnce>;
  try {
    await client.query("select pg_advisory_lock(hashtextextended($1, 0))", [
      orderLock({ workspaceId, type: held.type, domain: held.domain }, "4"),
    ]);
    placed = placeAtOnce(4);
    await until("the others to be worked in", async () => (await ordersWith(4)).length === free.length);
    expect((await ordersWith(4)).map(({ store }) => store)).not.toContain(held.id);
  } finally {
    await client.end();
  }
  await placed;
  await until("the one that waited", async () => (await ordersWith(4)).length === stores.length);
  expect(await lastStandings()).toEqual(Array(stores.length).fill(processed));
});

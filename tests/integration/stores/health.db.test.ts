import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadNeeds } from "#lib/kpi/needs.ts";
import { pauseStore, resumeStore } from "#lib/stores/life-commands.ts";
import { getStore } from "#lib/stores/queries.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let desk: Desk;
let store: Store;

beforeAll(async () => {
  desk = await createDesk();
});

beforeEach(async () => {
  store = await createStore(desk.workspace, desk.seller);
});

/** Has the store take an order each quarter of an hour for so many days, up to so many hours ago. */
async function tookOrders(days: number, hoursAgo: number): Promise<void> {
  await asOwner(
    `with placed as (
       insert into orders (workspace_id, user_id, integration_id, external_order_id, order_number, status, payment_status, fulfillment_status,
         currency, total_amount, current_total_amount, order_created_at, external_updated_at)
       select $1, $2, $3, extract(epoch from at)::text, '#1', 'processing', 'pending', 'unfulfilled', 'EUR', 20, 20, at, at
       from generate_series(now() - make_interval(hours => $4::int, days => $5::int), now() - make_interval(hours => $4::int),
         interval '15 minutes') at
       returning id, order_created_at
     )
     insert into crm_leads (workspace_id, user_id, integration_id, order_id, source, logistic_status, cod_status, kpi_status, arrived_at)
     select $1, $2, $3, id, 'shopify', 'pending', 'pending', 'waiting', order_created_at from placed`,
    [desk.workspace.id, desk.seller.userId, store.id, hoursAgo, days],
  );
  await asOwner(
    "update integrations set last_delivery_at = now() - make_interval(hours => $2) where id = $1",
    [store.id, hoursAgo],
  );
}

const silence = async () => (await getStore(desk.seller, store.id))?.store.silence;
const needs = async () =>
  (await loadNeeds(desk.seller)).filter((need) => need.kind === "silent_store" && need.id === store.id);

describe("a store of which nothing comes any more", () => {
  test("is told to be silent on its page and on the dashboard, by what usually comes", async () => {
    await tookOrders(30, 6);
    const told = await silence();
    expect(told?.usual).toBeGreaterThan(20);
    expect(told?.usual).toBeLessThan(28);
    expect(await needs()).toMatchObject([{ name: store.domain, at: expect.any(Date) }]);
  });

  test("is not silent while its usual orders are few, nor when something has come", async () => {
    await tookOrders(30, 1);
    expect(await silence()).toBeNull();
    expect(await needs()).toEqual([]);
  });

  test("is not silent in a pause, nor for what the pause kept away", async () => {
    await tookOrders(30, 12);
    expect(await silence()).not.toBeNull();
    await pauseStore(desk.seller, store.id);
    expect(await silence()).toBeNull();
    await resumeStore(desk.seller, store.id);
    expect(await silence()).toBeNull();
    expect(await needs()).toEqual([]);
    await asOwner("update integrations set resumed_at = now() - interval '5 hours' where id = $1", [
      store.id,
    ]);
    expect((await silence())?.usual).toBeLessThan(24);
  });
});

describe("what came on each of the last thirty days", () => {
  test("is counted by the days of the person's time zone, with what failed", async () => {
    await asOwner(
      `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, received_at)
       select $1, 'orders/create', n, '{}', '{}', case when n % 5 = 0 then 'failed' else 'processed' end, now() - make_interval(days => n % 40)
       from generate_series(1, 80) n`,
      [store.id],
    );
    const days = (await getStore(desk.seller, store.id))?.days ?? [];
    expect(days).toHaveLength(30);
    expect(days.map(({ deliveries }) => deliveries)).toEqual(Array.from({ length: 30 }, () => 2));
    expect(days.at(-1)).toMatchObject({ failed: 2 });
    expect(days.reduce((sum, { failed }) => sum + failed, 0)).toBe(12);
    const times = days.map(({ day }) => day.getTime());
    expect(times.map((time, index) => time - (times[index - 1] ?? time - 86_400_000))).toEqual(
      times.map(() => 86_400_000),
    );
  });
});

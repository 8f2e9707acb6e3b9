import { beforeAll, expect, test } from "vitest";
import { getStore } from "#lib/stores/queries.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let desk: Desk;
let store: Store;

beforeAll(async () => {
  desk = await createDesk();
  store = await createStore(desk.workspace, desk.seller);
});

/** Deliveries that came one a minute before `until` minutes ago. */
function keep(status: "failed" | "processed", count: number, until: number) {
  return asOwner(
    `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, received_at)
     select $1, 'orders/create', $2 || number, '{}', '{}', $2, now() - make_interval(mins => number + $4)
     from generate_series(1, $3) number`,
    [store.id, status, count, until],
  );
}

test("a store's page lists at most five failed deliveries, what else came, and how many failed in all", async () => {
  await keep("failed", 12, 0);
  await keep("processed", 30, 60);
  const page = await getStore(desk.seller, store.id);
  const statuses = page?.deliveries.map(({ status }) => status) ?? [];
  expect(statuses).toEqual([...Array(5).fill("failed"), ...Array(15).fill("processed")]);
  expect(page?.failed).toEqual({ total: 12, isCapped: false });
});

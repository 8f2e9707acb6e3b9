import { beforeAll, expect, test } from "vitest";
import { noteTurnedAway } from "#lib/ingest/stores.ts";
import { listStores } from "#lib/stores/queries.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore } from "#tests/support/stores.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

test("a store tells for a week that deliveries of it were turned away", async () => {
  const store = await createStore(desk.workspace, desk.seller);
  const told = async () => (await listStores(desk.seller)).find(({ id }) => id === store.id)?.turnedAwayAt;
  expect(await told()).toBeNull();
  await noteTurnedAway({ type: store.type, domain: store.domain, storeId: null }, [store.id]);
  expect(await told()).toBeInstanceOf(Date);
  await asOwner("update integrations set turned_away_at = now() - interval '8 days' where id = $1", [
    store.id,
  ]);
  expect(await told()).toBeNull();
});

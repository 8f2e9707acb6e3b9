import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { processDelivery } from "#lib/ingest/process.ts";
import { retryDeliveries } from "#lib/ingest/waiting.ts";
import { createRandom, type Random } from "#scripts/simulator/random.ts";
import { bytesOf } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { drawHistory, type History, type Told } from "#tests/support/order-histories.ts";
import { createAccount, createWorkspace, type Person } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { rowsOf } from "#tests/support/store-rows.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

// What a store tells in any order, twice, at once and through crashes comes to the same rows as when each delivery is worked in by itself from
// its stored bytes, in the order in which things happened. HISTORIES says how many are drawn, HISTORIES_FROM from which on.

const histories = Number(process.env.HISTORIES ?? 20);
const first = Number(process.env.HISTORIES_FROM ?? 0);
/** Drawn once, these came out otherwise: an order named another account of which neither e-mail nor phone could be compared. */
const metBefore = [625];

let seller: Person;

beforeAll(async () => {
  seller = await createAccount();
});
afterAll(disconnect);

test.each([...Array.from({ length: histories }, (_, index) => first + index), ...metBefore])(
  "history %i ends in the same rows however it arrives",
  async (number) => {
    const history = drawHistory(createRandom(`history ${number}`), number);
    const [quiet, busy] = [await openStore(history), await openStore(history)];
    await tellInOrder(quiet, history);
    await tellAnyhow(busy, history, createRandom(`arrival ${number}`));
    expect(await rowsOf(busy.id)).toEqual(await rowsOf(quiet.id));
  },
);

/** In a workspace of its own, so that no buyer is known from elsewhere. */
async function openStore({ type }: History): Promise<Store> {
  const workspace = await createWorkspace();
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
    workspace.id,
    seller.userId,
  ]);
  return createStore(workspace, seller, type);
}

async function tellInOrder(store: Store, { news, afterwards }: History): Promise<void> {
  for (const told of [...news, ...afterwards]) {
    await processDelivery(await leaveBehind(store, told));
    await workInTheRest(store);
  }
}

async function tellAnyhow(store: Store, { news, afterwards }: History, random: Random): Promise<void> {
  const arriving = shuffled(random, news).map((told) => ({
    told,
    isLost: random.chance(0.2),
    isDoubled: random.chance(0.3),
  }));
  await Promise.all(
    arriving.flatMap(({ told, isLost, isDoubled }) => [
      isLost ? leaveBehind(store, told) : deliver(store, told),
      ...(isDoubled ? [deliver(store, told)] : []),
    ]),
  );
  await workInTheRest(store);
  for (const told of afterwards) for (let time = 0; time < 2; time++) await deliver(store, told);
}

async function deliver(store: Store, { topic, body }: Told): Promise<void> {
  await deliverHere(store, topic, namingShop(store, body));
}

/** Bodies about a whole shop name it. */
function namingShop({ domain }: Store, body: object): Buffer {
  return bytesOf(JSON.stringify(body).replaceAll("SHOP", domain));
}

/** Stores a delivery as one that a crash left behind before it was worked in. */
async function leaveBehind(store: Store, { topic, body }: Told): Promise<string> {
  const [delivery] = await asOwner<{ id: string }>(
    `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, attempts, next_attempt_at)
     values ($1, $2, $3, '{}', $4, 1, now() + interval '1 hour') returning id`,
    [store.id, topic, randomUUID(), namingShop(store, body)],
  );
  if (!delivery) throw new Error("The delivery was not stored.");
  return delivery.id;
}

/** Works in what a crash left behind, twice at once, and then what waited for its order. */
async function workInTheRest(store: Store): Promise<void> {
  const idsOf = async (status: string) =>
    (
      await asOwner<{ id: string }>(
        "select id from webhook_deliveries where integration_id = $1 and status = $2 order by received_at",
        [store.id, status],
      )
    ).map(({ id }) => id);
  for (let left = await idsOf("received"); left.length > 0; left = await idsOf("received"))
    await Promise.all([...left, ...left].map((id) => processDelivery(id)));
  await retryDeliveries(await idsOf("failed"));
}

function shuffled<Value>(random: Random, values: readonly Value[]): Value[] {
  return values
    .map((value) => ({ value, place: random.next() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ value }) => value);
}

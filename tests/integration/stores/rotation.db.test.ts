import { beforeAll, describe, expect, test } from "vitest";
import { sendSampleOrder } from "#lib/first-steps/commands.ts";
import { changeSecret, endPreviousSecret } from "#lib/stores/commands.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { getStore, type StoreRow } from "#lib/stores/queries.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { wooOrderOf } from "#tests/integration/stores/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { receiveHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

const rowOf = async (store: Store): Promise<StoreRow> => {
  const page = await getStore(desk.seller, store.id);
  if (!page) throw new Error("The store is not seen.");
  return page.store;
};

let orders = 700;
function order(type: StoreType): [string, Record<string, unknown>] {
  orders += 1;
  return type === "shopify"
    ? ["orders/create", shopifyOrder({ id: orders, name: `#${orders}` })]
    : ["order.created", wooOrderOf(orders)];
}

/** What the store hears that signs a new order with a secret. */
async function sendSigned(store: Store, secret: string) {
  const { status, result } = await receiveHere({ ...store, secret }, ...order(store.type));
  return { status, result };
}

async function rotate(store: Store, webhookSecret: string): Promise<void> {
  await changeSecret(desk.seller, { id: store.id, type: store.type, webhookSecret });
}

/** As a day later. */
async function passDay(store: Store): Promise<void> {
  await asOwner(
    "update integration_secrets set previous_valid_until = now() - interval '1 second' where integration_id = $1",
    [store.id],
  );
  await asOwner("update integrations set previous_secret_until = now() - interval '1 second' where id = $1", [
    store.id,
  ]);
}

const taken = { status: 200, result: "stored" };
const refused = { status: 401, result: "unauthorized" };

describe.each(["shopify", "woocommerce"] as const)("a %s store whose secret is changed", (type) => {
  test("is taken with either for a day, and it is noted which of them signs", async () => {
    const store = await createStore(desk.workspace, desk.seller, type);
    expect(await sendSigned(store, store.secret)).toEqual(taken);
    await rotate(store, "a-new-secret");
    const changed = await rowOf(store);
    expect(changed).toMatchObject({ secretUsedAt: null, previousSecretUsedAt: null });
    const left = (changed.previousSecretUntil?.getTime() ?? 0) - Date.now();
    expect(left / 3_600_000).toBeCloseTo(24, 0);

    expect(await sendSigned(store, store.secret)).toEqual(taken);
    expect(await rowOf(store)).toMatchObject({ secretUsedAt: null, previousSecretUsedAt: expect.any(Date) });
    expect(await sendSigned(store, "a-new-secret")).toEqual(taken);
    expect(await rowOf(store)).toMatchObject({ secretUsedAt: expect.any(Date) });
  });

  test("refuses the old one after the day, and says why", async () => {
    const store = await createStore(desk.workspace, desk.seller, type);
    await rotate(store, "a-new-secret");
    await passDay(store);
    expect(await sendSigned(store, store.secret)).toEqual(refused);
    expect(await rowOf(store)).toMatchObject({
      previousSecretUntil: null,
      refusal: { cause: "oldSecret" },
      refusals: 1,
    });
    expect(await sendSigned(store, "a-new-secret")).toEqual(taken);
    expect(await rowOf(store)).toMatchObject({ refusals: 0 });
  });

  test("refuses the old one at once when its day is ended", async () => {
    const store = await createStore(desk.workspace, desk.seller, type);
    await rotate(store, "a-new-secret");
    expect(await sendSigned(store, store.secret)).toEqual(taken);
    await endPreviousSecret(desk.admin, store.id);
    expect(await sendSigned(store, store.secret)).toEqual(refused);
    expect(await rowOf(store)).toMatchObject({ previousSecretUntil: null, refusal: { cause: "oldSecret" } });
  });
});

test.each(["shopify", "woocommerce"] as const)(
  "a sample order of a %s store, which Astra signs with the new secret, tells nothing of the shop",
  async (type) => {
    const store = await createStore(desk.workspace, desk.seller, type);
    await sendSigned(store, store.secret);
    await rotate(store, "a-mistyped-secret");
    await sendSigned({ ...store, secret: "another" }, "another");
    const before = await rowOf(store);
    await asOwner(
      "update integrations set store_error = 'webhookUserGone', store_error_at = now() where id = $1",
      [store.id],
    );
    await sendSampleOrder(desk.seller, { storeId: store.id });
    const { lastDeliveryAt, refusals, secretUsedAt } = await rowOf(store);
    expect({ lastDeliveryAt, refusals, secretUsedAt }).toEqual({
      lastDeliveryAt: before.lastDeliveryAt,
      refusals: 1,
      secretUsedAt: null,
    });
    const [row] = await asOwner("select store_error from integrations where id = $1", [store.id]);
    expect(row).toEqual({ store_error: "webhookUserGone" });
    await rotate(store, "a-new-secret");
    expect(await sendSigned(store, store.secret)).toEqual(taken);
  },
);

test("who mistyped the new secret and changes it again keeps the one that the shop has", async () => {
  const store = await createStore(desk.workspace, desk.seller, "woocommerce");
  await sendSigned(store, store.secret);
  await rotate(store, "a-mistyped-secret");
  await rotate(store, "a-new-secret");
  expect(await sendSigned(store, store.secret)).toEqual(taken);
  expect(await sendSigned(store, "a-mistyped-secret")).toEqual(refused);
  expect(await sendSigned(store, "a-new-secret")).toEqual(taken);
  await rotate(store, "the-next-secret");
  expect(await sendSigned(store, "a-new-secret")).toEqual(taken);
  expect(await sendSigned(store, store.secret)).toEqual(refused);
});

test("a person changes twenty secrets an hour, since each leaves an entry in the audit log", async () => {
  const { otherSeller } = desk;
  const store = await createStore(desk.workspace, otherSeller);
  const change = (nth: number) =>
    changeSecret(otherSeller, { id: store.id, type: store.type, webhookSecret: `secret-number-${nth}` });
  for (let nth = 0; nth < 20; nth += 1) await change(nth);
  await expect(change(20)).rejects.toMatchObject({ key: "tooManyAttempts" });
});

test.for(["otherSeller", "viewer", "stranger"] as const)("the old secret is not ended by %s", async (who) => {
  const store = await createStore(desk.workspace, desk.seller);
  await rotate(store, "a-new-secret");
  await expect(endPreviousSecret(desk[who], store.id)).rejects.toMatchObject({ key: "notFoundStore" });
  expect(await sendSigned(store, store.secret)).toEqual(taken);
});

test("the old secret is not ended by a manager, who only reads", async () => {
  const store = await createStore(desk.workspace, desk.seller);
  await rotate(store, "a-new-secret");
  await expect(endPreviousSecret(desk.manager, store.id)).rejects.toThrow("not yours to edit");
});

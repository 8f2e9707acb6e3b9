import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { previewHandOver } from "#lib/handover/queries.ts";
import { dropOldPayloads } from "#lib/ingest/kept-deliveries.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";
import { changeSecret, createStoreFor, editStore } from "#lib/stores/commands.ts";
import { pauseStore, removeStore, resumeStore } from "#lib/stores/life-commands.ts";
import { findRemovedStore, getStore, listRemovedStores, listStores } from "#lib/stores/queries.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { deliverHere, receiveHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { wooOrderOf } from "./shop.ts";

let desk: Desk;
let store: Store;

beforeAll(async () => {
  desk = await createDesk();
});

beforeEach(async () => {
  store = await createStore(desk.workspace, desk.seller, "woocommerce");
});

const remove = (one: Store = store) => removeStore(desk.seller, { id: one.id, name: one.domain });
const gone = { status: 410, result: "store_removed" };

/** The same shop, connected anew. */
async function connectAgain(
  owner: "seller" | "otherSeller" | "stranger",
  one: Store = store,
): Promise<Store> {
  const id = await createStoreFor(
    { workspaceId: desk[owner].workspace.id, userId: desk[owner].userId },
    {
      type: one.type,
      name: "Again",
      domain: one.domain,
      webhookSecret: one.secret,
      codGateways: [],
    },
  );
  return { ...one, id };
}

async function ordersOf({ id }: Store): Promise<string[]> {
  const rows = await asOwner<{ number: string }>(
    "select external_order_id as number from orders where integration_id = $1 order by 1",
    [id],
  );
  return rows.map(({ number }) => number);
}

async function lastError({ id }: Store): Promise<unknown> {
  const [row] = await asOwner(
    "select status, error from webhook_deliveries where integration_id = $1 order by received_at desc limit 1",
    [id],
  );
  return row;
}

describe("a store that is removed", () => {
  test("is so once its name was typed, by whoever may change it", async () => {
    for (const name of ["", "another", store.domain.toUpperCase()])
      await expect(removeStore(desk.seller, { id: store.id, name })).rejects.toMatchObject({
        key: "nameOfStoreDiffers",
        field: "name",
      });
    for (const who of ["otherSeller", "viewer", "stranger"] as const)
      await expect(removeStore(desk[who], { id: store.id, name: store.domain })).rejects.toMatchObject({
        key: "notFoundStore",
      });
    await expect(removeStore(desk.manager, { id: store.id, name: store.domain })).rejects.toThrow(
      "not yours to edit",
    );
    await removeStore(desk.admin, { id: store.id, name: ` ${store.domain} ` });
    await expect(remove()).rejects.toMatchObject({ key: "notFoundStore" });
  });

  test("keeps its orders and leads, and is named where they are", async () => {
    await deliverHere(store, "order.created", wooOrderOf(801));
    await remove();
    expect(await ordersOf(store)).toEqual(["801"]);
    const seen = (all: { id: string }[]) => all.some(({ id }) => id === store.id);
    expect(seen(await listStores(desk.seller))).toBe(false);
    expect(seen(await listRemovedStores(desk.seller))).toBe(true);
    const again = { type: "woocommerce", name: store.domain, domain: store.domain };
    expect(await findRemovedStore(desk.seller, store.id)).toEqual(again);
    expect(await findRemovedStore(desk.otherSeller, store.id)).toBeNull();
    expect((await getStore(desk.seller, store.id))?.store.removedAt).toBeInstanceOf(Date);
    const { stores } = await listFilterOptions(desk.seller);
    expect(stores.find(({ id }) => id === store.id)).toMatchObject({ name: store.domain, isRemoved: true });
    expect(stores.at(-1)).toMatchObject({ isRemoved: true });
  });

  test("hears that it is gone when it signs, and a stranger nothing", async () => {
    await remove();
    expect(await receiveHere(store, "order.created", wooOrderOf(802))).toEqual(gone);
    expect(await receiveHere({ ...store, secret: "another" }, "order.created", wooOrderOf(802))).toEqual({
      status: 401,
      result: "unauthorized",
    });
    const [kept] = await asOwner<{ deliveries: number; refusal: unknown }>(
      `select (select count(*)::int from webhook_deliveries where integration_id = store.id) as deliveries, refusal
       from integrations store where id = $1`,
      [store.id],
    );
    expect(kept).toEqual({ deliveries: 0, refusal: null });
  });

  test("is changed, paused, taken up, handed over and deleted by nobody any more", async () => {
    await deliverHere(store, "order.created", wooOrderOf(803));
    await remove();
    const { id } = store;
    const edit = { id, name: "Other", codGateways: [], defaultCountry: "" };
    const newSecret = { id, type: store.type, webhookSecret: "another-secret" };
    for (const change of [
      () => editStore(desk.admin, edit),
      () => editStore(desk.admin, { ...edit, userId: desk.otherSeller.userId }),
      () => changeSecret(desk.seller, newSecret),
      () => pauseStore(desk.seller, id),
      () => resumeStore(desk.seller, id),
    ])
      await expect(change()).rejects.toMatchObject({ key: "notFoundStore" });
    for (const sql of [
      "update integrations set name = 'x' where id = $1 returning id",
      "update integrations set is_active = true where id = $1 returning id",
      "delete from integrations where id = $1 returning id",
    ])
      expect((await asPerson(desk.admin.userId, (query) => query(sql, [id]))).rows).toEqual([]);
    const people = { fromId: desk.seller.userId, toId: desk.otherSeller.userId };
    const { stores } = await previewHandOver(desk.admin, people);
    const living = (await listStores(desk.admin)).filter(({ owner }) => owner.id === desk.seller.userId);
    expect(stores).toBe(living.length);
  });

  test("loses what was kept for it when that is as old as payloads may be", async () => {
    await asOwner("update integrations set is_active = false where id = $1", [store.id]);
    await deliverHere(store, "order.created", wooOrderOf(804));
    await remove();
    const kept = () =>
      asOwner("select id from webhook_deliveries where integration_id = $1 and payload <> ''", [store.id]);
    await dropOldPayloads();
    expect(await kept()).toHaveLength(1);
    await asOwner("update integrations set removed_at = now() - interval '91 days' where id = $1", [
      store.id,
    ]);
    await dropOldPayloads();
    expect(await kept()).toHaveLength(0);
  });
});

describe("its domain", () => {
  test.each(["seller", "otherSeller", "stranger"] as const)(
    "can be connected again by %s, with the same secret, and nothing is mixed",
    async (owner) => {
      await deliverHere(store, "order.created", wooOrderOf(810));
      await expect(connectAgain("seller")).rejects.toMatchObject({ key: "domainTaken" });
      await remove();
      const again = await connectAgain(owner);
      await deliverHere(again, "order.created", wooOrderOf(811));
      expect([await ordersOf(store), await ordersOf(again)]).toEqual([["810"], ["811"]]);
      expect((await receiveHere(store, "order.updated", wooOrderOf(811, {}, 1))).status).toBe(200);
      expect(await ordersOf(store)).toEqual(["810"]);
    },
  );

  test("makes no second sale of an order that came before", async () => {
    await deliverHere(store, "order.created", wooOrderOf(820));
    await remove();
    const again = await connectAgain("otherSeller");
    await deliverHere(again, "order.updated", wooOrderOf(820, { status: "completed" }, 5));
    expect(await lastError(again)).toEqual({
      status: "ignored",
      error: '{"code":"ofRemovedStore"}',
    });
    await deliverHere(again, "order.deleted", { id: 820 });
    expect([await ordersOf(store), await ordersOf(again)]).toEqual([["820"], []]);
    const [before] = await asOwner(
      "select status, deleted_in_store_at from orders where integration_id = $1",
      [store.id],
    );
    expect(before).toEqual({ status: "processing", deleted_in_store_at: null });
  });

  test("in another workspace knows nothing of it", async () => {
    await deliverHere(store, "order.created", wooOrderOf(821));
    await remove();
    const elsewhere = await connectAgain("stranger");
    await deliverHere(elsewhere, "order.updated", wooOrderOf(821, {}, 5));
    expect(await ordersOf(elsewhere)).toEqual(["821"]);
  });
});

describe("the privacy of its buyers", () => {
  const redaction = (shop: Store, ids: number[]) => ({
    shop_domain: shop.domain,
    customer: { id: 1, email: "nobody@example.com", phone: null },
    orders_to_redact: ids,
  });
  const nameOf = async (shop: Store) => {
    const [row] = await asOwner<{ name: string | null }>(
      "select shipping_name as name from orders where integration_id = $1",
      [shop.id],
    );
    return row?.name;
  };

  test("is kept when the shop asks, also after it was removed, and when it was connected again", async () => {
    const shops = [
      await createStore(desk.workspace, desk.seller),
      await createStore(desk.workspace, desk.seller),
    ] as const;
    for (const [index, shop] of shops.entries()) {
      await deliverHere(shop, "orders/create", shopifyOrder({ id: 830 + index }));
      expect(await nameOf(shop)).not.toBeNull();
      await remove(shop);
    }
    const [left, connected] = shops;
    expect((await deliverHere(left, "customers/redact", redaction(left, [830]))).status).toBe(200);
    expect(await nameOf(left)).toBeNull();

    const again = await connectAgain("otherSeller", connected);
    await deliverHere(again, "customers/redact", redaction(connected, [831]));
    expect(await nameOf(connected)).toBeNull();
    const requests = await asOwner(
      "select integration_id from privacy_requests where integration_id = any ($1)",
      [[connected.id, again.id]],
    );
    expect(requests).toHaveLength(2);
  });
});

test("what arrives at the moment of the removal is taken and worked in, or told that the store is gone", async () => {
  const ids = Array.from({ length: 12 }, (_, index) => 900 + index);
  const sent = ids.map((id) => receiveHere(store, "order.created", wooOrderOf(id)));
  await sent[0];
  await remove();
  const late = [950, 951].map((id) => receiveHere(store, "order.created", wooOrderOf(id)));
  const answers = await Promise.all([...sent, ...late]);
  expect(answers.slice(-2)).toEqual([gone, gone]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 410]));
  const taken = answers.filter(({ status }) => status === 200).length;
  await expect.poll(async () => (await ordersOf(store)).length, { timeout: 20_000 }).toBe(taken);
});

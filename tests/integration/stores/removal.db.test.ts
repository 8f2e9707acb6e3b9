import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { previewHandOver } from "#lib/handover/queries.ts";
import { dropOldPayloads } from "#lib/ingest/kept-deliveries.ts";
import { processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";
import { changeSecret, editStore } from "#lib/stores/commands.ts";
import { pauseStore, removeStore, resumeStore } from "#lib/stores/life-commands.ts";
import { findRemovedStore, getStore, listRemovedStores, listStores } from "#lib/stores/queries.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { deliverHere, receiveHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { ordersOf, wooOrderOf } from "./shop.ts";

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

  test("has worked in what was only kept for it while it was paused", async () => {
    await asOwner("update integrations set is_active = false where id = $1", [store.id]);
    for (const id of [805, 806]) await deliverHere(store, "order.created", wooOrderOf(id));
    await asOwner(
      "update webhook_deliveries set error = 'This store is paused.' where integration_id = $1 and payload = (select min(payload) from webhook_deliveries where integration_id = $1)",
      [store.id],
    );
    expect(await ordersOf(store)).toEqual([]);
    await remove();
    await processWaitingDeliveries();
    expect(await ordersOf(store)).toEqual(["805", "806"]);
  });

  test("loses what failed when that is as old as payloads may be", async () => {
    await deliverHere(store, "order.updated", "{");
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

import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { getDelivery, readBodyOf } from "#lib/deliveries/delivery-query.ts";
import { deliveryList } from "#lib/deliveries/list.ts";
import { getStanding, listDeliveries } from "#lib/deliveries/queries.ts";
import { dropOldPayloads } from "#lib/ingest/kept-deliveries.ts";
import { shopifyOrder, shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await createDesk();
});

/** The deliveries that a query string of the log finds. */
async function found(session: Session, query: string) {
  return (await listDeliveries(session, deliveryList.load(query))).rows;
}

async function newStore(): Promise<Store> {
  return createStore(desk.workspace, desk.seller);
}

const told = { id: 5_001_000_001, name: "#A-1001" };

describe("the log", () => {
  let store: Store;
  let of: string;

  beforeAll(async () => {
    store = await newStore();
    of = `?store=${store.id}`;
    await deliverHere(store, "orders/create", shopifyOrder(told));
    await deliverHere(store, "orders/create", shopifyOrder(told));
    await deliverHere(store, "products/update", { id: 7 });
    await deliverHere(store, "refunds/create", { ...shopifyRefund(), order_id: 4_711 });
    await deliverHere(store, "orders/updated", "no JSON");
  });

  test("lists what came, newest first, with what became of it and the order that it is about", async () => {
    const rows = await found(desk.seller, of);
    expect(rows).toMatchObject([
      { topic: "orders/updated", state: "failed", reason: { code: "notJson" }, order: null, attempts: 1 },
      { topic: "refunds/create", state: "failed", order: null, externalOrderId: "4711" },
      { topic: "products/update", state: "ignored", order: null },
      { topic: "orders/create", state: "told", order: { number: "#A-1001" } },
      { topic: "orders/create", state: "processed", order: { number: "#A-1001" }, store: { id: store.id } },
    ]);
    expect((await found(desk.seller, `${of}&sort=oldest`)).map(({ id }) => id)).toEqual(
      rows.map(({ id }) => id).reverse(),
    );
  });

  test.each([
    ["state=failed", ["orders/updated", "refunds/create"]],
    ["state=told", ["orders/create"]],
    ["state=ignored,told", ["products/update", "orders/create"]],
    ["topic=orders/create&state=processed", ["orders/create"]],
    ["from=2020-01-01&to=2020-01-02", []],
    ["q=%23A-1001", ["orders/create", "orders/create"]],
    ["q=a-1001", ["orders/create", "orders/create"]],
    ["q=5001000001", ["orders/create", "orders/create"]],
    ["q=4711", ["refunds/create"]],
    ["q=A-100", []],
    ["q=%25", []],
  ])("filtered by %s", async (query, topics) => {
    expect((await found(desk.seller, `${of}&${query}`)).map(({ topic }) => topic)).toEqual(topics);
  });

  test("finds by the number no delivery of another store that has the order's id", async () => {
    const other = await newStore();
    await deliverHere(other, "orders/create", shopifyOrder({ id: told.id, name: "#B-1" }));
    expect(await found(desk.seller, "?q=A-1001")).toHaveLength(2);
    expect(await found(desk.seller, "?q=B-1")).toHaveLength(1);
  });

  test("is read by who reads the store's settings, and by nobody else", async () => {
    const seen = async (session: Session) => (await found(session, of)).length;
    const id = (await found(desk.seller, of))[0]?.id ?? "";
    for (const session of [desk.admin, desk.manager, desk.seller]) {
      expect(await seen(session)).toBe(5);
      expect(await getDelivery(session, id)).toMatchObject({ id });
      expect(String(await readBodyOf(session, id))).toBe("no JSON");
      expect((await getStanding(session, { store: [store.id] })).failed.total).toBe(2);
    }
    for (const session of [desk.otherSeller, desk.viewer, desk.stranger]) {
      expect(await seen(session)).toBe(0);
      expect(await getDelivery(session, id)).toBeNull();
      expect(await readBodyOf(session, id)).toBeNull();
      expect((await getStanding(session, { store: [store.id] })).failed.total).toBe(0);
    }
  });
});

describe("one delivery", () => {
  test("tells what it changed, and nothing that another changed", async () => {
    const store = await newStore();
    await deliverHere(store, "orders/create", shopifyOrder());
    const updated = { updated_at: "2026-05-01T10:00:00Z", cancelled_at: "2026-05-01T10:00:00Z" };
    await deliverHere(store, "orders/cancelled", shopifyOrder(updated));
    await deliverHere(store, "orders/create", shopifyOrder());
    const [again, cancelled, created] = await found(desk.seller, `?store=${store.id}`);
    const changesOf = async (id = "") =>
      (await getDelivery(desk.seller, id))?.changes.map(({ type }) => type).sort();
    expect(await changesOf(created?.id)).toEqual(["arrived"]);
    expect(await changesOf(cancelled?.id)).toEqual(["order_cancelled", "status_changed"]);
    expect(await changesOf(again?.id)).toEqual([]);
    expect(await getDelivery(desk.seller, created?.id ?? "")).toMatchObject({ orderStatus: "cancelled" });
  });

  test("that is worked in from what is stored tells it, too", async () => {
    const store = await newStore();
    await deliverHere(store, "orders/create", shopifyOrder({ id: 5_001_000_002 }));
    await deliverHere(store, "orders/delete", { id: 5_001_000_002 });
    const [deleted] = await found(desk.seller, `?store=${store.id}`);
    const { changes } = (await getDelivery(desk.seller, deleted?.id ?? "")) ?? {};
    expect(changes?.map(({ type }) => type)).toContain("order_deleted");
  });

  test("says when its body was dropped", async () => {
    const store = await newStore();
    await deliverHere(store, "orders/create", shopifyOrder());
    const [row] = await found(desk.seller, `?store=${store.id}`);
    expect(await getDelivery(desk.seller, row?.id ?? "")).toMatchObject({ droppedAt: null });
    await asOwner("update webhook_deliveries set processed_at = now() - interval '91 days' where id = $1", [
      row?.id,
    ]);
    const before = Date.now();
    await dropOldPayloads();
    const dropped = await getDelivery(desk.seller, row?.id ?? "");
    expect(Math.abs(Number(dropped?.droppedAt) - before)).toBeLessThan(10_000);
    expect(dropped?.payloadDays).toBe(90);
    expect(await readBodyOf(desk.seller, row?.id ?? "")).toBeNull();
  });
});

describe("a log of 10,000 deliveries", () => {
  let store: Store;

  beforeAll(async () => {
    store = await newStore();
    await asOwner(
      `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, subject, received_at)
       select $1, case when n % 100 = 0 then 'orders/paid' else 'orders/updated' end, n::text, '{}', 'x',
         case when n % 1000 = 0 then 'failed' else 'processed' end, 'order:' || n, now() - make_interval(secs => n / 2)
       from generate_series(1, 10000) n`,
      [store.id],
    );
    await asOwner("analyze webhook_deliveries");
  });

  test("is read page by page, each delivery once, also of one moment", async () => {
    const query = `?store=${store.id}&topic=orders/paid&size=25`;
    const seen: string[] = [];
    let after: string | null = "";
    while (after !== null) {
      const page = await listDeliveries(desk.seller, { ...deliveryList.load(query), after });
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.total).toBe(100);
      after = page.next;
    }
    expect(new Set(seen).size).toBe(100);
    expect(await listDeliveries(desk.seller, deliveryList.load(`?store=${store.id}`))).toMatchObject({
      total: 1_000,
      isCapped: true,
    });
  });

  test.each(["", "&state=failed", "&topic=orders/paid", "&q=4711", "&state=received"])(
    "answers soon when asked %j",
    async (query) => {
      await found(desk.seller, `?store=${store.id}${query}`);
      const startedAt = performance.now();
      await found(desk.seller, `?store=${store.id}${query}`);
      expect(performance.now() - startedAt).toBeLessThan(500);
    },
  );
});

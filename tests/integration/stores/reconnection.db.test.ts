import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sendSampleOrder } from "#lib/first-steps/commands.ts";
import { processDelivery } from "#lib/ingest/process.ts";
import { createStoreFor } from "#lib/stores/commands.ts";
import { removeStore } from "#lib/stores/life-commands.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
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

/** The same shop, connected anew. */
async function connectAgain(
  owner: "seller" | "otherSeller" | "admin" | "stranger",
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

/** Has a delivery of an order stored, as one that is still to be worked in. */
async function leaveWaiting(one: Store, order: number): Promise<string> {
  await asOwner("update integrations set is_active = false where id = $1", [one.id]);
  await deliverHere(one, "order.created", wooOrderOf(order));
  const [delivery] = await asOwner<{ id: string }>(
    `update webhook_deliveries set status = 'received', error = null, attempts = 1, next_attempt_at = now() + interval '1 hour'
     where integration_id = $1 and status = 'ignored' returning id`,
    [one.id],
  );
  await asOwner("update integrations set is_active = true where id = $1", [one.id]);
  return delivery?.id ?? "";
}

async function lastError({ id }: Store): Promise<unknown> {
  const [row] = await asOwner(
    "select status, error from webhook_deliveries where integration_id = $1 order by received_at desc limit 1",
    [id],
  );
  return row;
}

describe("the domain of a store that was removed", () => {
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

  test("makes no second sale of an order of which news waited when it was removed", async () => {
    const waiting = await leaveWaiting(store, 822);
    await remove();
    const again = await connectAgain("seller");
    await deliverHere(again, "order.updated", wooOrderOf(822, {}, 5));
    await processDelivery(waiting);
    expect([await ordersOf(store), await ordersOf(again)]).toEqual([[], ["822"]]);
    expect(await lastError(store)).toEqual({ status: "ignored", error: '{"code":"ofRemovedStore"}' });
  });

  test("makes one sale of an order of which both tell at the same moment", async () => {
    const ids = [823, 824, 825, 826];
    const waiting: string[] = [];
    for (const id of ids) waiting.push(await leaveWaiting(store, id));
    await remove();
    const again = await connectAgain("seller");
    await Promise.all([
      ...waiting.map((id) => processDelivery(id)),
      ...ids.map((id) => deliverHere(again, "order.updated", wooOrderOf(id, {}, 5))),
    ]);
    for (const id of waiting) await processDelivery(id);
    expect([...(await ordersOf(store)), ...(await ordersOf(again))].sort()).toEqual(ids.map(String));
  });

  test("makes no second sale of an order that was dated anew in the shop", async () => {
    const earlier = { date_created_gmt: "2026-02-27T08:00:00", date_created: "2026-02-27T10:00:00" };
    for (const id of [828, 829]) await deliverHere(store, "order.created", wooOrderOf(id));
    await remove();
    const again = await connectAgain("seller");
    await deliverHere(again, "order.updated", wooOrderOf(828, earlier, 5));
    expect(await lastError(again)).toEqual({ status: "ignored", error: '{"code":"ofRemovedStore"}' });
    expect(await ordersOf(again)).toEqual([]);
    // Another buyer's is another order.
    await deliverHere(again, "order.updated", { ...wooOrderOf(829, earlier, 5), id: 828 });
    expect(await ordersOf(again)).toEqual(["828"]);
    // And so is one that was placed after the removal.
    await asOwner("update integrations set removed_at = '2026-02-20' where id = $1", [store.id]);
    await deliverHere(again, "order.updated", wooOrderOf(829, earlier, 5));
    expect(await ordersOf(again)).toEqual(["828", "829"]);
  });

  test("of a colleague takes no order for one of the removed store by its buyer alone", async () => {
    await deliverHere(store, "order.created", wooOrderOf(830));
    await remove();
    const again = await connectAgain("otherSeller");
    const earlier = { date_created_gmt: "2026-02-27T08:00:00", date_created: "2026-02-27T10:00:00" };
    await deliverHere(again, "order.updated", wooOrderOf(830, earlier, 5));
    expect(await ordersOf(again)).toEqual(["830"]);
  });

  test("keeps the arrival of an order that is dated anew", async () => {
    await deliverHere(store, "order.created", wooOrderOf(831));
    const [before] = await datesOf(store);
    const later = { date_created_gmt: "2026-03-02T08:00:00", date_created: "2026-03-02T10:00:00" };
    await deliverHere(store, "order.updated", wooOrderOf(831, later, 5));
    expect(await datesOf(store)).toEqual([before]);
  });

  test("has the orders of a shop that was built anew and counts from the beginning", async () => {
    await deliverHere(store, "order.created", wooOrderOf(827));
    await remove();
    const again = await connectAgain("otherSeller");
    const later = { date_created_gmt: "2026-03-02T09:59:59", date_created: "2026-03-02T11:59:59" };
    await deliverHere(again, "order.created", wooOrderOf(827, later, 5));
    expect([await ordersOf(store), await ordersOf(again)]).toEqual([["827"], ["827"]]);
  });

  test("can be tried with a sample order, also when the removed store has one", async () => {
    await sendSampleOrder(desk.seller, { storeId: store.id });
    await remove();
    const again = await connectAgain("seller");
    const { leadId } = await sendSampleOrder(desk.seller, { storeId: again.id });
    const [lead] = await asOwner("select integration_id as id from crm_leads where id = $1", [leadId]);
    expect(lead).toEqual({ id: again.id });
  });

  test("is received again at once, also when it was told meanwhile that it is gone", async () => {
    await remove();
    expect(await receiveHere(store, "order.created", wooOrderOf(828))).toEqual(gone);
    const again = await connectAgain("seller");
    expect(await receiveHere(store, "order.created", wooOrderOf(828))).toEqual({
      status: 200,
      result: "stored",
    });
    await expect.poll(() => ordersOf(again)).toEqual(["828"]);
  });

  test("says so when the shop still signs with the secret of the store that was removed", async () => {
    await remove();
    const again = await connectAgain("seller", { ...store, secret: "another-secret" });
    const elsewhere = await connectAgain("stranger", { ...store, secret: "a-third-secret" });
    expect(await receiveHere(store, "order.created", wooOrderOf(829))).toEqual(gone);
    const refusals = await asOwner(
      "select id, refusal -> 'cause' as cause from integrations where domain = $1 and refusal is not null",
      [store.domain],
    );
    expect(refusals).toEqual([{ id: again.id, cause: "oldSecret" }]);
    expect(elsewhere.id).not.toBe(again.id);
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

  /** A shop whose order came under a removed store, connected again by somebody who doesn't know its secret. */
  async function takeOver(id: number, owner: "seller" | "otherSeller" | "admin"): Promise<[Store, Store]> {
    const shop = await createStore(desk.workspace, desk.seller);
    await deliverHere(shop, "orders/create", shopifyOrder({ id }));
    await remove(shop);
    return [shop, await connectAgain(owner, { ...shop, secret: "a-secret-of-their-own" })];
  }
  const requestsOf = ({ id }: Store) =>
    asOwner(
      "select kind, completed_at as done from privacy_requests where integration_id = $1 order by created_at",
      [id],
    );

  test("is not touched by a colleague who connects the domain and signs in the shop's name", async () => {
    const [shop, again] = await takeOver(832, "otherSeller");
    await deliverHere(again, "customers/redact", redaction(again, [832]));
    await deliverHere(again, "shop/redact", { shop_domain: again.domain });
    expect(await nameOf(shop)).not.toBeNull();
    expect(await requestsOf(shop)).toEqual([
      { kind: "redact_customer", done: null },
      { kind: "redact_shop", done: null },
    ]);
  });

  test.each([
    [833, "seller"],
    [834, "admin"],
  ] as const)("is kept when the secret is another, too, with order %i of %s", async (id, owner) => {
    const [shop, again] = await takeOver(id, owner);
    await deliverHere(again, "customers/redact", redaction(again, [id]));
    expect(await nameOf(shop)).toBeNull();
  });

  test("is the removed store's when a shop that is another's says that an order's buyer was erased", async () => {
    await deliverHere(store, "order.created", wooOrderOf(835));
    await remove();
    const erased = {
      billing: { first_name: "[deleted]", last_name: "[deleted]", email: "deleted@site.invalid" },
    };
    const theirs = await connectAgain("otherSeller", { ...store, secret: "a-secret-of-their-own" });
    await deliverHere(theirs, "order.updated", wooOrderOf(835, erased, 5));
    await deliverHere(theirs, "order.updated", wooOrderOf(836, erased, 5));
    expect(await nameOf(store)).not.toBeNull();
    expect(await requestsOf(store)).toEqual([{ kind: "redact_customer", done: null }]);
  });
});

/** When the orders of a store were placed, and their leads arrived. */
function datesOf({ id }: Store) {
  return asOwner(
    `select placed.order_created_at, lead.arrived_at from orders placed join crm_leads lead on lead.order_id = placed.id
     where placed.integration_id = $1`,
    [id],
  );
}

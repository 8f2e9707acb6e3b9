import { beforeEach, describe, expect, test } from "vitest";
import { applyAnswers } from "#lib/ingest/answers.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import type { StatusMeaning } from "#lib/sales/statuses.ts";
import { answerStatus } from "#lib/stores/answer-commands.ts";
import { getStore } from "#lib/stores/queries.ts";
import { listOrdersOfStatus } from "#lib/stores/questions.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { standing, tellWoo, timeline, wooOrderOf } from "./shop.ts";

let desk: Desk;
let store: Store;

beforeEach(async () => {
  desk ??= await createDesk();
  store = await createStore(desk.workspace, desk.seller, "woocommerce");
});

const weird = { status: "zorbed" };

async function page(of: Store = store) {
  const found = await getStore(desk.seller, of.id);
  if (!found) throw new Error("The store is not seen.");
  return found;
}

async function map(meaning: StatusMeaning | null, status = "zorbed"): Promise<void> {
  await answerStatus(desk.seller, { id: store.id, status, meaning });
  expect(await applyAnswers(store.id)).toMatchObject({ isDone: true });
}

describe("a status that nobody knows", () => {
  test("leaves its orders where they are and is asked about once, with how many they are", async () => {
    await tellWoo(store, wooOrderOf(1, weird), wooOrderOf(2, weird), wooOrderOf(3));
    expect((await page()).questions.statuses).toEqual([{ status: "zorbed", orders: 2 }]);
    expect(await standing(store)).toMatchObject({ 1: { isUnknown: true, status: "processing" } });
  });

  test("is previewed with the orders concerned, the newest first", async () => {
    await tellWoo(
      store,
      wooOrderOf(1, { ...weird, date_created_gmt: "2026-03-01T10:00:00" }),
      wooOrderOf(2, weird),
      wooOrderOf(3),
    );
    const preview = await listOrdersOfStatus(desk.seller, { id: store.id, status: "zorbed" });
    expect(preview).toMatchObject({ count: 2, isMore: false });
    expect(preview.orders).toMatchObject([
      { number: "2", buyer: "Ana Pop", status: "processing", orderedAt: new Date("2026-03-02T10:00:00Z") },
      { number: "1" },
    ]);
    for (const who of ["otherSeller", "stranger"] as const)
      expect(await listOrdersOfStatus(desk[who], { id: store.id, status: "zorbed" })).toMatchObject({
        count: 0,
      });
  });
});

describe("a mapping", () => {
  test.each<[StatusMeaning, Record<string, unknown>]>([
    ["shipped", { status: "shipped", logistic: "shipped", kpi: "shipped", toCall: false }],
    ["in_transit", { status: "shipped", logistic: "in_transit" }],
    ["delivered", { status: "delivered", logistic: "delivered", cod: "pending", kpi: "shipped" }],
    ["returned", { logistic: "returned", kpi: "rejected" }],
    ["cancelled", { status: "cancelled", logistic: "cancelled", kpi: "rejected", due: "0" }],
    ["delivery_failed", { callReason: "delivery_failed", toCall: true }],
    ["cancel_requested", { callReason: "cancel_requested", toCall: true, status: "processing" }],
    ["pending", { status: "pending", logistic: "pending", toCall: true }],
  ])("to %s counts for past orders and for those that come", async (meaning, expected) => {
    await tellWoo(store, wooOrderOf(1, weird), wooOrderOf(3));
    const other = (await standing(store))[3];
    await map(meaning);
    await tellWoo(store, wooOrderOf(2), wooOrderOf(2, weird, 5));
    const after = await standing(store);
    expect(after).toMatchObject({ 1: { ...expected, isUnknown: false }, 2: expected, 3: other ?? {} });
    expect((await page()).questions.statuses).toEqual([]);
    expect((await page()).answers.statuses).toEqual([{ status: "zorbed", meaning }]);
  });

  test("stands on the timeline, said by the system", async () => {
    await tellWoo(store, wooOrderOf(1, weird));
    await map("delivery_failed");
    expect(await timeline(store, "1")).toMatchObject([
      { type: "arrived" },
      { type: "read_again", by: null },
      { type: "delivery_failed", by: null },
      { type: "status_changed", details: { field: "logisticStatus", to: "in_transit" }, by: null },
    ]);
  });

  test("can be changed, both ways, and taken back", async () => {
    await tellWoo(store, wooOrderOf(1, weird));
    await map("delivered");
    await map("processing");
    expect(await standing(store)).toMatchObject({
      1: { status: "processing", logistic: "pending", shipment: "none" },
    });
    await map(null);
    expect(await standing(store)).toMatchObject({ 1: { status: "processing", isUnknown: true } });
    expect((await page()).questions.statuses).toEqual([{ status: "zorbed", orders: 1 }]);
  });

  test("leaves what a person has decided", async () => {
    await tellWoo(store, wooOrderOf(1, weird));
    const [lead] = await asOwner<{ id: string }>("select id from crm_leads where integration_id = $1", [
      store.id,
    ]);
    const ids = [lead?.id ?? ""];
    await changeStatus(desk.seller, {
      ids,
      change: { field: "codStatus", to: "confirmed" },
      isOverride: false,
    });
    await changeStatus(desk.seller, {
      ids,
      change: { field: "logisticStatus", to: "shipped" },
      isOverride: false,
    });
    await map("cancelled");
    expect(await standing(store)).toMatchObject({
      1: { status: "cancelled", cod: "confirmed", logistic: "shipped" },
    });
  });

  test("leaves other stores as they are", async () => {
    const other = await createStore(desk.workspace, desk.seller, "woocommerce");
    await tellWoo(other, wooOrderOf(1, weird));
    await map("delivered");
    expect(await standing(other)).toMatchObject({ 1: { isUnknown: true } });
    expect((await page(other)).questions.statuses).toHaveLength(1);
  });

  test("leaves an order that its store has deleted", async () => {
    await tellWoo(store, wooOrderOf(1, weird));
    await asOwner(
      "update orders set deleted_in_store_at = now(), status = 'cancelled' where integration_id = $1",
      [store.id],
    );
    await map("delivered");
    expect(await standing(store)).toMatchObject({ 1: { status: "cancelled" } });
  });

  test("counts also when what the store said is not kept any more", async () => {
    await tellWoo(store, wooOrderOf(1, weird), wooOrderOf(2, weird));
    await asOwner("update webhook_deliveries set payload = '' where integration_id = $1", [store.id]);
    await map("delivered");
    expect(await standing(store)).toMatchObject({
      1: { status: "delivered", logistic: "delivered", isUnknown: false, kind: "cash_on_delivery" },
    });
    await map(null);
    expect(await standing(store)).toMatchObject({ 1: { status: "delivered", isUnknown: true } });
  });

  test("is the owner's and an admin's to make", async () => {
    const answer = { id: store.id, status: "zorbed", meaning: "delivered" } as const;
    for (const who of ["otherSeller", "manager", "viewer", "stranger"] as const)
      await expect(answerStatus(desk[who], answer)).rejects.toMatchObject({ key: "notFoundStore" });
    await answerStatus(desk.admin, answer);
    expect((await page()).answers.statuses).toHaveLength(1);
  });
});

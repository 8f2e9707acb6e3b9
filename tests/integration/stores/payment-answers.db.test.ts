import type { JobHelpers } from "graphile-worker";
import { beforeEach, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { applyAnswers } from "#lib/ingest/answers.ts";
import { changeStatus } from "#lib/leads/commands.ts";
import { answerPaymentMethod } from "#lib/stores/answer-commands.ts";
import { editStore } from "#lib/stores/commands.ts";
import { getStore, listStores } from "#lib/stores/queries.ts";
import { tasks } from "#lib/worker/tasks.ts";
import { createDesk, type Desk, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { standing, tellWoo, timeline, wooOrderOf } from "./shop.ts";

let desk: Desk;
let store: Store;

beforeEach(async () => {
  desk ??= await createDesk();
  store = await createStore(desk.workspace, desk.seller, "woocommerce");
});

const trusty = { payment_method: "trusty_x", payment_method_title: "Trusty Pay" };
const paid = { date_paid_gmt: "2026-03-02T10:00:00" };

async function page(of: Store = store, session: Session = desk.seller) {
  const found = await getStore(session, of.id);
  if (!found) throw new Error("The store is not seen.");
  return found;
}

type Kind = Parameters<typeof answerPaymentMethod>[1]["kind"];

async function say(
  kind: Kind,
  names: string[] = ["trusty_x", "Trusty Pay"],
  of: Store = store,
): Promise<void> {
  await answerPaymentMethod(desk.seller, { id: of.id, names, kind });
  expect(await applyAnswers(of.id)).toMatchObject({ isDone: true });
}

describe("a payment method that nobody knows", () => {
  test("is asked about once, with how many orders use it, and called meanwhile", async () => {
    await tellWoo(store, wooOrderOf(1, trusty), wooOrderOf(2, trusty), wooOrderOf(3));
    expect((await page()).questions.payments).toEqual([{ names: ["trusty_x", "Trusty Pay"], orders: 2 }]);
    expect((await listStores(desk.seller)).find(({ id }) => id === store.id)).toMatchObject({ questions: 1 });
    expect(await standing(store)).toMatchObject({ 1: { kind: "unknown", cod: "pending", toCall: true } });
  });

  test("is not asked about for free orders, tests and orders that are gone", async () => {
    await tellWoo(
      store,
      wooOrderOf(1, trusty),
      wooOrderOf(2, { ...trusty, total: "0.00", line_items: [] }),
      wooOrderOf(3, trusty),
    );
    await asOwner("update orders set is_test = true where integration_id = $1 and order_number = '1'", [
      store.id,
    ]);
    await asOwner(
      "update orders set deleted_in_store_at = now() where integration_id = $1 and order_number = '3'",
      [store.id],
    );
    expect((await page()).questions.payments).toEqual([]);
  });
});

describe("an answer", () => {
  test("counts for past orders and their leads, and the timeline says so", async () => {
    await tellWoo(store, wooOrderOf(1, trusty), wooOrderOf(2));
    await say("prepaid");
    expect(await standing(store)).toMatchObject({
      1: { kind: "prepaid", cod: "not_cod", kpi: "paid", payment: "paid", due: "0", toCall: false },
      2: { kind: "cash_on_delivery", cod: "pending" },
    });
    expect(await timeline(store, "1")).toMatchObject([
      { type: "arrived" },
      { type: "read_again", by: null },
      { type: "status_changed", details: { field: "codStatus", from: "pending", to: "not_cod" }, by: null },
    ]);
    expect(await timeline(store, "2")).toMatchObject([{ type: "arrived" }]);
    expect((await page()).questions.payments).toEqual([]);
  });

  test("counts for the orders that come", async () => {
    await say("cash_on_delivery");
    await tellWoo(store, wooOrderOf(1, { ...trusty, payment_method_title: "TRUSTY – pay!" }));
    expect(await standing(store)).toMatchObject({ 1: { kind: "cash_on_delivery", cod: "pending" } });
  });

  test("brings orders into To call that counted as paid: cash on delivery has a date of payment before anybody paid", async () => {
    await tellWoo(store, wooOrderOf(1, { ...trusty, ...paid }), wooOrderOf(2, trusty));
    expect(await standing(store)).toMatchObject({ 1: { kind: "prepaid", kpi: "paid", toCall: false } });
    await say("cash_on_delivery");
    expect(await standing(store)).toMatchObject({
      1: {
        kind: "cash_on_delivery",
        cod: "pending",
        kpi: "waiting",
        toCall: true,
        payment: "pending",
        received: "0",
        due: "29.35",
      },
      2: { kind: "cash_on_delivery", cod: "pending", toCall: true },
    });
  });

  test("takes back what was given back of money that never came", async () => {
    const refunds = [{ id: 9, total: "-5.00" }];
    await tellWoo(store, wooOrderOf(1, { ...trusty, ...paid, refunds }));
    expect(await standing(store)).toMatchObject({ 1: { received: "29.35", refunded: "5" } });
    await say("cash_on_delivery");
    expect(await standing(store)).toMatchObject({ 1: { received: "0", refunded: "0", due: "24.35" } });
    expect(await timeline(store, "1")).toContainEqual(
      expect.objectContaining({ type: "refund_taken_back", details: { amount: "5", currency: "EUR" } }),
    );
  });

  test("can be changed later, and be asked for again", async () => {
    await tellWoo(store, wooOrderOf(1, trusty));
    await say("prepaid");
    expect((await page()).answers.payments).toEqual([{ names: ["trusty_x", "Trusty Pay"], kind: "prepaid" }]);
    await say("pay_later");
    expect(await standing(store)).toMatchObject({
      1: { kind: "pay_later", cod: "pending", payment: "pending" },
    });
    await say(null);
    expect(await standing(store)).toMatchObject({ 1: { kind: "unknown", cod: "pending" } });
    expect(await page()).toMatchObject({
      answers: { payments: [] },
      questions: { payments: [{ orders: 1 }] },
    });
  });

  test("counts for orders that name no method at all", async () => {
    const none = { payment_method: "", payment_method_title: "" };
    await tellWoo(store, wooOrderOf(1, none));
    expect((await page()).questions.payments).toEqual([{ names: [], orders: 1 }]);
    await say("cash_on_delivery", []);
    expect(await standing(store)).toMatchObject({ 1: { kind: "cash_on_delivery", cod: "pending" } });
    expect((await page()).answers.payments).toEqual([{ names: [], kind: "cash_on_delivery" }]);
  });

  test("leaves what a person has decided", async () => {
    await tellWoo(store, wooOrderOf(1, trusty), wooOrderOf(2, trusty));
    const [lead] = await asOwner<{ id: string }>(
      "select lead.id from crm_leads lead join orders o on o.id = lead.order_id where o.integration_id = $1 and order_number = '1'",
      [store.id],
    );
    const change = { field: "codStatus", to: "rejected" } as const;
    await changeStatus(desk.seller, { ids: [lead?.id ?? ""], change, isOverride: false });
    await say("prepaid");
    expect(await standing(store)).toMatchObject({
      1: { kind: "prepaid", cod: "rejected", kpi: "rejected" },
      2: { kind: "prepaid", cod: "not_cod" },
    });
  });

  test("leaves other stores as they are", async () => {
    const other = await createStore(desk.workspace, desk.seller, "woocommerce");
    await tellWoo(store, wooOrderOf(1, trusty));
    await tellWoo(other, wooOrderOf(1, trusty));
    await say("prepaid");
    expect(await standing(other)).toMatchObject({ 1: { kind: "unknown", cod: "pending" } });
    expect((await page(other)).questions.payments).toMatchObject([{ orders: 1 }]);
  });

  test("counts what the seller sold to the buyer anew", async () => {
    await tellWoo(store, wooOrderOf(77, { ...trusty, ...paid }));
    const spent = () =>
      asOwner(
        `select spent from customer_sellers where customer_id in (select customer_id from orders where integration_id = $1)`,
        [store.id],
      );
    expect(await spent()).toEqual([{ spent: { EUR: "29.350" } }]);
    await say("cash_on_delivery");
    expect(await spent()).toEqual([{ spent: {} }]);
  });

  test("counts also when what the store said is not kept any more", async () => {
    await tellWoo(store, wooOrderOf(1, trusty));
    await asOwner("update webhook_deliveries set payload = '' where integration_id = $1", [store.id]);
    await say("prepaid");
    expect(await standing(store)).toMatchObject({
      1: { kind: "prepaid", cod: "not_cod", payment: "pending", kpi: "waiting" },
    });
  });

  test("reads the last that the store said, not the last that came", async () => {
    await tellWoo(
      store,
      wooOrderOf(1, { ...trusty, total: "40.00" }, 5),
      wooOrderOf(1, { ...trusty, total: "30.00" }, 1),
    );
    await say("pay_later");
    expect(await standing(store)).toMatchObject({ 1: { kind: "pay_later", due: "40" } });
  });

  test("of Shopify counts as well, where the shop's word of the money stays", async () => {
    const financial = { financial_status: "pending", payment_gateway_names: ["Trusty Pay"] };
    const lead = await tellNew(desk.store, financial);
    const codOf = () =>
      asOwner("select cod_status as cod, kpi_status as kpi from crm_leads where id = $1", [lead]);
    expect(await codOf()).toEqual([{ cod: "pending", kpi: "waiting" }]);
    await say("prepaid", ["Trusty Pay"], desk.store);
    expect(await codOf()).toEqual([{ cod: "not_cod", kpi: "waiting" }]);
  });
});

describe("names for cash on delivery, edited", () => {
  test("count for past orders too", async () => {
    await tellWoo(store, wooOrderOf(1, trusty));
    const edit = { id: store.id, name: "Renamed", codGateways: ["trusty"], defaultCountry: "RO" };
    await editStore(desk.seller, edit);
    expect(await applyAnswers(store.id)).toEqual({ orders: 1, isDone: true });
    expect(await standing(store)).toMatchObject({ 1: { kind: "cash_on_delivery" } });
    expect((await page()).store).toMatchObject({
      name: "Renamed",
      codGateways: ["trusty"],
      defaultCountry: "RO",
    });
    await expect(editStore(desk.otherSeller, edit)).rejects.toMatchObject({ key: "notFoundStore" });
    await expect(editStore(desk.manager, edit)).rejects.toMatchObject({ key: "notFoundStore" });
  });
});

describe("who answers", () => {
  test.for(["otherSeller", "manager", "viewer", "stranger"] as const)("is not %s", async (who) => {
    const answer = { id: store.id, names: ["Trusty Pay"], kind: "prepaid" as const };
    await expect(answerPaymentMethod(desk[who], answer)).rejects.toMatchObject({ key: "notFoundStore" });
  });

  test("is the owner, or an admin", async () => {
    await answerPaymentMethod(desk.admin, { id: store.id, names: ["Trusty Pay"], kind: "prepaid" });
    expect((await page()).answers.payments).toEqual([{ names: ["trusty pay"], kind: "prepaid" }]);
  });
});

describe("many past orders", () => {
  test("are left to the job that the answer queues itself; the page says so until it is done", async () => {
    await tellWoo(store, wooOrderOf(1, trusty), wooOrderOf(2, trusty), wooOrderOf(3, trusty));
    await answerPaymentMethod(desk.seller, {
      id: store.id,
      names: ["trusty_x", "Trusty Pay"],
      kind: "prepaid",
    });
    expect(await applyAnswers(store.id, { atMost: 2 })).toEqual({ orders: 3, isDone: false });
    expect(await standing(store)).toMatchObject({ 1: { kind: "unknown" } });
    expect(await page()).toMatchObject({ isApplying: true, questions: { payments: [] } });
    const jobs = await asOwner<{ task: string; payload: unknown }>(
      `select task.identifier as task, job.payload from graphile_worker._private_jobs job
       join graphile_worker._private_tasks task on task.id = job.task_id where job.key = $1`,
      [`apply-store-answers:${store.id}`],
    );
    expect(jobs).toEqual([{ task: "apply-store-answers", payload: { storeId: store.id } }]);
    await tasks["apply-store-answers"]?.(jobs[0]?.payload, {} as JobHelpers);
    expect(await standing(store)).toMatchObject({ 1: { kind: "prepaid" }, 3: { kind: "prepaid" } });
    expect((await page()).isApplying).toBe(false);
  });

  test("read twice, or by two at once, say it once", async () => {
    await tellWoo(store, wooOrderOf(1, trusty), wooOrderOf(2, trusty));
    await answerPaymentMethod(desk.seller, {
      id: store.id,
      names: ["trusty_x", "Trusty Pay"],
      kind: "prepaid",
    });
    await Promise.all([applyAnswers(store.id), applyAnswers(store.id)]);
    await asOwner(
      `update integrations set applied_answers = '{"codGateways":[],"paymentMethods":{},"statusMap":{}}' where id = $1`,
      [store.id],
    );
    expect(await applyAnswers(store.id)).toEqual({ orders: 2, isDone: true });
    expect((await timeline(store, "1")).map(({ type }) => type)).toEqual([
      "arrived",
      "read_again",
      "status_changed",
    ]);
  });
});

test("an answer that is none is refused by the database, whoever writes it", async () => {
  for (const methods of [`{"x": "gold"}`, `{"x": {}}`, `{"x": null}`, `{"x": ["prepaid"]}`])
    await expect(
      asOwner("update integrations set payment_methods = $2 where id = $1", [store.id, methods]),
    ).rejects.toThrow("integrations_payment_kinds_check");
  await expect(
    asOwner(`update integrations set status_map = '{"x": "eaten"}' where id = $1`, [store.id]),
  ).rejects.toThrow("integrations_meanings_check");
});

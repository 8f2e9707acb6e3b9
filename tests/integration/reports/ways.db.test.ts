import { describe, expect, test } from "vitest";
import { payload } from "#tests/fixtures/payloads.ts";
import { asOwner } from "#tests/support/database.ts";
import { deliverHere } from "#tests/support/receive.ts";
import { entriesOf, leadOf, moneyOf, open, tell } from "./shop.ts";

const waiting = { logistic: "pending", kpi: "waiting" };

describe("what only the store moved, the store can move back", () => {
  test("a fulfilment that was cancelled", async () => {
    const shop = await open("shopify");
    await tell(shop, "15-a-created", "15-b-fulfilled");
    expect(await leadOf(shop)).toMatchObject({ logistic: "shipped" });
    await tell(shop, "15-c-fulfilment-cancelled", "15-d-order-unfulfilled-again");
    expect(await leadOf(shop)).toMatchObject(waiting);
    const steps = (await entriesOf(shop)).filter(({ type }) => type === "status_changed");
    expect(steps.map(({ details }) => details)).toEqual([
      { field: "logisticStatus", from: "pending", to: "shipped" },
      { field: "logisticStatus", from: "shipped", to: "pending" },
    ]);
  });

  test("a completion that was undone", async () => {
    const shop = await open("woocommerce");
    const body = JSON.parse(payload("reports/15-e-sibling-woo-completed-by-mistake.json").toString());
    const at = (minute: number) => `2026-11-25T08:0${minute}:00`;
    const told = { ...body, date_paid_gmt: null, date_paid: null, date_modified_gmt: at(1) };
    await deliverHere(shop.store, "order.created", { ...told, status: "processing" });
    const paidAt = { date_paid_gmt: at(2), date_paid: at(2) };
    await deliverHere(shop.store, "order.updated", {
      ...told,
      ...paidAt,
      status: "completed",
      date_modified_gmt: at(2),
    });
    expect(await leadOf(shop)).toMatchObject({ logistic: "delivered", cod: "collected", kpi: "paid" });
    await tell(shop, "15-e-sibling-woo-completed-by-mistake");
    expect(await leadOf(shop)).toMatchObject({ ...waiting, cod: "pending", toCall: true });
  });

  test("but not what a person decided", async () => {
    const shop = await open("shopify");
    await tell(shop, "15-a-created", "15-b-fulfilled");
    await asOwner("update crm_leads set logistic_decision = 'shipped' where integration_id = $1", [
      shop.store.id,
    ]);
    await tell(shop, "15-c-fulfilment-cancelled", "15-d-order-unfulfilled-again");
    expect(await leadOf(shop)).toMatchObject({ logistic: "shipped" });
  });
});

describe("a status of a plug-in means what it says", () => {
  test.each([
    ["out-for-delivery", { logistic: "in_transit", callReason: null, toCall: false }],
    ["failed-delivery", { logistic: "in_transit", callReason: "delivery_failed", toCall: true }],
    ["undelivered", { logistic: "in_transit", callReason: "delivery_failed", toCall: true }],
    ["rto-delivered", { logistic: "returned", callReason: null, kpi: "rejected" }],
    ["cancel-request", { logistic: "pending", callReason: "cancel_requested", toCall: true }],
  ])("%s", async (status, expected) => {
    const shop = await open("woocommerce");
    const body = JSON.parse(payload(`reports/05-updated-${status}.json`).toString());
    const created = { ...body, status: "processing", date_modified_gmt: body.date_created_gmt };
    await deliverHere(shop.store, "order.created", created);
    await asOwner(
      "update crm_leads set cod_status = 'confirmed', cod_decision = 'confirmed' where integration_id = $1",
      [shop.store.id],
    );
    await tell(shop, `05-updated-${status}`);
    expect(await leadOf(shop)).toMatchObject({ cod: "confirmed", ...expected });
  });

  test("one that nobody knows leaves the order where it is, for its owner to say", async () => {
    const shop = await open("woocommerce");
    const body = JSON.parse(payload("reports/05-updated-undelivered.json").toString());
    await deliverHere(shop.store, "order.updated", { ...body, status: "wobbled" });
    const [order] = await asOwner(
      "select status, store_status as told, is_status_unknown as unknown from orders where integration_id = $1",
      [shop.store.id],
    );
    expect(order).toEqual({ status: "processing", told: "wobbled", unknown: true });
    expect(await leadOf(shop)).toMatchObject({ logistic: "pending", toCall: true });
  });
});

describe("what is not cash is not prepaid", () => {
  test("a draft that is due on receipt waits for a call, and is not paid before it is", async () => {
    const shop = await open("shopify");
    await tell(shop, "11-a-draft-due-on-receipt");
    expect(await leadOf(shop)).toMatchObject({ cod: "pending", kpi: "waiting", toCall: true });
    expect(await moneyOf(shop)).toMatchObject({ payment: "pending", due: "200" });
    await tell(shop, "11-b-delivered-still-pending");
    expect(await leadOf(shop)).toMatchObject({ logistic: "delivered", kpi: "shipped" });
  });

  test("a bank transfer that nobody has seen is not paid when it is delivered", async () => {
    const shop = await open("woocommerce");
    await tell(shop, "11-c-sibling-bacs-on-hold");
    expect(await moneyOf(shop)).toMatchObject({ kind: "pay_later", payment: "pending" });
    await tell(shop, "11-d-sibling-bacs-delivered-unpaid");
    expect(await leadOf(shop)).toMatchObject({ logistic: "delivered", kpi: "shipped" });
  });

  test("cash by a name in words between the known ones is called", async () => {
    const shop = await open("shopify");
    await tell(shop, "27-a-french-cash-name");
    expect(await moneyOf(shop)).toMatchObject({ kind: "cash_on_delivery" });
    expect(await leadOf(shop)).toMatchObject({ cod: "pending", toCall: true });
  });
});

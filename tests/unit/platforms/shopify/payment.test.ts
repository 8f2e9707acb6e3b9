import { describe, expect, test } from "vitest";
import { orderFrom, store } from "./read.ts";

const terms = (payment_terms_type: string) => ({ payment_terms: { payment_terms_type } });
const unnamed = { payment_gateway_names: [] };

describe("an order is paid", () => {
  test.each([
    ["cash on delivery", { payment_gateway_names: ["cash_on_delivery"] }, "cash_on_delivery"],
    [
      "cash on delivery, by the name that old versions have",
      { payment_gateway_names: [""], gateway: "Cash on Delivery (COD)" },
      "cash_on_delivery",
    ],
    [
      "cash on delivery, with a part by gift card",
      { payment_gateway_names: ["gift_card", "Cash on Delivery (COD)"] },
      "cash_on_delivery",
    ],
    ["cash on delivery, once it was collected", { financial_status: "paid" }, "cash_on_delivery"],
    ["nobody knows how", { payment_gateway_names: ["manual"] }, "unknown"],
    ["nobody says how", unnamed, "unknown"],
    ["ahead, when the money came", { ...unnamed, financial_status: "paid" }, "prepaid"],
    ["ahead, when the money is held", { ...unnamed, financial_status: "authorized" }, "prepaid"],
    ["ahead, though it was given back", { ...unnamed, financial_status: "refunded" }, "prepaid"],
    ["not ahead, when only a part came", { ...unnamed, financial_status: "partially_paid" }, "unknown"],
    ["later, on terms", { ...unnamed, ...terms("net") }, "pay_later"],
    ["later, on a date", { ...unnamed, ...terms("fixed") }, "pay_later"],
    [
      "later, on terms, also once it is paid",
      { ...unnamed, ...terms("net"), financial_status: "paid" },
      "pay_later",
    ],
    ["at the door, whatever the terms", terms("net"), "cash_on_delivery"],
    ["on receipt, nobody says how", { ...unnamed, ...terms("receipt") }, "unknown"],
    ["on fulfilment, nobody says how", { ...unnamed, ...terms("fulfillment") }, "unknown"],
  ])("%s", (_, changes, payment) => {
    expect(orderFrom(changes).payment).toBe(payment);
  });

  test("as the store's owner says of orders that name no method", () => {
    const owners = { ...store, paymentMethods: { "": "cash_on_delivery" as const } };
    expect(orderFrom({ ...unnamed, ...terms("receipt") }, {}, owners).payment).toBe("cash_on_delivery");
  });
});

test.each([
  ["authorized", "authorized"],
  ["expired", "voided"],
  ["unpaid", "pending"],
  [null, "pending"],
])("the status %s of a payment is %s", (financial_status, paymentStatus) => {
  expect(orderFrom({ financial_status })).toMatchObject({ paymentStatus, notUnderstood: [] });
});

test("a status of a payment that nobody knows is named, and is not paid", () => {
  expect(orderFrom({ financial_status: "gepfändet" })).toMatchObject({
    paymentStatus: "pending",
    notUnderstood: ["financial_status"],
  });
});

import { describe, expect, test } from "vitest";
import { settle } from "#lib/ingest/settle.ts";
import { orderFrom } from "./read.ts";

const card = { payment_method: "stripe", payment_method_title: "Card" };
const transfer = { payment_method: "bacs", payment_method_title: "Transfer" };
const unknown = { payment_method: "xyz_gateway", payment_method_title: "Xyz" };
const dated = { date_paid_gmt: "2026-03-05T10:00:00" };

describe("how an order is paid", () => {
  test.each([
    [
      "cod, whatever the shop calls it",
      { payment_method: "cod", payment_method_title: "Budget Allocation" },
      "cash_on_delivery",
    ],
    [
      "by a method of that name",
      { payment_method: "cheque", payment_method_title: "Ramburs la curier" },
      "cash_on_delivery",
    ],
    ["by transfer", transfer, "pay_later"],
    ["by card", card, "prepaid"],
    ["by a method that nobody knows", unknown, "unknown"],
    ["by a method that nobody knows, and money came", { ...unknown, ...dated }, "prepaid"],
    [
      "by none, made in the admin",
      { payment_method: "", payment_method_title: "", created_via: "admin" },
      "unknown",
    ],
  ])("%s", (_, changes, payment) => {
    expect(orderFrom(changes).payment).toBe(payment);
  });

  test("is what the owner said of the method, or of none", () => {
    const paymentMethods = { xyz: "cash_on_delivery", "": "cash_on_delivery" } as const;
    expect(orderFrom(unknown, { paymentMethods }).payment).toBe("cash_on_delivery");
    const byPhone = { payment_method: "", payment_method_title: "" };
    expect(orderFrom(byPhone, { paymentMethods }).payment).toBe("cash_on_delivery");
    expect(orderFrom(unknown, { codGateways: ["Xyz"] }).payment).toBe("cash_on_delivery");
  });
});

describe("an order is paid", () => {
  test.each([
    ["cash, processing, with the date that a restore sets", dated, "pending"],
    ["cash, completed with a date", { status: "completed", ...dated }, "paid"],
    ["cash, delivered by a plug-in's status", { status: "delivered", ...dated }, "pending"],
    ["transfer, processing without a date", { ...transfer, status: "processing" }, "pending"],
    ["transfer with a date", { ...transfer, ...dated }, "paid"],
    ["card, shipped without a date", { ...card, status: "shipped" }, "pending"],
    ["unknown method, processing without a date", unknown, "pending"],
    ["v1 without dates in UTC", { ...card, status: "shipped", date_paid: "2026-03-05T12:00:00" }, "paid"],
    ["unknown method, in a status that says so", { ...unknown, status: "payment-received" }, "paid"],
    ["cash, in a status that says so", { status: "paid" }, "pending"],
    ["card, cancelled after it was paid", { ...card, ...dated, status: "cancelled" }, "paid"],
    ["free, pending", { ...unknown, total: "0.00", status: "pending" }, "pending"],
  ])("%s: %s", (_, changes, paymentStatus) => {
    expect(orderFrom(changes).paymentStatus).toBe(paymentStatus);
  });
});

describe("money that came stays, by a plug-in's status that says nothing of it", () => {
  const known = "29.35";
  test.each([
    ["cash, in a status that nobody knows", { ...dated, status: "invoiced" }, "paid", "0"],
    ["cash, by a buyer who asks to cancel", { ...dated, status: "cancel-request" }, "paid", "0"],
    ["cash, delivered", { ...dated, status: "delivered" }, "paid", "0"],
    [
      "cash, of which a part was given back",
      { ...dated, status: "invoiced", refunds: [{ id: 1, total: "-9.35" }] },
      "partially_refunded",
      "0",
    ],
    [
      "cash, of an order that grew since",
      { ...dated, status: "invoiced", total: "39.35" },
      "partially_paid",
      "10",
    ],
    ["card without a date, shipped", { ...card, status: "shipped" }, "paid", "0"],
  ])("%s", (_, changes, paymentStatus, due) => {
    expect(settle(orderFrom(changes), known)).toMatchObject({ paymentStatus, due, received: known });
  });

  test.each([
    ["cash, processing again", { ...dated, status: "processing" }],
    ["cash, on its way again", { ...dated, status: "out-for-delivery" }],
    ["cash, that came back", { ...dated, status: "rto" }],
    ["transfer without a date, delivered", { ...transfer, status: "delivered" }],
    ["transfer, waiting again", { ...transfer, status: "awaiting-payment" }],
    ["card, on hold again", { ...card, status: "on-hold" }],
  ])("but not %s", (_, changes) => {
    expect(settle(orderFrom(changes), known)).toMatchObject({
      paymentStatus: "pending",
      due: known,
      received: "0",
    });
  });

  test("of an order seen for the first time nothing is known to have come", () => {
    const settled = settle(orderFrom({ ...dated, status: "delivered" }), null);
    expect(settled).toMatchObject({ paymentStatus: "pending", due: "29.35", received: "0" });
  });
});

describe("what came in", () => {
  test.each([
    ["of cash that the menu set to refunded only the past tells", {}, null, "0"],
    ["of a paid card order is its total", { ...card, ...dated }, "29.35", "29.35"],
    ["of a transfer without a date only the past tells", transfer, null, "0"],
  ])("%s", (_, changes, received, settled) => {
    const order = orderFrom({ ...changes, status: "refunded", refunds: [{ id: 9, total: "-29.35" }] });
    expect(order).toMatchObject({ paymentStatus: "refunded", received, due: "0", currentTotal: "0" });
    expect(settle(order, null)).toMatchObject({ received: settled, refunds: [{ amount: settled }] });
  });
});

describe("what is due", () => {
  test.each([
    ["the total less what was taken off", { refunds: [{ id: 9, total: "-9.35" }] }, "20"],
    ["nothing once paid", { status: "completed", ...dated }, "0"],
    ["nothing once cancelled", { status: "cancelled" }, "0"],
    ["all of a failed payment", { ...card, status: "failed" }, "29.35"],
    ["all of a transfer that was delivered", { ...transfer, status: "delivered" }, "29.35"],
  ])("is %s", (_, changes, due) => {
    expect(orderFrom(changes).due).toBe(due);
  });
});

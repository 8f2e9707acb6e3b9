import { Decimal } from "decimal.js";
import { array, assert, boolean, constantFrom, integer, option, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { orderFrom } from "./read.ts";

const refund = (amount: string, status = "success", id = 1) =>
  shopifyRefund({ id, transactions: [{ id: 10 + id, kind: "refund", status, amount, currency: "RON" }] });

const restock = shopifyRefund({ transactions: [], refund_line_items: [{ restock_type: "cancel" }] });

describe("what came in for an order and what is due", () => {
  test.each([
    ["not paid yet", { total_outstanding: "120.00" }, "0", "120"],
    ["not paid yet, in versions that don't say what is outstanding", {}, "0", "120"],
    ["cash on delivery, with a part paid by gift card", { total_outstanding: "70.00" }, "50", "70"],
    ["partly paid", { financial_status: "partially_paid", total_outstanding: "100.00" }, "20", "100"],
    ["partly paid, nobody says how much", { financial_status: "partially_paid" }, null, "120"],
    [
      "lines taken off before it is paid",
      { current_total_price: "80.00", total_outstanding: "80.00", refunds: [restock] },
      "0",
      "80",
    ],
    ["authorised", { financial_status: "authorized", total_outstanding: "120.00" }, "0", "120"],
    ["paid", { financial_status: "paid", total_outstanding: "0.00" }, "120", "0"],
    [
      "paid, though it repeats the total",
      { financial_status: "paid", total_outstanding: "120.00" },
      "120",
      "0",
    ],
    [
      "paid, and a line taken off whose money is still to be given back",
      { financial_status: "paid", current_total_price: "80.00", total_outstanding: "-40.00" },
      "120",
      "0",
    ],
    [
      "paid, and a part given back",
      { financial_status: "partially_refunded", current_total_price: "80.00", refunds: [refund("40.00")] },
      "120",
      "0",
    ],
    [
      "exchanged for something dearer",
      {
        financial_status: "partially_refunded",
        current_total_price: "150.00",
        total_outstanding: "50.00",
        refunds: [refund("20.00")],
      },
      "120",
      "50",
    ],
    [
      "paid, and the whole on its way back",
      {
        financial_status: "partially_refunded",
        current_total_price: "0.00",
        total_outstanding: "120.00",
        refunds: [refund("20.00"), refund("100.00", "pending", 2)],
      },
      "120",
      "0",
    ],
    [
      "given back whole",
      { financial_status: "refunded", current_total_price: "0.00", refunds: [refund("120.00")] },
      "120",
      "0",
    ],
    [
      "refunded, without any money that moved",
      { financial_status: "refunded", refunds: [restock] },
      null,
      "0",
    ],
    [
      "refunded, in versions that don't say what an order is worth now",
      { financial_status: "partially_refunded", current_total_price: null, refunds: [refund("40.00")] },
      "120",
      "0",
    ],
    ["voided", { financial_status: "voided", total_outstanding: "120.00" }, "0", "0"],
    [
      "cancelled before it was paid",
      { cancelled_at: "2026-03-03T10:00:00+02:00", current_total_price: "120.00", total_outstanding: "0.00" },
      "0",
      "0",
    ],
  ])("%s", (_, changes, received, due) => {
    expect(orderFrom(changes)).toMatchObject({ received, due });
  });

  test("an order that doesn't say what it is worth now is worth the total less what was given back", () => {
    const order = orderFrom({
      current_total_price: null,
      financial_status: "partially_refunded",
      refunds: [refund("40")],
    });
    expect(order).toMatchObject({ total: "120", currentTotal: "80" });
  });
});

const cents = integer({ min: 0, max: 9_999_999 }).map((amount) => (amount / 100).toFixed(2));

const said = record({
  financial_status: constantFrom(
    "pending",
    "authorized",
    "partially_paid",
    "paid",
    "partially_refunded",
    "refunded",
    "voided",
    "expired",
    null,
  ),
  cancelled_at: constantFrom(null, "2026-03-03T10:00:00+02:00"),
  current_total_price: option(cents),
  total_outstanding: option(cents.map((amount) => (Number(amount) - 50_000).toFixed(2))),
  total_price: cents,
  refunds: array(
    record({
      amount: cents,
      status: constantFrom("success", "pending", "failure"),
      kind: constantFrom("refund", "void"),
    }),
    { maxLength: 4 },
  ).map((list) => list.map((one, id) => shopifyRefund({ id, transactions: [{ ...one, currency: "RON" }] }))),
});

test("whatever an order says, no more is given back than was received, and no more is due than it is worth", () => {
  assert(
    property(said, (changes) => {
      const { received, refunds, due, currentTotal } = orderFrom(changes);
      const refunded = refunds.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
      if (received === null) expect(refunded.toFixed()).toBe("0");
      else expect(refunded.lessThanOrEqualTo(received)).toBe(true);
      expect(new Decimal(due).greaterThanOrEqualTo(0)).toBe(true);
      expect(new Decimal(due).lessThanOrEqualTo(currentTotal)).toBe(true);
    }),
  );
});

/** An order's life, in cents: placed, partly taken off, paid, partly given back, as Shopify then tells it. */
const life = record({
  placed: integer({ min: 1, max: 1_000_000 }),
  takenOff: integer({ min: 0, max: 100 }),
  isPaid: boolean(),
  givenBack: integer({ min: 0, max: 100 }),
}).map(({ placed, takenOff, isPaid, givenBack }) => {
  const removed = Math.floor((placed * takenOff) / 100);
  const worth = placed - removed;
  const back = isPaid ? Math.floor((worth * givenBack) / 100) : 0;
  const status = !isPaid
    ? "pending"
    : back === 0
      ? "paid"
      : back === worth
        ? "refunded"
        : "partially_refunded";
  return { placed, worth, back, status, paid: isPaid ? worth : 0 };
});

const inLei = (amount: number) => (amount / 100).toFixed(2);

test("what Shopify tells of a life is what came in, what went back, what is due and what is left", () => {
  assert(
    property(life, ({ placed, worth, back, status, paid }) => {
      const order = orderFrom({
        financial_status: status,
        total_price: inLei(placed),
        current_total_price: inLei(worth - back),
        total_outstanding: inLei(worth - paid),
        refunds: back > 0 ? [refund(inLei(back))] : [restock],
      });
      const { received, due, refunds, currentTotal } = order;
      expect([received, due, refunds[0]?.amount, currentTotal].map(Number)).toEqual([
        paid / 100,
        (worth - paid) / 100,
        back / 100,
        (worth - back) / 100,
      ]);
    }),
  );
});

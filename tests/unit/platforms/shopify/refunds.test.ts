import { assert, boolean, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { bothMoneys } from "./money.ts";
import { orderFrom, read } from "./read.ts";

const transaction = (changes: Record<string, unknown> = {}) => ({
  id: 1,
  kind: "refund",
  status: "success",
  amount: "10.00",
  currency: "RON",
  ...changes,
});

const paid = { financial_status: "paid" };

/** What a refund in the list of a paid order in lei gives back. */
function givenBack(changes: Record<string, unknown>): string | undefined {
  return orderFrom({ ...paid, refunds: [shopifyRefund(changes)] }).refunds[0]?.amount;
}

describe("a refund gives back", () => {
  const line = { subtotal: 199.0, total_tax: 0.5, subtotal_set: null };

  test.each([
    ["its transactions", { transactions: [transaction(), transaction({ id: 2, amount: "2.50" })] }, "12.5"],
    ["nothing when it was voided", { transactions: [transaction({ kind: "void", amount: "0.00" })] }, "0"],
    ["nothing yet when it is pending", { transactions: [transaction({ status: "pending" })] }, "0"],
    ["nothing when it failed", { transactions: [transaction({ status: "failure" })] }, "0"],
    [
      "nothing when lines came back without money",
      { transactions: [], refund_line_items: [line, line] },
      "0",
    ],
    [
      "nothing when only shipping was written off",
      { transactions: null, refund_line_items: [line], order_adjustments: [{ amount: "-30.00" }] },
      "0",
    ],
    [
      "what a transaction without a currency says, in the shop's",
      { transactions: [transaction({ currency: null })] },
      "10",
    ],
  ])("%s", (_, changes, amount) => {
    expect(givenBack(changes)).toBe(amount);
  });
});

describe("a refund in the buyer's money", () => {
  const inEuro = {
    currency: "RON",
    transactions: [transaction({ amount: "30.00", currency: "EUR" })],
  };

  test("is converted by the order's own rate when it names none", () => {
    const order = orderFrom({
      ...paid,
      total_price_set: bothMoneys("149.25", "RON", "30.00", "EUR"),
      refunds: [shopifyRefund({ ...inEuro, refund_line_items: [] })],
    });
    expect(order.refunds).toMatchObject([
      { amount: "149.25", buyerMoney: { amount: "30", currency: "EUR" } },
    ]);
    expect(order.notUnderstood).toEqual([]);
  });

  test("is named as not understood when nothing tells a rate, and counts for nothing", () => {
    const order = orderFrom({ ...paid, refunds: [shopifyRefund({ ...inEuro, refund_line_items: [] })] });
    expect(order.refunds).toMatchObject([{ amount: "0", buyerMoney: { amount: "30", currency: "EUR" } }]);
    expect(order.notUnderstood).toEqual(["refunds.0.transactions"]);
  });

  test("goes back to a gift card in the shop's money and to a card in the buyer's", () => {
    const moneys = { subtotal_set: bothMoneys("149.25", "RON", "30.00", "EUR") };
    const refund = shopifyRefund({
      transactions: [transaction({ amount: "10.00" }), transaction({ amount: "28.00", currency: "EUR" })],
      refund_line_items: [moneys],
    });
    expect(orderFrom({ ...paid, refunds: [refund] }).refunds).toMatchObject([
      { amount: "149.3", buyerMoney: null },
    ]);
  });

  test("told without its order and without a rate is left to what is known of the order", () => {
    const event = read("refunds/create", { ...shopifyRefund(inEuro), order_id: 1 });
    expect(event).toMatchObject({
      kind: "refund",
      externalOrderId: "1",
      refund: { amount: null, buyerMoney: { amount: "30", currency: "EUR" } },
    });
  });

  test("told in several moneys without a rate waits for the order", () => {
    const transactions = [transaction(), transaction({ currency: "EUR" })];
    const event = read("refunds/create", { ...shopifyRefund({ transactions }), order_id: 1 });
    expect(event).toMatchObject({ kind: "ignored", subject: "order:1" });
  });
});

const cents = integer({ min: 1, max: 9_999_999 }).map((amount) => (amount / 100).toFixed(2));

test("whatever the rate, an order given back whole in the buyer's money is given back whole in the shop's", () => {
  assert(
    property(cents, cents, boolean(), (shop, buyers, isByLines) => {
      const set = bothMoneys(shop, "RON", buyers, "EUR");
      const refund = shopifyRefund({
        transactions: [transaction({ amount: buyers, currency: "EUR" })],
        refund_line_items: isByLines ? [{ subtotal_set: set }] : [],
      });
      const order = orderFrom({
        financial_status: "refunded",
        total_price: shop,
        total_price_set: set,
        current_total_price: "0.00",
        refunds: [refund],
      });
      expect(Number(order.refunds[0]?.amount)).toBe(Number(shop));
      expect(Number(order.received)).toBe(Number(shop));
      expect(Number(order.buyerMoney?.total)).toBe(Number(buyers));
    }),
  );
});

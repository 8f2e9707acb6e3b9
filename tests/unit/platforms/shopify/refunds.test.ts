import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
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

const moved = record({
  amount: integer({ min: 1, max: 100_000 }),
  currency: constantFrom("RON", "EUR"),
  status: constantFrom("success", "pending", "failure"),
});

test("whatever a list of refunds holds, what went through counts once, each amount by its own currency", () => {
  const list = array(array(moved, { maxLength: 3 }), { maxLength: 4 });
  assert(
    property(list, integer({ min: 10, max: 900 }), (refunds, leiForAHundred) => {
      const order = orderFrom({
        ...paid,
        total_price_set: bothMoneys(String(leiForAHundred), "RON", "100.00", "EUR"),
        refunds: refunds.map((transactions, id) =>
          shopifyRefund({
            id,
            transactions: transactions.map((one) =>
              transaction({ ...one, amount: (one.amount / 100).toFixed(2) }),
            ),
          }),
        ),
      });
      const inLei = (ones: (typeof refunds)[number], status: string) =>
        ones
          .filter((one) => one.status === status)
          .reduce(
            (total, one) =>
              total + (one.currency === "RON" ? one.amount : (one.amount * leiForAHundred) / 100),
            0,
          ) / 100;
      expect(order.refunds).toHaveLength(refunds.length);
      for (const [position, ones] of refunds.entries()) {
        const read = order.refunds[position];
        const through = ones.filter((one) => one.status === "success");
        expect(Math.abs(Number(read?.amount) - inLei(ones, "success"))).toBeLessThan(0.011);
        expect(read?.buyerMoney !== null).toBe(
          through.length > 0 && through.every((one) => one.currency === "EUR"),
        );
      }
      const all = refunds.reduce((total, ones) => total + inLei(ones, "success") + inLei(ones, "pending"), 0);
      expect(Math.abs(Number(order.received) - 120 - all)).toBeLessThan(0.1);
    }),
  );
});

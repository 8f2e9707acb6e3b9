import { describe, expect, test } from "vitest";
import { inShopMoney } from "#lib/ingest/settle.ts";

describe("a refund that was told without its order", () => {
  const order = { currency: "USD", totalAmount: "45", buyerCurrency: "JPY", buyerTotalAmount: "6750" };
  const told = { externalId: "1", refundedAt: null, amount: null };
  const inYen = { amount: "2250", currency: "JPY" };

  test("is converted by what its order came to in both moneys", () => {
    expect(inShopMoney({ ...told, buyerMoney: inYen }, order)).toMatchObject({
      amount: "15",
      buyerMoney: inYen,
    });
  });

  test("is taken as it is when it names the shop's money", () => {
    const inDollars = { amount: "12.5", currency: "USD" };
    expect(inShopMoney({ ...told, buyerMoney: inDollars }, order)).toMatchObject({
      amount: "12.5",
      buyerMoney: null,
    });
  });

  test("is left alone when it knows its amount", () => {
    const known = { ...told, amount: "15", buyerMoney: inYen };
    expect(inShopMoney(known, order)).toBe(known);
  });

  test.each([
    ["names a third money", { ...order, buyerCurrency: "EUR" }],
    ["has an order that names one money", { ...order, buyerCurrency: null, buyerTotalAmount: null }],
    ["has an order of nothing", { ...order, buyerTotalAmount: "0" }],
  ])("is not known when it %s", (_, known) => {
    expect(inShopMoney({ ...told, buyerMoney: inYen }, known)).toBeNull();
  });
});

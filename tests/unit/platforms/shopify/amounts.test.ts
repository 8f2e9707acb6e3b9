import { Decimal } from "decimal.js";
import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import { shopifyLine } from "#tests/fixtures/shopify-order.ts";
import { bothMoneys } from "./money.ts";
import { orderFrom } from "./read.ts";

/** What an order's lines and the parts beside them come to. */
function explained({ items, amounts }: StoreOrder): number {
  const parts = [...items.map((item) => item.lineTotal), amounts.shipping, amounts.tax, amounts.fees];
  const plus = parts.reduce((total, part) => total.plus(part ?? 0), new Decimal(0));
  return plus.minus(amounts.discount ?? 0).toNumber();
}

const cents = integer({ min: 0, max: 99_999 });
const inMoney = (amount: number) => (amount / 100).toFixed(2);

/** An order in cents, with everything that Shopify makes a total of. */
const whole = record({
  lines: array(record({ price: cents, quantity: integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 6,
  }),
  shipping: array(cents, { maxLength: 2 }),
  tax: cents,
  isTaxIncluded: boolean(),
  discountPercent: integer({ min: 0, max: 100 }),
  duties: cents,
  fees: cents,
  tip: cents,
  rounding: constantFrom(0, 1, -2),
  isBoth: boolean(),
}).map((order) => {
  const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0);
  const goods = sum(order.lines.map((line) => line.price * line.quantity)) + sum(order.shipping);
  const discount = Math.floor((goods * order.discountPercent) / 100);
  const fees = order.duties + order.fees + order.tip + order.rounding;
  const total = goods - discount + (order.isTaxIncluded ? 0 : order.tax) + fees;
  return { ...order, discount, total };
});

test("lines, shipping, taxes, fees and discounts come to the total wherever Shopify says all of them", () => {
  assert(
    property(whole, (order) => {
      // A buyer who pays in euro sees a fifth of each amount.
      const set = (amount: number) =>
        order.isBoth
          ? bothMoneys(inMoney(amount), "RON", inMoney(amount / 5), "EUR")
          : bothMoneys(inMoney(amount), "RON");
      const read = orderFrom({
        total_price: inMoney(order.total),
        total_price_set: set(order.total),
        taxes_included: order.isTaxIncluded,
        total_tax: inMoney(order.tax),
        total_tax_set: set(order.tax),
        total_discounts: inMoney(order.discount),
        total_discounts_set: set(order.discount),
        shipping_lines: order.shipping.map((price) => ({ title: "Curier", price: inMoney(price) })),
        original_total_duties_set: set(order.duties),
        original_total_additional_fees_set: set(order.fees),
        total_tip_received: inMoney(order.tip),
        total_cash_rounding_payment_adjustment_set: set(order.rounding),
        line_items: order.lines.map((line, id) =>
          shopifyLine({
            id,
            price: inMoney(line.price),
            price_set: set(line.price),
            quantity: line.quantity,
          }),
        ),
      });
      expect(explained(read)).toBe(Number(read.total));
      expect(read.notUnderstood).toEqual([]);
    }),
  );
});

describe("beside an order's lines", () => {
  test("nothing is said of what Shopify leaves out", () => {
    expect(orderFrom({}).amounts).toEqual({
      shipping: null,
      tax: null,
      discount: null,
      fees: null,
      taxesIncluded: null,
    });
  });

  test("tax that the prices hold is no part of its own", () => {
    expect(orderFrom({ taxes_included: true, total_tax: "19.16" }).amounts).toMatchObject({
      tax: null,
      taxesIncluded: true,
    });
  });

  test("duties that the prices hold are no fee", () => {
    const duties = { duties_included: true, original_total_duties_set: bothMoneys("9.00", "RON") };
    expect(orderFrom(duties).amounts.fees).toBeNull();
  });

  test("shipping is before its discount, and a method that was taken off is none", () => {
    const shipping_lines = [
      { title: "Curier", price: "20.00", discounted_price: "0.00" },
      { title: "Easybox", price: "15.00", is_removed: true },
    ];
    expect(orderFrom({ shipping_lines })).toMatchObject({
      shippingMethod: "Curier",
      amounts: { shipping: "20" },
    });
  });

  test("a tip is a fee, and no item", () => {
    const tip = shopifyLine({
      id: 2,
      title: "Tip",
      name: "Tip",
      price: "5.00",
      tip_payment_gateway: "shopify_payments",
    });
    const order = orderFrom({ total_tip_received: "5.00", line_items: [shopifyLine(), tip] });
    expect(order.amounts.fees).toBe("5");
    expect(order.items.map((item) => item.name)).toEqual(["Lamp"]);
  });

  test("cash that was rounded when it was paid, and not in the total, is no fee", () => {
    const rounding = { total_cash_rounding_payment_adjustment_set: bothMoneys("-0.02", "RON") };
    expect(orderFrom({ total_price: "120.00", ...rounding }).amounts.fees).toBeNull();
  });
});

test("a set that speaks of another shop's currency doesn't count", () => {
  const order = orderFrom({ total_price: "120.00", total_price_set: bothMoneys("24.00", "EUR") });
  expect(order).toMatchObject({ currency: "RON", total: "120" });
});

test("an order that names no currency has the one of its sets, or none", () => {
  const total_price_set = bothMoneys("120.00", "RON");
  expect(orderFrom({ currency: "", total_price_set }).currency).toBe("RON");
  expect(orderFrom({ currency: null })).toMatchObject({ currency: "", total: "120" });
});

test("what is due is told in the buyer's money too", () => {
  const order = orderFrom({
    total_price_set: bothMoneys("120.00", "RON", "24.12", "EUR"),
    total_outstanding: "60.00",
  });
  expect(order).toMatchObject({
    due: "60",
    buyerMoney: { currency: "EUR", total: "24.12", due: "12.06" },
  });
});

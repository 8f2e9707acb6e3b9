import { Decimal } from "decimal.js";
import { array, assert, boolean, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { settle } from "#lib/ingest/settle.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import { orderFrom } from "./read.ts";

const cents = integer({ min: 0, max: 500_000 });
const rate = constantFrom(0, 5, 9, 19, 21, 27);
const sale = record({
  lines: array(record({ net: cents, quantity: integer({ min: 1, max: 9 }), rate }), {
    minLength: 1,
    maxLength: 6,
  }),
  shipping: record({ net: cents, rate }),
  fees: array(record({ net: integer({ min: -5_000, max: 5_000 }), rate }), { maxLength: 3 }),
  includesTax: boolean(),
  refunded: array(integer({ min: 1, max: 200_000 }), { maxLength: 4 }),
  status: constantFrom(
    "pending",
    "processing",
    "completed",
    "refunded",
    "cancelled",
    "on-hold",
    "failed",
    "shipped",
    "rto",
  ),
  method: constantFrom("cod", "bacs", "stripe", "xyz_gateway", ""),
  isDated: boolean(),
});

/** An order with the sums that WooCommerce makes of it. */
function sold(of: Parameters<Parameters<typeof sale.filter>[0]>[0]): StoreOrder {
  const money = (amount: number) => new Decimal(amount).dividedBy(100).toFixed(2);
  const taxed = (one: { net: number; rate: number }) => ({
    net: one.net,
    tax: Math.round((one.net * one.rate) / 100),
  });
  const lines = of.lines.map((line) => ({ ...line, ...taxed(line) }));
  const [shipping, fees] = [taxed(of.shipping), of.fees.map(taxed)];
  const parts = [...lines, shipping, ...fees];
  const tax = parts.reduce((sum, part) => sum + part.tax, 0);
  const total = parts.reduce((sum, part) => sum + part.net, tax);
  return orderFrom({
    status: of.status,
    payment_method: of.method,
    payment_method_title: "",
    date_paid_gmt: of.isDated ? "2026-03-05T10:00:00" : null,
    prices_include_tax: of.includesTax,
    total: money(total),
    total_tax: money(tax),
    shipping_total: money(shipping.net),
    shipping_tax: money(shipping.tax),
    line_items: lines.map((line, id) => ({
      id: id + 1,
      name: "x",
      quantity: line.quantity,
      price: line.net / line.quantity / 100,
      total: money(line.net),
      total_tax: money(line.tax),
    })),
    fee_lines: fees.map((fee, id) => ({ id: id + 1, total: money(fee.net), total_tax: money(fee.tax) })),
    refunds: of.refunded.map((amount, id) => ({ id: id + 1, total: money(-amount) })),
  });
}

const sum = (amounts: (string | null)[]) =>
  amounts.reduce((total, one) => total.plus(one ?? 0), new Decimal(0)).toFixed();

describe("of any order", () => {
  test("lines, shipping, taxes and fees come to its total", () => {
    assert(
      property(sale, (one) => {
        const { items, amounts, total } = sold(one);
        expect(
          sum([...items.map((item) => item.lineTotal), amounts.shipping, amounts.tax, amounts.fees]),
        ).toBe(sum([total]));
      }),
    );
  });

  test("no more is given back than was received, and it is worth what was placed less what was taken off", () => {
    assert(
      property(sale, (one) => {
        const order = sold(one);
        const { received, refunds, due } = settle(order, null);
        const refunded = sum(refunds.map(({ amount }) => amount));
        expect(new Decimal(refunded).lessThanOrEqualTo(received)).toBe(true);
        expect(order.currentTotal).toBe(
          Decimal.max(
            0,
            new Decimal(order.total).minus(sum(order.refunds.map(({ amount }) => amount))),
          ).toFixed(),
        );
        expect(new Decimal(due).isNegative()).toBe(false);
        expect(new Decimal(due).lessThanOrEqualTo(Decimal.max(0, order.currentTotal))).toBe(true);
      }),
    );
  });

  test("what is paid is not due, and what is neither paid nor over is", () => {
    assert(
      property(sale, (one) => {
        const { paymentStatus, status, due, currentTotal } = sold(one);
        const isOver =
          ["paid", "refunded", "partially_refunded"].includes(paymentStatus) || status === "cancelled";
        expect(due).toBe(isOver || status === "refunded" ? "0" : currentTotal);
      }),
    );
  });
});

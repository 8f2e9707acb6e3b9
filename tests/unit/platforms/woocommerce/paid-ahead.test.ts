import { describe, expect, test } from "vitest";
import { meta, orderFrom } from "./read.ts";

const card = { payment_method: "stripe", payment_method_title: "Card" };
const dated = { date_paid_gmt: "2026-03-05T10:00:00" };
const hundred = {
  total: "100.00",
  total_tax: "0.00",
  shipping_total: "10.00",
  line_items: [
    { id: 1, name: "Sofa", quantity: 1, price: 90, total: "90.00", total_tax: "0.00", meta_data: [] },
  ],
};

describe("a deposit", () => {
  const deposit = (...entries: [string, unknown][]) => ({
    ...hundred,
    ...card,
    meta_data: entries.map(([key, value]) => meta(key, value)),
  });
  const held: [string, unknown][] = [
    ["_wc_deposits_deposit_amount", "30"],
    ["_wc_deposits_second_payment", "70"],
  ];

  test.each([
    [
      "that the total holds",
      deposit(...held, ["_wc_deposits_deposit_paid", "yes"]),
      "30",
      "70",
      "partially_paid",
    ],
    [
      "of Acowebs",
      deposit(
        ["_awcdp_deposits_deposit_amount", "30"],
        ["_awcdp_deposits_second_payment", "70"],
        ["_awcdp_deposits_deposit_paid", "yes"],
      ),
      "30",
      "70",
      "partially_paid",
    ],
    ["told by the status", { ...deposit(...held), status: "partially-paid" }, "30", "70", "partially_paid"],
    [
      "that is not paid yet",
      { ...deposit(...held, ["_wc_deposits_deposit_paid", "no"]), status: "pending" },
      "0",
      "100",
      "pending",
    ],
    [
      "with its second payment",
      {
        ...deposit(
          ...held,
          ["_wc_deposits_deposit_paid", "yes"],
          ["_wc_deposits_second_payment_paid", "yes"],
        ),
        ...dated,
      },
      "100",
      "0",
      "paid",
    ],
    [
      "that does not add up is not believed",
      {
        ...deposit(["_wc_deposits_deposit_amount", "30"], ["_wc_deposits_second_payment", "50"]),
        status: "on-hold",
      },
      "0",
      "100",
      "pending",
    ],
  ])("%s", (_, changes, received, due, paymentStatus) => {
    expect(orderFrom(changes)).toMatchObject({ total: "100", received, due, paymentStatus });
  });

  test("of WooCommerce's own plug-in is part of the full price, which stands with the line", () => {
    const line = { ...hundred.line_items[0], price: 20, total: "20.00", total_tax: "4.20" };
    const notes = [
      meta("_is_deposit", "yes"),
      meta("_deposit_full_amount", "108.90"),
      meta("_deposit_full_amount_ex_tax", "90"),
    ];
    const order = orderFrom({
      ...card,
      ...dated,
      status: "partial-payment",
      total: "34.20",
      total_tax: "4.20",
      shipping_total: "10.00",
      line_items: [{ ...line, meta_data: notes }],
    });
    expect(order).toMatchObject({
      total: "118.9",
      received: "34.2",
      due: "84.7",
      paymentStatus: "partially_paid",
    });
    expect(order.items).toMatchObject([{ pricePerUnit: "90", lineTotal: "90", attributes: [] }]);
    expect(order.amounts).toMatchObject({ shipping: "10", tax: "18.9" });
  });

  test("of cash on delivery leaves the rest to collect", () => {
    const order = orderFrom({
      ...deposit(...held, ["_wc_deposits_deposit_paid", "yes"]),
      payment_method: "cod",
    });
    expect(order).toMatchObject({ payment: "cash_on_delivery", paymentStatus: "partially_paid", due: "70" });
  });
});

describe("a gift card or wallet", () => {
  test.each([
    [
      "gift cards",
      {
        gift_cards: [
          { id: 1, code: "A", amount: 25 },
          { id: 2, code: "B", amount: 5 },
        ],
      },
    ],
    ["PW gift cards", { pw_gift_card_lines: [{ id: 1, card_number: "A", amount: "30.00" }] }],
    ["YITH gift cards", { meta_data: [meta("_ywgc_applied_gift_cards_totals", "30")] }],
    ["a wallet", { meta_data: [meta("_via_wallet_payment", "30.00")] }],
  ])("%s: what it paid is off, whether the total holds it or not", (_, credit) => {
    expect(orderFrom({ ...hundred, ...credit })).toMatchObject({
      received: "30",
      due: "70",
      paymentStatus: "partially_paid",
    });
    const less = orderFrom({ ...hundred, ...credit, total: "70.00" });
    expect(less).toMatchObject({ total: "70", received: "0", due: "70", paymentStatus: "pending" });
  });

  test("that paid all of it leaves nothing to collect", () => {
    const all = { ...hundred, gift_cards: [{ id: 1, code: "A", amount: "100.00" }] };
    expect(orderFrom(all)).toMatchObject({ received: "100", due: "0", paymentStatus: "paid" });
  });
});

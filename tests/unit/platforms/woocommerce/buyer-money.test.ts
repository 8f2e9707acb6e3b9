import { describe, expect, test } from "vitest";
import { meta, orderFrom } from "./read.ts";

const card = { payment_method: "stripe", payment_method_title: "Card" };
const hundred = {
  total: "100.00",
  total_tax: "0.00",
  shipping_total: "10.00",
  line_items: [
    { id: 1, name: "Sofa", quantity: 1, price: 90, total: "90.00", total_tax: "0.00", meta_data: [] },
  ],
};

test.each([
  ["KWD", "3.257", "30.703"],
  ["JPY", "0.0067", "14925"],
  ["HUF", "0.0027", "37037.04"],
  ["USDT", "1.1", "90.91"],
])("an amount in the shop's %s has the decimals of that money", (code, rate, total) => {
  const meta_data = [meta("_woocs_order_rate", rate), meta("_woocs_order_base_currency", code)];
  const order = orderFrom({ ...hundred, ...card, currency: "USD", meta_data });
  expect([order.currency, order.total]).toEqual(code.length === 3 ? [code, total] : ["USD", "100"]);
});

describe("the buyer's money", () => {
  const euros = (...entries: [string, unknown][]) =>
    orderFrom({
      ...hundred,
      ...card,
      currency: "USD",
      refunds: [{ id: 9, total: "-11.00" }],
      meta_data: entries.map(([key, value]) => meta(key, value)),
    });

  test.each([
    [
      "WOOCS",
      [
        ["_woocs_order_rate", "1.1"],
        ["_woocs_order_base_currency", "EUR"],
      ],
    ],
    [
      "WooPayments",
      [
        ["_wcpay_multi_currency_order_exchange_rate", "1.1"],
        ["_wcpay_multi_currency_order_default_currency", "EUR"],
      ],
    ],
    [
      "Price Based on Country",
      [
        ["_wcpbc_base_exchange_rate", "0.909090909"],
        ["_wcpbc_base_currency", "EUR"],
      ],
    ],
    ["CURCY", [["wmc_order_info", { EUR: { rate: "1", is_main: 1 }, USD: { rate: "1.1", is_main: 0 } }]]],
    [
      "Aelia",
      [
        ["_base_currency_exchange_rate", "0.909090909"],
        ["_order_base_currency", "EUR"],
        ["_order_total_base_currency", "90.91"],
      ],
    ],
  ] as [string, [string, unknown][]][])("of %s stands beside the shop's", (_, entries) => {
    expect(euros(...entries)).toMatchObject({
      currency: "EUR",
      total: "90.91",
      currentTotal: "80.91",
      received: "90.91",
      amounts: { shipping: "9.09" },
      items: [{ pricePerUnit: "81.82", lineTotal: "81.82" }],
      refunds: [{ amount: "10", buyerMoney: { amount: "11", currency: "USD" } }],
      buyerMoney: { currency: "USD", total: "100", due: "0" },
    });
  });

  test.each([
    ["a rate alone", [["_base_currency_exchange_rate", "0.9"]]],
    ["a currency alone", [["_woocs_order_base_currency", "EUR"]]],
    [
      "the order's own currency",
      [
        ["_woocs_order_rate", "1.1"],
        ["_woocs_order_base_currency", "USD"],
      ],
    ],
    [
      "a rate that nobody set",
      [
        ["_woocs_order_rate", "1"],
        ["_woocs_order_base_currency", "EUR"],
      ],
    ],
    [
      "a rate of nothing",
      [
        ["_woocs_order_rate", "0"],
        ["_woocs_order_base_currency", "EUR"],
      ],
    ],
    [
      "a total that contradicts the rate",
      [
        ["_base_currency_exchange_rate", "0.9"],
        ["_order_base_currency", "EUR"],
        ["_order_total_base_currency", "50"],
      ],
    ],
  ] as [string, [string, unknown][]][])(
    "is not told apart by %s: the order's currency is its own",
    (_, entries) => {
      expect(euros(...entries)).toMatchObject({ currency: "USD", total: "100", buyerMoney: null });
    },
  );
});

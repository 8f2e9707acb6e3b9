import { describe, expect, test } from "vitest";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError, type StoreOrder } from "#lib/platforms/platform.ts";
import { shopify } from "#lib/platforms/shopify/platform.ts";
import { shipmentOf } from "#lib/platforms/shopify/shapes.ts";
import { payload } from "#tests/fixtures/payloads.ts";
import { shopifyAddress, shopifyOrder, shopifyRefund } from "#tests/fixtures/shopify-order.ts";

const store = { codGateways: [] };

function read(topic: string, body: object, headers: Record<string, string> = {}) {
  return shopify.readEvent(
    topic,
    new Headers(headers),
    parseExactly(Buffer.from(JSON.stringify(body))),
    store,
  );
}

function orderFrom(changes: Record<string, unknown>, headers?: Record<string, string>): StoreOrder {
  const event = read("orders/updated", shopifyOrder(changes), headers);
  if (event.kind !== "order") throw new Error("This is no order.");
  return event.order;
}

describe("an order of Shopify", () => {
  test("is told in the currency of the shop, not of the buyer", () => {
    const money = {
      shop_money: { amount: "60.33", currency_code: "AUD" },
      presentment_money: { amount: "45.85" },
    };
    const order = orderFrom({
      currency: "AUD",
      presentment_currency: "USD",
      total_price: "60.33",
      total_price_set: money,
    });
    expect(order).toMatchObject({ currency: "AUD", total: "60.33" });
  });

  test("of a REST list reads like one of a webhook", () => {
    const { orders } = parseExactly(payload("shopify/rest-orders-list-cod-no-phone.json")) as {
      orders: unknown[];
    };
    const event = shopify.readEvent("orders/create", new Headers(), orders[0], store);
    expect(event).toMatchObject({
      kind: "order",
      change: "created",
      order: {
        externalId: "2484642454526",
        number: "#1006",
        isCod: true,
        paymentStatus: "paid",
        currency: "USD",
        total: "148.73",
        contact: { name: "testan sample", phone: null, city: "Pune", country: "IN" },
        items: [{ sku: null, name: "Rennie - 3 Months / Weekly", quantity: "1", pricePerUnit: "135" }],
      },
    });
  });

  test("is a test when it or its header says so", () => {
    expect(orderFrom({}).isTest).toBe(false);
    expect(orderFrom({ test: true }).isTest).toBe(true);
    expect(orderFrom({}, { "X-Shopify-Test": "true" }).isTest).toBe(true);
  });

  test.each([
    [{ payment_gateway_names: ["manual"] }, false],
    [{ payment_gateway_names: ["cash_on_delivery"] }, true],
    [{ payment_gateway_names: [""], gateway: "Cash on Delivery (COD)" }, true],
    [{ payment_gateway_names: null, gateway: null }, false],
  ])("with %o is cash on delivery: %s", (changes, isCod) => {
    expect(orderFrom(changes).isCod).toBe(isCod);
  });

  test.each([
    [{ name: "", order_number: 1001 }, "1001"],
    [{ name: null, order_number: null }, "5001000001"],
  ])("with %o has the number %s", (changes, number) => {
    expect(orderFrom(changes).number).toBe(number);
  });

  test.each([
    ["the order", { phone: "1" }, "1"],
    ["the shipping address", { phone: "", shipping_address: shopifyAddress({ phone: "2" }) }, "2"],
    [
      "the billing address",
      { shipping_address: shopifyAddress({ phone: null }), billing_address: { phone: "3" } },
      "3",
    ],
    ["the customer", { shipping_address: null, customer: { id: 1, phone: "4" } }, "4"],
  ])("takes the phone from %s first", (_, changes, phone) => {
    expect(orderFrom(changes).contact.phone).toBe(phone);
  });

  test("without any customer is still one", () => {
    const order = orderFrom({
      customer: undefined,
      email: "",
      contact_email: null,
      shipping_address: undefined,
      billing_address: null,
    });
    expect(new Set(Object.values(order.contact))).toEqual(new Set([null]));
  });

  test("keeps ids and amounts as they were written", () => {
    const body = JSON.stringify(shopifyOrder({ id: 1, total_price: 2 })).replace(
      '"id":1,',
      '"id":820982911946154508,',
    );
    const event = shopify.readEvent(
      "orders/create",
      new Headers(),
      parseExactly(Buffer.from(body.replace('"total_price":2', '"total_price":9007199254.993'))),
      store,
    );
    expect(event).toMatchObject({ order: { externalId: "820982911946154508", total: "9007199254.993" } });
  });
});

describe("a refund of Shopify", () => {
  const refundOf = (changes: Record<string, unknown>) => {
    const event = read("refunds/create", { ...shopifyRefund(changes), order_id: 1 });
    if (event.kind !== "refund") throw new Error("This is no refund.");
    return event.refund.amount;
  };
  const transaction = (changes: Record<string, unknown>) => ({
    id: 1,
    kind: "refund",
    status: "success",
    amount: "10.00",
    currency: "RON",
    ...changes,
  });
  const line = { subtotal: 199.0, total_tax: 0.5, subtotal_set: null };

  test.each([
    ["its transactions", { transactions: [transaction({}), transaction({ id: 2, amount: "2.50" })] }, "12.5"],
    ["nothing when it was voided", { transactions: [transaction({ kind: "void", amount: "0.00" })] }, "0"],
    ["nothing yet when it is pending", { transactions: [transaction({ status: "pending" })] }, "0"],
    ["nothing when it failed", { transactions: [transaction({ status: "failure" })] }, "0"],
    ["its lines when money moved elsewhere", { transactions: [], refund_line_items: [line, line] }, "399"],
    [
      "its lines and the shipping",
      { transactions: null, refund_line_items: [line], order_adjustments: [{ amount: "-30.00" }] },
      "229.5",
    ],
    [
      "its lines less what was kept",
      { transactions: [], refund_line_items: [line], order_adjustments: [{ amount: "250" }] },
      "0",
    ],
  ])("gives back %s", (_, changes, amount) => {
    expect(refundOf(changes)).toBe(amount);
  });
});

test.each([
  ["success", null, "shipped"],
  [null, null, "shipped"],
  ["success", "label_printed", "shipped"],
  ["success", "in_transit", "in_transit"],
  ["success", "out_for_delivery", "in_transit"],
  ["success", "delivered", "delivered"],
  ["pending", null, "none"],
  ["open", null, "none"],
  ["open", "in_transit", "in_transit"],
  ["cancelled", "in_transit", "none"],
  ["failure", null, "none"],
  ["error", "delivered", "none"],
])("a parcel that is %s and %s is %s", (status, shipmentStatus, expected) => {
  expect(shipmentOf(status, shipmentStatus)).toBe(expected);
});

test.each([
  ["no parcel", null, [], "none"],
  ["fulfilled without a parcel", "fulfilled", [], "shipped"],
  ["one of two delivered", "partial", ["delivered"], "in_transit"],
  ["all delivered", "fulfilled", ["delivered", "delivered"], "delivered"],
  ["one still under way", "fulfilled", ["delivered", null], "in_transit"],
])("an order with %s is %s", (_, fulfillment_status, shipmentStatuses, expected) => {
  const fulfillments = shipmentStatuses.map((shipment_status) => ({ status: "success", shipment_status }));
  expect(orderFrom({ fulfillment_status, fulfillments }).shipment).toBe(expected);
});

test("the same delivery has the same key, another topic another one", () => {
  const key = (topic: string, id?: string, body = "{}") =>
    shopify.dedupeKey(
      new Headers({ "X-Shopify-Topic": topic, ...(id && { "X-Shopify-Webhook-Id": id }) }),
      Buffer.from(body),
    );
  expect(key("orders/create", "a", "{}")).toBe(key("orders/create", "a", "{ }"));
  expect(key("orders/create", "a")).not.toBe(key("orders/paid", "a"));
  expect(key("orders/create")).not.toBe(key("orders/create", undefined, "{ }"));
});

test("a fault names the fields, five at most, and never what they hold", () => {
  const fault = () =>
    read("orders/create", { id: "", currency: "Ana", total_price: "Ana", test: "Ana", email: [] });
  expect(fault).toThrow(DeliveryError);
  expect(fault).toThrow(/\(id: [^;]+(; \w+: [^;]+){4}\)\.$/);
  expect(fault).not.toThrow(/Ana/);
});

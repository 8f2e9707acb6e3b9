import { describe, expect, test } from "vitest";
import { parseExactly } from "#lib/platforms/json.ts";
import { DeliveryError } from "#lib/platforms/platform.ts";
import { shopify } from "#lib/platforms/shopify/platform.ts";
import { payload } from "#tests/fixtures/payloads.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { orderFrom, read, store } from "./read.ts";

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
        payment: "cash_on_delivery",
        paymentStatus: "paid",
        currency: "USD",
        total: "148.73",
        buyer: { name: "testan sample", phone: null, city: "Pune", country: "IN" },
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
    [{ name: "", order_number: 1001 }, "1001"],
    [{ name: null, order_number: null }, "5001000001"],
  ])("with %o has the number %s", (changes, number) => {
    expect(orderFrom(changes).number).toBe(number);
  });

  test.each([
    ["neither lines nor a total", { line_items: null, total_price: "" }, true],
    ["no lines", { line_items: [] }, false],
    ["no total", { total_price: undefined }, false],
  ])("of %s is partial: %o %s", (_, changes, isPartial) => {
    expect(read("orders/updated", shopifyOrder(changes))).toMatchObject({ kind: "order", isPartial });
  });

  test("without any customer is still one", () => {
    const order = orderFrom({
      customer: undefined,
      email: "",
      contact_email: null,
      shipping_address: undefined,
      billing_address: null,
    });
    const said = [...Object.values(order.buyer), ...Object.values(order.recipient)];
    expect(new Set(said)).toEqual(new Set([null]));
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

test("the same delivery has the same key, another topic another one", () => {
  const key = (topic: string, id?: string, body = "{}") =>
    shopify.dedupeKey(
      shopify.readHeaders(
        new Headers({ "X-Shopify-Topic": topic, ...(id && { "X-Shopify-Webhook-Id": id }) }),
      ),
      Buffer.from(body),
    );
  expect(key("orders/create", "a", "{}")).toBe(key("orders/create", "a", "{ }"));
  expect(key("orders/create", "a")).not.toBe(key("orders/paid", "a"));
  expect(key("orders/create")).not.toBe(key("orders/create", undefined, "{ }"));
});

test("a fault names the fields, five at most, and never what they hold", () => {
  const fault = () =>
    read("orders/create", {
      id: "",
      email: ["Ana"],
      total_price: "Ana",
      test: "Ana",
      note: ["Ana"],
      phone: ["Ana"],
    });
  expect(fault).toThrow(DeliveryError);
  expect(fault).toThrow(/"fields":"id(, [\w.]+){4}"/);
  expect(fault).not.toThrow(/Ana/);
});

import { describe, expect, test } from "vitest";
import { isPing } from "#lib/platforms/woocommerce/platform.ts";
import { emptyWooAddress, wooAddress } from "#tests/fixtures/woocommerce-order.ts";
import { orderFrom, read } from "./read.ts";

const card = { payment_method: "stripe", payment_method_title: "Card" };
const line = (changes: Record<string, unknown>) => ({
  line_items: [{ id: 1, name: "Lamp", sku: "", quantity: 1, price: 10, total: "10.00", ...changes }],
});

describe("an order of WooCommerce", () => {
  test("goes to the billing address when the shipping address is empty", () => {
    const { buyer, recipient } = orderFrom({ shipping: emptyWooAddress });
    expect(buyer).toEqual({
      name: "Ana Pop",
      email: "ana.pop@example.com",
      phone: "0722123456",
      street: "Strada Lunga 7",
      city: "Cluj-Napoca",
      region: "Cluj",
      zip: "400001",
      country: "RO",
    });
    expect(recipient).toEqual(buyer);
  });

  test("goes to the shipping address when there is one; who ordered is the buyer", () => {
    const shipping = wooAddress({ first_name: "Dan", city: "Sibiu", phone: "0733123456", email: undefined });
    const { buyer, recipient, otherPhones } = orderFrom({ shipping });
    expect(buyer).toMatchObject({
      name: "Ana Pop",
      city: "Cluj-Napoca",
      email: "ana.pop@example.com",
      phone: "0722123456",
    });
    expect(recipient).toMatchObject({ name: "Dan Pop", city: "Sibiu", email: null, phone: "0733123456" });
    expect(otherPhones).toEqual(["0733123456"]);
  });

  test("has no entities in its names", () => {
    const { buyer, items } = orderFrom({
      ...line({ name: "Ship &ndash; 2 &times; &quot;L&quot; &amp; more" }),
      billing: wooAddress({ address_1: "632 O&#8217;Conner Skyway", last_name: "O&#039;Neil" }),
    });
    expect(buyer).toMatchObject({ street: "632 O’Conner Skyway", name: "Ana O'Neil" });
    expect(items[0]?.name).toBe('Ship – 2 × "L" & more');
  });

  test.each([
    [{ price: 10.799999999999999 }, { pricePerUnit: "10.8" }],
    [{ price: 14.675 }, { pricePerUnit: "14.675" }],
    [{ price: null, total: "10.00", quantity: 3 }, { pricePerUnit: "3.333" }],
    [{ price: undefined, total: undefined }, { pricePerUnit: "0" }],
    [
      { price: null, quantity: 0 },
      { pricePerUnit: "0", quantity: "0" },
    ],
    [{ quantity: 1.5 }, { quantity: "1.5", currentQuantity: "1.5" }],
    [{ sku: 12345 }, { sku: "12345" }],
    [{ sku: null }, { sku: null }],
    [{ sku: " " }, { sku: null }],
    [{ name: null }, { name: "1" }],
  ])("with a line of %o says %o", (changes, item) => {
    expect(orderFrom(line(changes)).items).toMatchObject([item]);
  });

  test.each([
    ["cash on delivery, processing", {}, "pending"],
    ["cash on delivery, completed without a date of payment", { status: "completed" }, "pending"],
    ["cash on delivery, completed", { status: "completed", date_paid_gmt: "2026-03-05T10:00:00" }, "paid"],
    ["by card, processing", { ...card }, "paid"],
    ["by card, pending", { ...card, status: "pending" }, "pending"],
    [
      "by transfer, on hold",
      { payment_method: "bacs", payment_method_title: "Transfer", status: "on-hold" },
      "pending",
    ],
    ["by card, failed", { ...card, status: "failed" }, "failed"],
    ["by card, cancelled unpaid", { ...card, status: "cancelled" }, "voided"],
    ["by card, partly given back", { ...card, refunds: [{ id: 1, total: "-5.00" }] }, "partially_refunded"],
    ["by card, all given back", { ...card, refunds: [{ id: 1, total: "-29.35" }] }, "refunded"],
    ["refunded with an empty list", { ...card, status: "refunded", refunds: [] }, "refunded"],
    ["free of charge", { ...card, payment_method: "", payment_method_title: "", total: "0.00" }, "paid"],
  ])("%s is %s", (_, changes, expected) => {
    expect(orderFrom(changes).paymentStatus).toBe(expected);
  });

  test.each([
    ["pending", "pending"],
    ["on-hold", "pending"],
    ["failed", "pending"],
    ["processing", "processing"],
    ["packing-slip-printed", "processing"],
    ["wc-shipped", "shipped"],
    ["in-transit", "shipped"],
    ["delivered", "delivered"],
    ["completed", "delivered"],
    ["cancelled", "cancelled"],
    ["cancel-request", null],
    ["trash", "cancelled"],
    ["refunded", "refunded"],
  ])("that says %s is %s", (status, expected) => {
    expect(orderFrom({ status }).status).toBe(expected);
  });

  test("is worth its total less what was given back, and never less than nothing", () => {
    const refunds = [
      { id: 549, total: "-16.20" },
      { id: 547, total: "-8.10" },
    ];
    expect(orderFrom({ total: "304.45", refunds })).toMatchObject({
      total: "304.45",
      currentTotal: "280.15",
    });
    expect(orderFrom({ total: "20.00", refunds }).currentTotal).toBe("0");
  });

  test("tells time in UTC without saying so", () => {
    const order = orderFrom({ date_created: "2026-03-02T12:00:00", date_created_gmt: "2026-03-02T10:00:00" });
    expect(order.createdAt.toISOString()).toBe("2026-03-02T10:00:00.000Z");
  });

  test("of a guest has no customer of the store", () => {
    expect(orderFrom({ customer_id: 0 }).externalCustomerId).toBeNull();
    expect(orderFrom({ customer_id: 14 }).externalCustomerId).toBe("14");
  });

  test.each([
    ["order.created", "created"],
    ["order.updated", "updated"],
    ["order.restored", "restored"],
  ])("that comes as %s was %s", (topic, change) => {
    expect(read(topic, {})).toMatchObject({ kind: "order", change });
  });
});

describe("a ping", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };

  test("is a form with the webhook's number and nothing else", () => {
    expect(isPing(new Headers(form), Buffer.from("webhook_id=10"))).toBe(true);
    expect(
      isPing(
        new Headers({ "content-type": `${form["content-type"]}; charset=utf-8` }),
        Buffer.from("webhook_id=1"),
      ),
    ).toBe(true);
  });

  test.each([
    ["JSON", { "content-type": "application/json" }, "webhook_id=10"],
    ["a delivery", { ...form, "x-wc-webhook-topic": "order.created" }, "webhook_id=10"],
    ["another form", form, "webhook_id=10&order=1"],
    ["empty", form, ""],
    ["without a number", form, "webhook_id=ten"],
    ["a long body that begins like one", form, `webhook_id=10${" ".repeat(100)}{"id":1}`],
  ])("is not what is %s", (_, headers, body) => {
    expect(isPing(new Headers(headers), Buffer.from(body))).toBe(false);
  });
});

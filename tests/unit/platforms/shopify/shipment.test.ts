import { describe, expect, test } from "vitest";
import { hasFailed, shipmentOf } from "#lib/platforms/shopify/shipment.ts";
import { shopifyFulfillment, shopifyLine, shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { orderFrom, read } from "./read.ts";

test.each([
  ["success", null, "shipped"],
  [null, null, "shipped"],
  ["success", "label_printed", "shipped"],
  ["success", "confirmed", "shipped"],
  ["success", "in_transit", "in_transit"],
  ["success", "out_for_delivery", "in_transit"],
  ["success", "attempted_delivery", "in_transit"],
  ["success", "failure", "in_transit"],
  ["success", "ready_for_pickup", "in_transit"],
  ["success", "delivered", "delivered"],
  ["success", "picked_up", "delivered"],
  ["success", "carrier_picked_up", "in_transit"],
  ["pending", null, "none"],
  ["open", null, "none"],
  ["open", "in_transit", "in_transit"],
  ["cancelled", "in_transit", "none"],
  ["failure", null, "none"],
  ["error", "delivered", "none"],
])("a parcel that is %s and %s is %s", (status, shipment_status, expected) => {
  expect(shipmentOf({ status, shipment_status })).toBe(expected);
});

test.each([
  ["success", "attempted_delivery", true],
  ["success", "failure", true],
  ["success", "out_for_delivery", false],
  ["success", "delivered", false],
  ["cancelled", "attempted_delivery", false],
])("whether a parcel that is %s and %s could not be handed over: %s", (status, shipment_status, expected) => {
  expect(hasFailed({ status, shipment_status })).toBe(expected);
});

const parcels = (...statuses: (string | null)[]) =>
  statuses.map((shipment_status, id) => shopifyFulfillment({ id, shipment_status }));

test.each([
  ["no parcel", null, [], "none"],
  ["fulfilled without a parcel", "fulfilled", [], "shipped"],
  ["one of two delivered", "partial", ["delivered"], "in_transit"],
  ["all delivered", "fulfilled", ["delivered", "delivered"], "delivered"],
  ["one still under way", "fulfilled", ["delivered", null], "in_transit"],
])("an order with %s is %s", (_, fulfillment_status, statuses, expected) => {
  expect(orderFrom({ fulfillment_status, fulfillments: parcels(...statuses) }).shipment).toBe(expected);
});

describe("an order whose parcel could not be handed over", () => {
  const failed = { fulfillment_status: "fulfilled", fulfillments: parcels("attempted_delivery") };

  test("is under way, and its buyer to be called", () => {
    expect(orderFrom(failed)).toMatchObject({
      status: "shipped",
      shipment: "in_transit",
      callReason: "delivery_failed",
    });
  });

  test("has no buyer to be called once it is out again, was cancelled or given back", () => {
    for (const changes of [
      { fulfillments: parcels("out_for_delivery") },
      { cancelled_at: "2026-03-05T10:00:00+02:00" },
      { financial_status: "refunded" },
    ])
      expect(orderFrom({ ...failed, ...changes }).callReason).toBeNull();
  });
});

describe("an order that came back", () => {
  const sent = { fulfillment_status: "fulfilled", fulfillments: parcels("delivered") };
  const restocked = (restock_type: string) =>
    shopifyRefund({ transactions: [], refund_line_items: [{ restock_type }] });
  const nothingLeft = { line_items: [shopifyLine({ current_quantity: 0 })] };

  test("was put on the shelf again whole, after it was sent", () => {
    expect(orderFrom({ ...sent, ...nothingLeft, refunds: [restocked("return")] })).toMatchObject({
      shipment: "returned",
      received: "0",
      refunds: [{ amount: "0" }],
    });
  });

  test.each([
    ["of which something is left", { ...sent, refunds: [restocked("return")] }, "delivered"],
    ["that was never sent", { ...nothingLeft, refunds: [restocked("return")] }, "none"],
    ["whose lines were taken off", { ...sent, ...nothingLeft, refunds: [restocked("cancel")] }, "delivered"],
  ])("is none %s", (_, changes, shipment) => {
    expect(orderFrom(changes).shipment).toBe(shipment);
  });
});

describe("news of a parcel", () => {
  test("names all its numbers", () => {
    const parcel = shopifyFulfillment({ tracking_number: "A1", tracking_numbers: ["A1", "A2"] });
    expect(read("fulfillments/create", parcel)).toMatchObject({
      kind: "fulfillment",
      externalOrderId: "5001000001",
      shipment: "shipped",
      trackingNumbers: ["A1", "A2"],
      carrier: "UPS",
      isCancelled: false,
      hasFailed: false,
      at: new Date("2026-03-03T08:00:00Z"),
    });
  });

  test.each([
    ["attempted_delivery", { shipment: "in_transit", hasFailed: true }],
    ["failure", { shipment: "in_transit", hasFailed: true }],
    ["out_for_delivery", { shipment: "in_transit", hasFailed: false }],
    ["delivered", { shipment: "delivered", hasFailed: false }],
  ])("by the carrier: %s", (status, expected) => {
    const event = { order_id: 1, status, happened_at: "2026-03-03T10:00:00+02:00" };
    expect(read("fulfillment_events/create", event)).toMatchObject({ ...expected, isCancelled: false });
  });

  test("without a date is of when it came", () => {
    const received = new Date("2026-11-30T12:00:00Z");
    expect(read("fulfillments/update", { order_id: 1, updated_at: "soon" })).toMatchObject({ at: received });
    expect(read("fulfillment_events/create", { order_id: 1 })).toMatchObject({ at: received });
  });

  test("of no order fails", () => {
    expect(() => read("fulfillments/update", shopifyFulfillment({ order_id: null }))).toThrow(/order_id/);
  });
});

import { describe, expect, test } from "vitest";
import { shopifyFulfillment, shopifyLine } from "#tests/fixtures/shopify-order.ts";
import { orderFrom } from "./read.ts";

/** A line of the sample order with changes, as Astra reads it. */
function lineFrom(changes: Record<string, unknown>) {
  return orderFrom({ line_items: [shopifyLine(changes)] }).items[0];
}

describe("an item", () => {
  test.each([
    ["its name", { name: "Lamp - White", title: "Lamp" }, "Lamp - White"],
    ["its title where it has no name", { name: null, title: "Lamp" }, "Lamp"],
    ["its SKU where it has neither", { name: "", title: null }, "LAMP-1"],
    ["its id where it has nothing", { name: null, title: null, sku: null }, "9001"],
    ["no markup", { name: "<b>Salt</b> &amp; Pepper" }, "Salt & Pepper"],
    ["what only looks like markup", { name: "Cable < 3 m, 5 > 4" }, "Cable < 3 m, 5 > 4"],
  ])("shows %s", (_, changes, name) => {
    expect(lineFrom(changes)?.name).toBe(name);
  });

  test.each([
    ["said by the name", { title: "Lamp", name: "Lamp - White / XL", variant_title: "White / XL" }, []],
    ["not said by the name", { title: "Lamp", name: "Lamp", variant_title: "White / XL" }, ["White", "XL"]],
    ["said only by the title", { title: "Red Lamp", name: "Red Lamp", variant_title: "Red" }, ["Red"]],
    ["that is none", { variant_title: "Default Title" }, []],
  ])("shows a variant %s", (_, changes, parts) => {
    expect(lineFrom(changes)?.attributes).toEqual(parts.map((value) => ({ label: "", value })));
  });

  test.each([
    [
      "a list",
      [
        { name: "Text", value: "Ana" },
        { name: "_id", value: "1" },
        { name: "Size", value: "" },
      ],
    ],
    ["an object of names", { Text: "Ana", _id: "1", Size: null }],
    [
      "an object with numbers for keys",
      { 0: { name: "Text", value: "Ana" }, 1: { name: "_id", value: "1" } },
    ],
  ])("shows the properties of %s, without those that are hidden or empty", (_, properties) => {
    expect(lineFrom({ properties })?.attributes).toEqual([{ label: "Text", value: "Ana" }]);
  });

  test("shows properties of numbers, ticks and several texts", () => {
    const properties = [
      { name: "Candles", value: 18 },
      { name: "Gift wrap", value: true },
      { name: "Toppings", value: ["nuts", "honey"] },
    ];
    expect(lineFrom({ properties })?.attributes.map(({ value }) => value)).toEqual([
      "18",
      "true",
      "nuts, honey",
    ]);
  });

  test("is priced as it was placed, and counted as it is left", () => {
    expect(lineFrom({ price: "19.99", quantity: 3, current_quantity: 1 })).toMatchObject({
      pricePerUnit: "19.99",
      lineTotal: "59.97",
      quantity: "3",
      currentQuantity: "1",
    });
  });
});

describe("what the shop asked the buyer", () => {
  test("is kept in its words, without what is hidden and what advertisers add", () => {
    const note_attributes = [
      { name: "Delivery window", value: "18-20" },
      { name: "_cart", value: "x" },
      { name: "utm_source", value: "fb" },
      { name: "Empty", value: "" },
    ];
    expect(orderFrom({ note_attributes }).attributes).toEqual([{ label: "Delivery window", value: "18-20" }]);
  });

  test.each([
    [{ note_attributes: [{ name: "CUI", value: "RO12345678" }] }, "RO12345678"],
    [{ note_attributes: { "VAT number": "DE123456789" } }, "DE123456789"],
    [
      { localization_extensions: [{ title: "CPF/CNPJ", value: "39053344705", purpose: "TAX" }] },
      "39053344705",
    ],
    [{ localized_fields: [{ key: "TAX_CREDENTIAL_BR", title: "CPF", value: "39053344705" }] }, "39053344705"],
    [{ note_attributes: [{ name: "Vatican tour", value: "yes" }] }, null],
    [{ note_attributes: [{ name: "Cuisine", value: "7" }] }, null],
    [{ note_attributes: [{ name: "Taxi", value: "7" }] }, null],
    [{ note_attributes: [{ name: "ЕИК", value: "123456789" }] }, "123456789"],
    [{ note_attributes: [{ name: "Tax ID", value: "77" }] }, "77"],
  ])("%o has the tax number %s", (changes, taxNumber) => {
    expect(orderFrom(changes).taxNumber).toBe(taxNumber);
  });
});

test("all tracking numbers of all parcels are kept, but of one that was cancelled", () => {
  const fulfillments = [
    shopifyFulfillment({ tracking_number: "A1", tracking_numbers: ["A1", "A2"] }),
    shopifyFulfillment({ id: 2, tracking_number: "B1", tracking_numbers: null }),
    shopifyFulfillment({ id: 3, tracking_number: "C1", status: "cancelled" }),
  ];
  expect(orderFrom({ fulfillments }).trackingNumbers).toEqual(["A1", "A2", "B1"]);
});

test.each([
  ["made by the checkout, seconds after it was paid", "2026-03-02T09:59:58+02:00", "2026-03-02T08:00:00Z"],
  ["made from a draft of the day before", "2026-03-01T10:00:00+02:00", "2026-03-02T08:00:00Z"],
  ["imported from another shop", "2025-11-20T10:00:00+02:00", "2025-11-20T08:00:00Z"],
  ["that says no other date", null, "2026-03-02T08:00:00Z"],
])("an order %s is dated", (_, processed_at, at) => {
  expect(orderFrom({ processed_at }).createdAt).toEqual(new Date(at));
});

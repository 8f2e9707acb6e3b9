import { describe, expect, test } from "vitest";
import { meta, orderFrom } from "./read.ts";

const line = (changes: Record<string, unknown>, order: Record<string, unknown> = {}) =>
  orderFrom({
    ...order,
    line_items: [
      { id: 1, name: "Lamp", quantity: 1, price: 10, total: "10.00", total_tax: "2.10", ...changes },
    ],
  }).items[0];

describe("the price of a line", () => {
  test("holds the tax where the shop's prices do, and only there", () => {
    const three = { quantity: 3, price: 16.520661, total: "49.56", total_tax: "10.41" };
    expect(line(three, { prices_include_tax: true })).toMatchObject({
      pricePerUnit: "19.99",
      lineTotal: "59.97",
    });
    expect(line(three, { prices_include_tax: false })).toMatchObject({
      pricePerUnit: "16.521",
      lineTotal: "49.56",
    });
  });

  test.each([
    ["without a total", { total: null, quantity: 2 }, "10", "20"],
    ["without a price", { price: "", total: "10.00", quantity: 4 }, "2.5", "10"],
    ["without either", { price: null, total: "" }, "0", "0"],
    ["with a decimal comma", { price: "10,50", total: "10,50" }, "10.5", "10.5"],
  ])("%s", (_, changes, pricePerUnit, lineTotal) => {
    expect(line(changes)).toMatchObject({ pricePerUnit, lineTotal });
  });
});

test("a line's name has neither markup nor entities", () => {
  expect(line({ name: "Inel &#8222;Ana&#8221; <small>(aur <b>14k</b>)</small><br>nou" })?.name).toBe(
    "Inel „Ana” (aur 14k) nou",
  );
  expect(line({ name: "Cablu < 2 m & > 1 m" })?.name).toBe("Cablu < 2 m & > 1 m");
});

describe("what tells a line apart", () => {
  const attributes = (entries: unknown[], changes: Record<string, unknown> = {}) =>
    line({ meta_data: entries, ...changes })?.attributes;

  test("is shown by the shop's own label, else by its key", () => {
    expect(attributes([meta("pa_marime", "m", { key: "Mărime", value: "M" })])).toEqual([
      { label: "Mărime", value: "M" },
    ]);
    expect(attributes([{ id: 1, key: "pa_culoare-rama", value: "negru" }])).toEqual([
      { label: "Culoare-rama", value: "negru" },
    ]);
  });

  test("has neither markup nor entities, and several answers in one line", () => {
    const shown = { key: "Text", value: '<p>Ana &amp; <a href="https://shop.example/f.png">f.png</a></p>' };
    expect(attributes([meta("text", "raw", shown), meta("Opțiuni", ["roșu", "mare"])])).toEqual([
      { label: "Text", value: "Ana & f.png" },
      { label: "Opțiuni", value: "roșu, mare" },
    ]);
  });

  test("is not what is hidden, empty, an object, JSON or serialised", () => {
    const machines = [
      meta("_tm_epo", "1"),
      meta("_wpo_options", { "1": { name: "Print" } }, { key: "Options" }),
      meta("config", { a: "1" }),
      meta("json", '{"a":1}'),
      meta("php", 'a:1:{s:1:"a";s:1:"b";}'),
      meta("empty", ""),
      meta("", "nothing"),
      meta("vendor_id", "12"),
    ];
    expect(attributes(machines)).toEqual([]);
  });

  test.each([
    ["after the product's name", { name: "Rochie - M, Bordo", parent_name: "Rochie" }, []],
    ["with labels", { name: "Rochie – Mărime: M, Culoare: Bordo", parent_name: null }, []],
    [
      "in the product's own name alone",
      { name: "Rochie M Bordo", parent_name: "Rochie M Bordo" },
      ["M", "Bordo"],
    ],
    [
      "of a size that is a number in the name",
      { name: "Inel 17 - Aur", parent_name: "Inel 17" },
      ["M", "Bordo"],
    ],
  ])("is not repeated when the name says it %s", (_, names, values) => {
    const variation = [
      meta("pa_marime", "m", { value: "M" }),
      meta("pa_culoare", "bordo", { value: "Bordo" }),
    ];
    const kept = attributes(variation, { variation_id: 5, ...names });
    expect(kept?.map(({ value }) => value)).toEqual(values);
  });

  test("of a product without variations stays, whatever its name", () => {
    const text = [meta("Text", "Ana")];
    expect(attributes(text, { name: "Cană - Ana", variation_id: 0 })).toEqual([
      { label: "Text", value: "Ana" },
    ]);
  });
});

test("lines without an id are told apart by their place", () => {
  const { items } = orderFrom({ line_items: [{ name: "A" }, { id: 0, name: "B" }, { id: 7, name: "C" }] });
  expect(items.map(({ externalId }) => externalId)).toEqual(["#1", "#2", "7"]);
});

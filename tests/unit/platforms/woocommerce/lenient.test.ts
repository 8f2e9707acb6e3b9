import { assert, constantFrom, type JsonValue, nat, property, subarray } from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExactly } from "#lib/platforms/json.ts";
import { payload } from "#tests/fixtures/payloads.ts";
import { orderOf, readBody, store } from "./read.ts";

/** A real order whose every field has something in it. */
const real = parseExactly(payload("woocommerce-real/order-updated-prices-include-tax.json")) as Record<
  string,
  JsonValue
>;
const whole = orderOf(readBody("order.updated", real));

/** What plug-ins write for nothing. */
const nothing = constantFrom<JsonValue>(null, "", false, [], {});
/** What makes no sense anywhere. */
const nonsense = constantFrom<JsonValue>({ a: 1 }, [["x"]], "\u0001nonsense", { "0": { "0": "x" } }, true);

const fields = Object.keys(real).filter((field) => field !== "id");

describe("an order is read", () => {
  test("with any of its fields empty or missing", () => {
    assert(
      property(subarray(fields), nothing, (emptied, value) => {
        const order = orderOf(
          readBody("order.updated", {
            ...real,
            ...Object.fromEntries(emptied.map((field) => [field, value])),
          }),
        );
        expect(order.externalId).toBe("48");
        expect(order.notUnderstood).toEqual([]);
        const isKept = (...kept: string[]) => !kept.some((field) => emptied.includes(field));
        if (isKept("billing")) expect(order.buyer).toEqual(whole.buyer);
        if (isKept("line_items", "prices_include_tax")) expect(order.items).toEqual(whole.items);
        if (isKept("total")) expect(order.total).toBe(whole.total);
        if (isKept("currency")) expect(order.currency).toBe("RON");
        if (isKept("payment_method")) expect(order.payment).toBe("cash_on_delivery");
        if (!isKept("date_created_gmt") && !isKept("date_created"))
          expect(order.createdAt).toEqual(store.receivedAt);
      }),
    );
  });

  test("with any of its fields of another kind, and exactly these are named", () => {
    const wrong: [field: string, value: JsonValue][] = [
      ...[
        "total",
        "total_tax",
        "shipping_total",
        "line_items",
        "refunds",
        "meta_data",
        "billing",
        "shipping",
      ].map((field): [string, JsonValue] => [field, "nonsense"]),
      ...[
        "number",
        "status",
        "currency",
        "customer_note",
        "payment_method",
        "created_via",
        "customer_id",
      ].map((field): [string, JsonValue] => [field, { a: 1 }]),
      ["date_created_gmt", "soon"],
      ["date_modified_gmt", true],
      ["prices_include_tax", "maybe"],
    ];
    assert(
      property(subarray(wrong), (changes) => {
        const order = orderOf(readBody("order.updated", { ...real, ...Object.fromEntries(changes) }));
        expect(order.externalId).toBe("48");
        expect(order.notUnderstood.toSorted()).toEqual(changes.map(([field]) => field).toSorted());
      }),
    );
  });

  test("with nonsense at any depth, and what it does not touch stays", () => {
    const places = paths(real, []);
    assert(
      property(nat(places.length - 1), nonsense, (index, value) => {
        const path = places[index] ?? [];
        const body = structuredClone(real);
        put(body, path, value);
        const order = orderOf(readBody("order.updated", body));
        expect(order.externalId).toBe("48");
        expect(JSON.stringify(order)).not.toContain("[object Object]");
        const [field] = path;
        if (field !== "billing" && field !== "shipping") expect(order.buyer).toEqual(whole.buyer);
        if (field !== "line_items" && field !== "prices_include_tax")
          expect(order.items).toEqual(whole.items);
        if (field !== "total") expect(order.total).toBe("208.02");
      }),
    );
  });

  test("with numbers as text, text as numbers, and lists as objects with numbers for keys", () => {
    const body = {
      ...real,
      id: "48",
      total: 208.02,
      number: 48,
      customer_id: "0",
      line_items: { "0": (real.line_items as JsonValue[])[0], "7": (real.line_items as JsonValue[])[1] },
      refunds: {},
      prices_include_tax: "yes",
      billing: { ...(real.billing as object), postcode: 500100, phone: 744000557 },
    };
    const { notUnderstood, items, total, buyer } = orderOf(readBody("order.updated", body));
    expect(notUnderstood).toEqual([]);
    expect(items).toEqual(whole.items);
    expect(total).toBe("208.02");
    expect(buyer).toEqual({ ...whole.buyer, phone: "744000557" });
  });

  test("that was never saved has the id 0, and is none", () => {
    for (const id of [0, "0", " 0 "]) expect(() => readBody("order.updated", { ...real, id })).toThrow(/id/);
  });

  test("of which only the id is said", () => {
    const order = orderOf(readBody("order.updated", { id: 48 }));
    expect(order).toMatchObject({
      externalId: "48",
      number: "48",
      status: null,
      currency: "",
      total: "0",
      buyer: { name: null },
      items: [],
      createdAt: store.receivedAt,
      updatedAt: store.receivedAt,
      notUnderstood: [],
    });
  });
});

describe("of an order that is half understood", () => {
  test("what was left out is named, in the store's own words", () => {
    const billing = { ...(real.billing as object), city: { a: 1 } };
    const order = orderOf(
      readBody("order.updated", {
        ...real,
        billing,
        total: "a lot",
        date_created_gmt: "soon",
        coupon_lines: 7,
      }),
    );
    expect(order.notUnderstood.toSorted()).toEqual(["billing.city", "date_created_gmt", "total"]);
    expect(order).toMatchObject({ buyer: { name: "Ioan Pădureț", city: null }, total: "208.02" });
  });

  test("a line that is no line is left out, the others stay", () => {
    const order = orderOf(
      readBody("order.updated", { ...real, line_items: ["x", ...(real.line_items as JsonValue[])] }),
    );
    expect(order.notUnderstood).toEqual(["line_items.0"]);
    expect(order.items).toHaveLength(2);
  });
});

describe("the date of an order", () => {
  const { date_created_gmt: _, date_modified_gmt: __, ...v1 } = real;

  test("of API v1 is the shop's own time, and never ahead of ours", () => {
    const order = orderOf(readBody("order.created", v1));
    expect(order.createdAt.toISOString()).toBe("2026-11-30T04:03:34.000Z");
    expect(order.updatedAt.toISOString()).toBe("2026-11-30T04:03:34.000Z");
    const receivedAt = new Date("2026-11-30T02:03:40Z");
    expect(orderOf(readBody("order.created", v1, { receivedAt })).createdAt).toEqual(receivedAt);
  });

  test.each(["0000-00-00T00:00:00", "-0001-11-30T00:00:00"])("that was never set (%s) is none", (never) => {
    const order = orderOf(readBody("order.created", { ...real, date_paid: never, date_paid_gmt: never }));
    expect(order).toMatchObject({ paymentStatus: "pending", notUnderstood: [] });
  });
});

function paths(value: JsonValue, at: string[]): string[][] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, member]) => paths(member as JsonValue, [...at, key]));
  return at.length === 0 ? inner.filter(([field]) => field !== "id") : [at, ...inner];
}

function put(body: unknown, path: string[], value: JsonValue): void {
  const [last = "", ...before] = path.toReversed();
  const holder = before.toReversed().reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], body);
  (holder as Record<string, unknown>)[last] = value;
}

import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { shopifyAddress, shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchLog } from "./app-log.ts";
import { bytesOf } from "./delivery.ts";
import { processLarge } from "./large.ts";
import { deliveriesOf, lastOutcome, orderOf, ordersOf } from "./records.ts";
import { openShop } from "./shop.ts";

watchLog();

let seller: Person;
let store: Store;
let good: Store;
let placed = 0;

beforeAll(async () => {
  seller = await createAccount();
  good = (await openShop({ seller })).store;
});

beforeEach(async () => {
  ({ store } = await openShop({ seller }));
});

afterEach(async () => {
  placed += 1;
  await deliverHere(good, "orders/create", shopifyOrder({ id: placed }));
  expect(await ordersOf(good)).toHaveLength(placed);
});

/** An order whose JSON has `text` in the place of a field's value, as no JavaScript object could. */
function orderWith(field: string, text: string): Buffer {
  return bytesOf(JSON.stringify(shopifyOrder({ [field]: "PLACE" })).replace('"PLACE"', text));
}

async function expectKept(body: object | string | Buffer, error: string | RegExp): Promise<void> {
  expect(await deliverHere(store, "orders/create", body)).toEqual({ status: 200, result: "stored" });
  expect(await lastOutcome(store)).toEqual({ status: "failed", error: expect.stringMatching(error) });
  const [kept] = await deliveriesOf(store);
  expect(kept).toMatchObject({ attempts: 1, nextAttemptAt: expect.any(Date), payload: bytesOf(body) });
  expect(await ordersOf(store)).toEqual([]);
}

describe("a body that can't be read is kept with its reason:", () => {
  test.each<[string, string | Buffer, RegExp]>([
    ["cut off", '{"id": 1,', /^The body is not JSON\.$/],
    ["empty", "", /^The body is not JSON\.$/],
    ["one NUL byte", "\0", /^The body is not JSON\.$/],
    ["XML", "<order/>", /^The body is not JSON\.$/],
    ["not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), /^The body is not UTF-8 text\.$/],
    ["Latin-1", Buffer.from('{"id": 1, "name": "Jos\xe9"}', "latin1"), /^The body is not UTF-8 text\.$/],
    ["a list", "[]", /\(body\)\.$/],
    ["null", "null", /\(body\)\.$/],
    ["a number", "42", /\(body\)\.$/],
    ["a word", '"order"', /\(body\)\.$/],
  ])("%s", (_, body, error) => expectKept(body, error));

  test("nested a hundred thousand times", async () => {
    const depth = 100_000;
    await expectKept(orderWith("note", "[".repeat(depth) + "]".repeat(depth)), /nested too deeply/);
    ({ store } = await openShop({ seller }));
    await expectKept("[".repeat(depth), /^The (JSON is nested too deeply|body is not JSON)\.$/);
  });
});

describe("an order of which nobody can say which it is, is kept with the reason:", () => {
  test.each([
    ["no id", shopifyOrder({ id: undefined })],
    ["null", orderWith("id", "null")],
    ["an object", orderWith("id", "{}")],
    ["65 digits", orderWith("id", `"${"9".repeat(65)}"`)],
  ])("%s", (_, body) => expectKept(body, /\(id[,)]/));

  test("its contents stay out of the reason", async () => {
    await expectKept(shopifyOrder({ id: null, created_at: "Ana Pop, 0722123456" }), /\(id[,)]/);
    expect((await lastOutcome(store)).error).not.toMatch(/Ana|0722/);
  });
});

/** The fields that were not understood, as the delivery and the order name them. */
async function namedFields() {
  const [named] = await asOwner(
    `select delivery.not_understood as delivery, "order".not_understood as "order"
     from webhook_deliveries delivery, orders "order"
     where delivery.integration_id = $1 and "order".integration_id = $1 and delivery.status = 'processed'`,
    [store.id],
  );
  return named;
}

describe("an order with a field that makes no sense is one without it, and the field is named:", () => {
  test.each([
    ["total_price", "1e400"],
    ["total_price", "1000000000000000000000000000000"],
    ["total_price", '"1e999999999"'],
    ["total_price", '"NaN"'],
    ["total_price", "true"],
    ["currency", '"LEI OF OUR LITTLE SHOP"'],
    ["created_at", '"yesterday"'],
    ["updated_at", '"+275760-09-13T00:00:00Z"'],
    ["updated_at", '"-000044-03-15T00:00:00Z"'],
    ["line_items", '"none"'],
    ["customer", '"Ana"'],
    ["shipping_address", "7"],
    ["email", '{"a":1}'],
    ["test", '"perhaps"'],
  ])("%s: %s", async (field, text) => {
    await deliverHere(store, "orders/create", orderWith(field, text));
    expect((await orderOf(store)).order.number).toBe("#1001");
    expect(await namedFields()).toEqual({ delivery: [field], order: [field] });
  });

  test.each([
    ["currency", undefined],
    ["total_price", undefined],
    ["total_price", ""],
    ["total_price", "12,50"],
    ["created_at", undefined],
    ["updated_at", undefined],
    ["line_items", {}],
    ["customer", []],
    ["payment_gateway_names", "cod"],
    ["test", "no"],
  ])("but not a field that says nothing, or says it in another way: %s: %o", async (field, value) => {
    await deliverHere(store, "orders/create", shopifyOrder({ [field]: value }));
    expect((await orderOf(store)).order).toMatchObject({ number: "#1001", isTest: false });
    expect(await namedFields()).toEqual({ delivery: [], order: [] });
  });
});

describe("an odd order is still an order:", () => {
  test.each(["9007199254740993", "18446744073709551617", "99999999999999999999999999"])(
    "its id is %s, kept to the last digit",
    async (id) => {
      await deliverHere(store, "orders/create", orderWith("id", id));
      await deliverHere(store, "orders/delete", bytesOf(`{"id":${id}}`));
      expect((await orderOf(store)).order.status).toBe("cancelled");
      const nextId = `${BigInt(id) + 1n}`;
      await deliverHere(store, "orders/create", orderWith("id", nextId));
      expect(await ordersOf(store)).toHaveLength(2);
    },
  );

  test("a NUL in a name is dropped, and half a surrogate pair is shown as unknown", async () => {
    const name = JSON.stringify("Ana").replace("Ana", "A\\u0000na \\ud83d Pop \\udc00");
    const address = JSON.stringify(shopifyAddress({ name: "PLACE" })).replace('"PLACE"', name);
    await deliverHere(store, "orders/create", orderWith("shipping_address", address));
    expect((await orderOf(store)).customer?.name).toBe("Ana \ufffd Pop \ufffd");
  });

  test("whole surrogate pairs, right-to-left and combining letters are kept", async () => {
    const name = "محمد 👩‍👩‍👧 Ștefănescu \u202e";
    await deliverHere(store, "orders/create", shopifyOrder({ shipping_address: shopifyAddress({ name }) }));
    expect((await orderOf(store)).shipTo.name).toBe(name.trim());
  });

  test("10,000 lines, within the five seconds that a store waits", async () => {
    const line_items = Array.from({ length: 10_000 }, (_, index) => shopifyLine({ id: 1_000_000 + index }));
    const startedAt = Date.now();
    expect((await deliverHere(store, "orders/create", shopifyOrder({ line_items }))).status).toBe(200);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
    await processLarge();
    expect((await orderOf(store)).items).toHaveLength(10_000);
  });

  test("no lines, no refunds, no gateways, no addresses, no name", async () => {
    const { id, currency, total_price, created_at, updated_at } = shopifyOrder();
    await deliverHere(store, "orders/create", { id, currency, total_price, created_at, updated_at });
    expect(await orderOf(store)).toMatchObject({
      order: { number: "5001000001", status: "pending", isCod: false },
      items: [],
      customer: null,
      lead: { cod: "pending" },
    });
  });

  test("one line twice is one line", async () => {
    await deliverHere(store, "orders/create", shopifyOrder({ line_items: [shopifyLine(), shopifyLine()] }));
    expect((await orderOf(store)).items).toHaveLength(1);
  });

  test("the largest amount that can be kept", async () => {
    await deliverHere(store, "orders/create", shopifyOrder({ total_price: "99999999999.999" }));
    expect((await orderOf(store)).order.total).toBe("99999999999.999");
  });

  test("keys that mean something to JavaScript mean nothing", async () => {
    const text = JSON.stringify(shopifyOrder({ PLACE: 1 }));
    const keys = '"__proto__":{"test":true,"currency":"XXX"},"constructor":{"prototype":{}}';
    await deliverHere(store, "orders/create", bytesOf(text.replace('"PLACE":1', keys)));
    expect((await orderOf(store)).order).toMatchObject({ currency: "RON", isTest: false });
  });

  test("a byte order mark before it", async () => {
    await deliverHere(store, "orders/create", bytesOf(`\ufeff${JSON.stringify(shopifyOrder())}`));
    expect((await orderOf(store)).order.number).toBe("#1001");
  });
});

describe("a topic", () => {
  test.each(["orders/unheard-of", "constructor", "__proto__"])(
    "that nobody knows (%s) is kept and ignored",
    async (topic) => {
      expect((await deliverHere(store, topic, shopifyOrder())).status).toBe(200);
      expect((await lastOutcome(store)).status).toBe("ignored");
    },
  );

  test("that is missing is kept and ignored", async () => {
    const answer = await deliverHere(store, "orders/create", shopifyOrder(), { "X-Shopify-Topic": null });
    expect(answer).toEqual({ status: 200, result: "stored" });
    expect(await lastOutcome(store)).toMatchObject({ status: "ignored" });
  });

  test("of WooCommerce's legacy API says what to change", async () => {
    const woo = (await openShop({ seller, type: "woocommerce" })).store;
    await deliverHere(woo, "order.created", { order: wooOrder() });
    expect(await lastOutcome(woo)).toEqual({
      status: "failed",
      error: expect.stringMatching(/Set its API version to WP REST API Integration v3/),
    });
  });
});

test("what a store says of its body is kept, but no credentials, nor what a proxy adds", async () => {
  await deliverHere(store, "orders/create", shopifyOrder(), {
    Authorization: "Bearer x",
    Cookie: "session=x",
    "X-Forwarded-For": "203.0.113.7",
    "Cf-Access-Jwt-Assertion": "x.y.z",
  });
  const [row] = await asOwner<{ headers: Record<string, string> }>(
    "select headers from webhook_deliveries where integration_id = $1",
    [store.id],
  );
  expect(Object.keys(row?.headers ?? {})).toEqual(expect.arrayContaining(["x-shopify-topic", "user-agent"]));
  for (const name of ["authorization", "cookie", "x-forwarded-for", "cf-access-jwt-assertion"])
    expect(row?.headers).not.toHaveProperty(name);
});

import { type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { sign } from "#lib/ingest/signature.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchAppLog } from "./app-log.ts";
import {
  type Answer,
  bytesOf,
  deliver,
  type HeaderChanges,
  platformHeaders,
  post,
  webhookUrl,
} from "./delivery.ts";
import { processLarge } from "./large.ts";
import { countAllRows, deliveriesOf, orderOf, ordersOf } from "./records.ts";
import { openShop, type Shop } from "./shop.ts";

watchAppLog();

const body = bytesOf(shopifyOrder());
let shop: Shop;
let other: Shop;
let good: Shop;
let placed = 0;

beforeAll(async () => {
  shop = await openShop();
  other = await openShop({ seller: shop.seller });
  good = await openShop({ seller: shop.seller });
});

afterEach(async () => {
  placed += 1;
  expect((await deliver(good.store, "orders/create", shopifyOrder({ id: placed }))).status).toBe(200);
  expect(await ordersOf(good.store)).toHaveLength(placed);
});

/** Expects the request to be turned away without a row anywhere. */
async function expectNoTrace(send: () => Promise<Answer | Response>, status: number): Promise<void> {
  const before = await countAllRows();
  expect((await send()).status).toBe(status);
  expect(await countAllRows()).toEqual(before);
}

const usual = () => platformHeaders(shop.store, "orders/create", body);
const signature = () => sign(shop.store.secret, body);

describe("a delivery is turned away, without a trace, when", () => {
  const wrongSignatures: [string, () => string | null][] = [
    ["its signature is of another secret", () => sign("another secret", body)],
    ["its signature is missing", () => null],
    ["its signature is empty", () => ""],
    ["its signature is hexadecimal", () => Buffer.from(signature(), "base64").toString("hex")],
    ["its signature is no base64", () => `!${signature().slice(1)}`],
    ["its signature is base64 for URLs", () => Buffer.from(signature(), "base64").toString("base64url")],
    ["its signature is cut off", () => signature().slice(0, -4)],
    ["its signature has something after it", () => `${signature()}AAAA`],
    ["its signature is twice the right one", () => `${signature()}, ${signature()}`],
    ["its signature is of another store", () => sign(other.store.secret, body)],
    [
      "its signature is over the body parsed and written again",
      () => sign(shop.store.secret, bytesOf(`${body} `)),
    ],
    ["its signature is very long", () => "A".repeat(8_000)],
  ];

  test.each(wrongSignatures)("%s", (_, wrong) =>
    expectNoTrace(() => post("shopify", body, { ...usual(), "X-Shopify-Hmac-Sha256": wrong() }), 401),
  );

  test("its body was changed by one byte", async () => {
    for (const position of [0, Math.floor(body.length / 2), body.length - 1]) {
      const changed = Buffer.from(body);
      changed[position] = (changed[position] ?? 0) ^ 1;
      await expectNoTrace(() => post("shopify", changed, usual()), 401);
    }
  });

  const wrongStores: [string, () => HeaderChanges][] = [
    ["it names no store", () => ({ "X-Shopify-Shop-Domain": null })],
    ["its store is unknown", () => ({ "X-Shopify-Shop-Domain": "unknown.myshopify.com" })],
    ["it names another store", () => ({ "X-Shopify-Shop-Domain": other.store.domain })],
    ["it names no address at all", () => ({ "X-Shopify-Shop-Domain": "://" })],
    ["its store's name is SQL", () => ({ "X-Shopify-Shop-Domain": "x' or '1'='1" })],
  ];

  test.each(wrongStores)("%s", (_, changes) =>
    expectNoTrace(() => post("shopify", body, { ...usual(), ...changes() }), 401),
  );

  test("it comes to the other platform's address", async () => {
    await expectNoTrace(() => post("woocommerce", body, usual()), 401);
    const disguised = {
      "X-WC-Webhook-Source": `https://${shop.store.domain}/`,
      "X-WC-Webhook-Topic": "order.created",
      "X-WC-Webhook-Signature": signature(),
    };
    await expectNoTrace(() => post("woocommerce", body, disguised), 401);
  });

  test("it names a platform that nobody knows", () =>
    expectNoTrace(() => post("magento", body, usual()), 404));

  test.each(["GET", "PUT", "DELETE", "PATCH"])("it is a %s", (method) =>
    expectNoTrace(() => fetch(webhookUrl("shopify"), { method, headers: usual() }), 405),
  );

  test("it has 6 MB, whether or not it says so first", async () => {
    const large = Buffer.alloc(6 * 1024 * 1024, " ");
    const headers = platformHeaders(shop.store, "orders/create", large);
    await expectNoTrace(() => postUnread(large, { ...headers, "Content-Length": String(large.length) }), 413);
    await expectNoTrace(() => postUnread(large, { ...headers, "Transfer-Encoding": "chunked" }), 413);
  });

  test("it only claims to have 6 MB", () =>
    expectNoTrace(
      () => postUnread(Buffer.from("{}"), { ...usual(), "Content-Length": String(6 * 1024 * 1024) }),
      413,
    ));

  test("it is form-encoded and unsigned, but no ping", () =>
    expectNoTrace(
      () =>
        post("woocommerce", bytesOf("webhook_id=10&x=1"), {
          "Content-Type": "application/x-www-form-urlencoded",
        }),
      401,
    ));
});

/** Posts like a client that reads the answer while it is still sending, since the app doesn't wait for the rest. */
function postUnread(bytes: Buffer, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request(
      `${ownAstra().appUrl}/api/webhooks/shopify`,
      { method: "POST", headers },
      (response) => {
        resolve({ status: response.statusCode ?? 0, result: null });
        response.resume();
        sending.destroy();
      },
    );
    sending.on("error", reject);
    sending.write(bytes);
    if (Number(headers["Content-Length"] ?? bytes.length) === bytes.length) sending.end();
  });
}

/** An order padded to an exact size. */
function orderOfSize(size: number): Buffer {
  const text = JSON.stringify(shopifyOrder({ note: "" }));
  return bytesOf(text.replace('"note":""', `"note":"${"x".repeat(size - text.length)}"`));
}

test("a body of exactly 5 MB is taken, one byte more is not", async () => {
  const { store } = await openShop({ seller: shop.seller });
  const limit = 5 * 1024 * 1024;
  const whole = orderOfSize(limit);
  expect(whole.length).toBe(limit);
  expect((await deliver(store, "orders/create", orderOfSize(limit + 1))).status).toBe(413);
  expect(await deliver(store, "orders/create", whole)).toEqual({ status: 200, result: "stored" });
  await processLarge();
  expect((await orderOf(store)).order.number).toBe("#1001");
});

test("a large body that is turned away is not read to be thrown away: its connection ends", async () => {
  const headers = {
    ...usual(),
    "X-Shopify-Shop-Domain": "crowded.myshopify.com",
    "Content-Length": String(1024 * 1024),
  };
  const begin = (heard: (response: IncomingMessage) => void) => {
    const sending = request(`${ownAstra().appUrl}/api/webhooks/shopify`, { method: "POST", headers }, heard);
    sending.on("error", () => undefined);
    sending.write(Buffer.alloc(300 * 1024, " "));
    return sending;
  };
  const held = [begin(() => undefined), begin(() => undefined)];
  await sleep(1_000);
  const turnedAway = await new Promise<IncomingMessage>((resolve) => begin(resolve));
  expect([turnedAway.statusCode, turnedAway.headers.connection]).toEqual([503, "close"]);
  await new Promise((resolve) => turnedAway.resume().once("close", resolve));
  for (const sending of held) sending.destroy();
});

test("a wrong signature is shown in the settings of its store", async () => {
  const { store } = await openShop({ seller: shop.seller });
  await deliver(store, "orders/create", body, { "X-Shopify-Hmac-Sha256": "wrong" });
  // It is written once the answer is out, whose time says nothing.
  const signs = () =>
    asOwner(
      "select signature_failed_at is not null as failed, last_delivery_at from integrations where id = $1",
      [store.id],
    );
  await expect.poll(signs).toEqual([{ failed: true, last_delivery_at: null }]);
});

test("a paused store's delivery is kept and not worked in; a wrong signature is refused as ever", async () => {
  const { store } = await openShop({ seller: shop.seller });
  await asOwner("update integrations set is_active = false where id = $1", [store.id]);
  expect(await deliver(store, "orders/create", body)).toEqual({ status: 200, result: "stored" });
  expect(await deliveriesOf(store)).toMatchObject([{ status: "ignored", error: "This store is paused." }]);
  expect(await ordersOf(store)).toEqual([]);
  await expectNoTrace(() => deliver(store, "orders/create", body, { "X-Shopify-Hmac-Sha256": "wrong" }), 401);
});

describe("after a secret was changed", () => {
  async function rotate(store: Store, validUntil: string): Promise<void> {
    await asOwner(
      `update integration_secrets
       set previous_webhook_secret = webhook_secret, previous_valid_until = now() + $3::interval, webhook_secret = $2
       where integration_id = $1`,
      [store.id, encryptSecret("the new secret", store.id), validUntil],
    );
  }

  test("both the old and the new one sign, for a day", async () => {
    const { store } = await openShop({ seller: shop.seller });
    await rotate(store, "1 hour");
    expect((await deliver(store, "orders/create", body)).status).toBe(200);
    expect((await deliver({ ...store, secret: "the new secret" }, "orders/updated", body)).status).toBe(200);
  });

  test("the old one signs no more when its time is over", async () => {
    const { store } = await openShop({ seller: shop.seller });
    await rotate(store, "-1 second");
    await expectNoTrace(() => deliver(store, "orders/create", body), 401);
    expect((await deliver({ ...store, secret: "the new secret" }, "orders/create", body)).status).toBe(200);
  });
});

describe("a store is found by its address", () => {
  test.each([
    (domain: string) => domain.toUpperCase(),
    (domain: string) => `https://${domain}/`,
    (domain: string) => `http://www.${domain}/wordpress/`,
    (domain: string) => `https://${domain}:443`,
  ])("as WooCommerce writes it (%#)", async (written) => {
    const { store } = await openShop({ seller: shop.seller, type: "woocommerce" });
    const source = { "X-WC-Webhook-Source": written(store.domain) };
    expect((await deliver(store, "order.created", wooOrder(), source)).result).toBe("stored");
  });

  test("with headers that drop the X", async () => {
    const sent = Object.entries(usual()).map(([name, value]) => [
      name.replace("X-Shopify", "Shopify"),
      value,
    ]);
    const { store } = await openShop({ seller: shop.seller });
    const headers = { ...Object.fromEntries(sent), "Shopify-Shop-Domain": store.domain };
    const answer = await post("shopify", body, {
      ...headers,
      "Shopify-Hmac-Sha256": sign(store.secret, body),
    });
    expect(answer).toEqual({ status: 200, result: "stored" });
    expect((await orderOf(store)).order.number).toBe("#1001");
  });
});

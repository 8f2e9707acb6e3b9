import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { sign } from "#lib/ingest/signature.ts";
import { encryptSecret } from "#lib/stores/secrets.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { asOwner } from "#tests/support/database.ts";
import { createAccount, createWorkspace, type Person, randomName } from "#tests/support/people.ts";
import type { Store } from "#tests/support/stores.ts";
import { watchAppLog } from "./app-log.ts";
import { bytesOf, platformHeaders, post } from "./delivery.ts";
import { ordersOf } from "./records.ts";
import { openShop } from "./shop.ts";

watchAppLog();

let seller: Person;
beforeAll(async () => {
  seller = await createAccount("Sela Seller");
});

/** A WooCommerce shop at an address, in a workspace of its own unless one is named. */
async function shopAt(domain: string, workspace = createWorkspace()): Promise<Store> {
  const { store } = await openShop({ type: "woocommerce", seller, workspace: await workspace });
  await asOwner("update integrations set domain = $2 where id = $1", [store.id, domain]);
  return { ...store, domain };
}

/** Posts an order as the site at `source` would, signed with `secret`; the address may name a store. */
function send(from: { source: string; secret: string; names?: string }, id = 1) {
  const body = bytesOf(wooOrder({ id, number: String(id) }));
  const store = { id: "", type: "woocommerce", domain: from.source, secret: from.secret } as const;
  const headers = {
    ...platformHeaders(store, "order.created", body),
    "X-WC-Webhook-Source": `https://${from.source}/`,
    "X-WC-Webhook-Signature": sign(from.secret, body),
  };
  return post(from.names ? `woocommerce?store=${from.names}` : "woocommerce", body, headers);
}

const countOf = async (store: Store) => (await ordersOf(store)).length;
const stored = { status: 200, result: "stored" };
const refused = { status: 401, result: "unauthorized" };

describe("two shops in one host", () => {
  test("are told apart by the folder that they name", async () => {
    const host = `${randomName()}.example.com`;
    const workspace = createWorkspace();
    const [shop1, shop2] = [
      await shopAt(`${host}/shop1`, workspace),
      await shopAt(`${host}/shop2`, workspace),
    ];
    expect(await send({ source: `www.${host}/shop1`, secret: shop1.secret })).toEqual(stored);
    expect(await send({ source: `${host}/Shop2`, secret: shop2.secret })).toEqual(stored);
    expect(await send({ source: `${host}/shop2`, secret: shop1.secret })).toEqual(refused);
    expect(await send({ source: host, secret: shop1.secret })).toEqual(refused);
    expect([await countOf(shop1), await countOf(shop2)]).toEqual([1, 1]);
  });

  test("are told apart by their folders also with one secret for both", async () => {
    const host = `${randomName()}.example.com`;
    const workspace = createWorkspace();
    const [root, shop1] = [await shopAt(host, workspace), await shopAt(`${host}/shop1`, workspace)];
    await asOwner("update integration_secrets set webhook_secret = $2 where integration_id = $1", [
      shop1.id,
      encryptSecret(root.secret, shop1.id),
    ]);
    expect(await send({ source: `${host}/shop1`, secret: root.secret }, 1)).toEqual(stored);
    expect(await send({ source: host, secret: root.secret }, 2)).toEqual(stored);
    expect([await countOf(root), await countOf(shop1)]).toEqual([1, 1]);
  });

  test("are told apart by the store in the address, whatever folder was entered", async () => {
    const host = `${randomName()}.example.com`;
    const shop = await shopAt(`${host}/shop`);
    const own = { source: host, secret: shop.secret };
    expect(await send(own)).toEqual(refused);
    expect(await send({ ...own, names: shop.id })).toEqual(stored);
    expect(await send({ ...own, source: "elsewhere.example.com", names: shop.id })).toEqual(refused);
    expect(await send({ ...own, names: randomUUID() })).toEqual(refused);
    expect(await countOf(shop)).toBe(1);
  });
});

describe("a domain that somebody else named first", () => {
  test("doesn't take a shop's deliveries, nor tell of them", async () => {
    const host = `${randomName()}.example.com`;
    const [squatted, real] = [await shopAt(host), await shopAt(host)];
    expect(await send({ source: host, secret: real.secret })).toEqual(stored);
    expect([await countOf(squatted), await countOf(real)]).toEqual([0, 1]);
    const [signs] = await asOwner(
      "select last_delivery_at, signature_failed_at from integrations where id = $1",
      [squatted.id],
    );
    expect(signs).toEqual({ last_delivery_at: null, signature_failed_at: null });
  });

  test("hears nothing of wrong signatures once the shop has been written to", async () => {
    const host = `${randomName()}.example.com`;
    const [squatted, real] = [await shopAt(host), await shopAt(host)];
    await send({ source: host, secret: real.secret });
    expect(await send({ source: host, secret: "wrong secret" })).toEqual(refused);
    const failed = () =>
      asOwner<{ id: string }>(
        "select id from integrations where id = any ($1) and signature_failed_at is not null",
        [[squatted.id, real.id]],
      );
    await expect.poll(failed).toEqual([{ id: real.id }]);
  });
});

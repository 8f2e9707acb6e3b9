import { createHmac, randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Refusal } from "#lib/stores/model.ts";
import { getStore } from "#lib/stores/queries.ts";
import { createDesk, type Desk } from "#tests/integration/leads/detail/desk.ts";
import { asOwner } from "#tests/support/database.ts";
import { receiveHere } from "#tests/support/receive.ts";
import { createStore, type Store } from "#tests/support/stores.ts";
import { wooOrderOf } from "./shop.ts";

let desk: Desk;
let store: Store;

beforeAll(async () => {
  desk = await createDesk();
});

beforeEach(async () => {
  store = await createStore(desk.workspace, desk.seller, "woocommerce");
});

const refused = { status: 401, result: "unauthorized" };

async function noted({ id }: Store): Promise<{ refusal: Refusal | null; refusals: number }> {
  const page = await getStore(desk.seller, id);
  if (!page) throw new Error("The store is not seen.");
  return { refusal: page.store.refusal, refusals: page.store.refusals };
}

describe("a refused delivery", () => {
  test("leaves its cause with the store, and nothing of itself", async () => {
    const body = Buffer.from(JSON.stringify(wooOrderOf(1)));
    const hex = createHmac("sha256", store.secret).update(body).digest("hex");
    expect(await receiveHere(store, "order.created", body, { "X-WC-Webhook-Signature": hex })).toEqual(
      refused,
    );
    expect(await noted(store)).toEqual({ refusal: { cause: "hexSignature" }, refusals: 1 });
    expect(await asOwner("select 1 from webhook_deliveries where integration_id = $1", [store.id])).toEqual(
      [],
    );
  });

  test("that is one of many is counted once in ten seconds, and no more after a right one", async () => {
    const wrong = { ...store, secret: `${store.secret} ` };
    for (let sent = 0; sent < 5; sent += 1) await receiveHere(wrong, "order.created", wooOrderOf(sent + 1));
    expect(await noted(store)).toEqual({ refusal: { cause: "secretBlanks" }, refusals: 1 });
    await asOwner(
      "update integrations set refusals = 1000, signature_failed_at = now() - interval '1 hour' where id = $1",
      [store.id],
    );
    await receiveHere({ ...store, secret: "another" }, "order.created", wooOrderOf(9));
    expect((await noted(store)).refusals).toBeLessThanOrEqual(1_000);
    await receiveHere(store, "order.created", wooOrderOf(10));
    expect((await noted(store)).refusals).toBe(0);
  });

  test("of a shop that posts to the address of another store is told at both", async () => {
    const other = await createStore(desk.workspace, desk.seller, "woocommerce");
    const sent = { ...store, secret: other.secret };
    expect(await receiveHere(sent, "order.created", wooOrderOf(20), { names: other.id })).toEqual(refused);
    expect((await noted(store)).refusal).toEqual({ cause: "otherAddress" });
    expect((await noted(other)).refusal).toEqual({ cause: "otherShop", domain: store.domain });
  });

  test("of a shop that nobody connected is told at the store whose address it has", async () => {
    const stranger = { ...store, domain: "moved.example.org", secret: store.secret };
    expect(await receiveHere(stranger, "order.created", wooOrderOf(21), { names: store.id })).toEqual(
      refused,
    );
    expect((await noted(store)).refusal).toEqual({ cause: "otherShop", domain: "moved.example.org" });
    expect(await receiveHere(stranger, "order.created", wooOrderOf(21), { names: randomUUID() })).toEqual(
      refused,
    );
  });

  test("says of a body longer than 64 kB only what its headers tell", async () => {
    const large = { ...wooOrderOf(30), customer_note: "x".repeat(64 * 1024) };
    const body = JSON.stringify(large).replaceAll("/", "\\/");
    await receiveHere({ ...store, secret: `${store.secret} ` }, "order.created", body);
    expect((await noted(store)).refusal).toEqual({ cause: "wrongSecret" });
  });

  test("whose domain is longer than any keeps none", async () => {
    const long = { ...store, domain: `${"a".repeat(60)}.`.repeat(5).concat("example.org") };
    await receiveHere(long, "order.created", wooOrderOf(31), { names: store.id });
    expect((await noted(store)).refusal).toEqual({ cause: "otherShop" });
  });
});

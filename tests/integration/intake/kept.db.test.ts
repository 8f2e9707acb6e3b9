import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect } from "#lib/base/db/client.ts";
import { dropOldPayloads, traceKeptDeliveries } from "#lib/ingest/kept-deliveries.ts";
import { unpackPayload } from "#lib/ingest/payload.ts";
import { tracesOf } from "#lib/ingest/traces.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { bytesOf } from "#tests/integration/ingest/delivery.ts";
import { processLarge } from "#tests/integration/ingest/large.ts";
import { openShop, type Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { receiveFrom, standingOf } from "./received.ts";

let seller: Person;
let shop: Shop;

beforeAll(async () => {
  seller = await createAccount();
});
beforeEach(async () => {
  shop = await openShop({ seller });
});
afterAll(disconnect);

const orderOf = (id: number, changes = {}) =>
  shopifyOrder({ id, email: `buyer-${id}@example.com`, contact_email: null, customer: null, ...changes });

const request = (id: number, changes = {}) => ({
  shop_domain: shop.store.domain,
  customer: { email: `buyer-${id}@example.com` },
  orders_to_redact: [id],
  ...changes,
});

/** The subjects of the store's deliveries whose payload is still there. */
async function kept(): Promise<unknown[]> {
  const rows = await asOwner(
    "select subject from webhook_deliveries where integration_id = $1 and payload <> '' order by received_at",
    [shop.store.id],
  );
  return rows.map(({ subject }) => subject);
}

test("a payload is kept compressed, and is what came", async () => {
  const body = bytesOf(orderOf(1, { note: "Please ring twice. ".repeat(50) }));
  await receiveFrom(shop.store, "orders/create", body);
  const [row] = await asOwner<{ payload: Buffer }>(
    "select payload from webhook_deliveries where integration_id = $1",
    [shop.store.id],
  );
  expect(row?.payload.length).toBeLessThan(body.length / 2);
  expect(await unpackPayload({ payload: row?.payload ?? Buffer.alloc(0), payloadEncoding: "br" })).toEqual(
    body,
  );
});

test("the signature of a delivery is not kept, nor what it was called with", async () => {
  await receiveFrom(shop.store, "orders/create", orderOf(1), { Authorization: "Basic x", Cookie: "a=b" });
  const [row] = await asOwner<{ headers: Record<string, string> }>(
    "select headers from webhook_deliveries where integration_id = $1",
    [shop.store.id],
  );
  expect(Object.keys(row?.headers ?? {}).sort()).toEqual([
    "content-type",
    "user-agent",
    "x-shopify-api-version",
    "x-shopify-shop-domain",
    "x-shopify-topic",
    "x-shopify-webhook-id",
  ]);
});

test("traces are no person's to read", async () => {
  const read = (columns: string) =>
    asPerson(seller.userId, (query) => query(`select ${columns} from webhook_deliveries`));
  await expect(read("traces")).rejects.toThrow("permission denied");
  await expect(read("status")).resolves.toBeDefined();
});

describe("a redaction", () => {
  /** Which transaction wrote each delivery of the store last. */
  async function versions(): Promise<{ subject: string; version: string }[]> {
    return asOwner<{ subject: string; version: string }>(
      "select subject, xmin::text as version from webhook_deliveries where integration_id = $1 order by received_at",
      [shop.store.id],
    );
  }

  test("touches the payloads that name the buyer, and no other", async () => {
    for (const id of [1, 2, 3]) await receiveFrom(shop.store, "orders/create", orderOf(id));
    await receiveFrom(
      shop.store,
      "orders/updated",
      orderOf(4, { note: "for buyer-2@example.com", currency: null }),
    );
    const before = await versions();
    await receiveFrom(shop.store, "customers/redact", request(2));
    expect(await kept()).toEqual(["order:1", "order:3"]);
    const after = await versions();
    const untouched = before.filter(({ version }, index) => after[index]?.version === version);
    expect(untouched.map(({ subject }) => subject)).toEqual(["order:1", "order:3"]);
  });

  test("finds them by an index, among 20,000", async () => {
    const traces = tracesOf(shop.store.id, orderOf(7));
    await asOwner(
      `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status, subject, traces)
       select $1, 'orders/create', 'bulk-' || n, '{}', decode(repeat('ab', 1500), 'hex'), 'processed', 'order:' || n,
         array(select (random() * 1e15)::bigint from generate_series(1, 6))
       from generate_series(1000, 21000) n`,
      [shop.store.id],
    );
    await asOwner("analyze webhook_deliveries");
    const [plan] = await asOwner<{ "QUERY PLAN": string }>(
      `explain (format json) update webhook_deliveries set payload = '' where integration_id = '${shop.store.id}'
       and status <> 'received' and payload <> '' and (false or traces && '{${traces.join()}}' or subject = any ('{order:7}'))`,
    );
    const text = JSON.stringify(plan);
    expect(text).toContain("webhook_deliveries_traces");
    expect(text).not.toContain("Seq Scan");
  });

  test("waits until all that the store sent before is looked through, and finds it then", async () => {
    const payload = bytesOf(orderOf(5));
    await asOwner(
      `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status)
       select $1, 'orders/create', 'old-' || n, '{}', case n when 101 then $2::bytea else '{}' end, 'processed'
       from generate_series(1, 150) n`,
      [shop.store.id, payload],
    );
    await receiveFrom(shop.store, "customers/redact", request(5));
    expect((await standingOf(shop.store)).at(-1)).toMatchObject({
      status: "failed",
      error: '{"code":"stillLooking"}',
    });
    await traceKeptDeliveries();
    await receiveFrom(shop.store, "customers/redact", request(5, { again: true }));
    expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "processed" });
    const left = await asOwner(
      "select count(*)::int as count from webhook_deliveries where integration_id = $1 and payload <> '' and topic = 'orders/create'",
      [shop.store.id],
    );
    expect(left).toEqual([{ count: 149 }]);
  });

  test("of a whole store is done bit by bit, however many orders it has", async () => {
    await asOwner(
      `insert into orders (workspace_id, integration_id, user_id, external_order_id, order_number, status, payment_status,
         fulfillment_status, currency, total_amount, current_total_amount, shipping_name, order_created_at, external_updated_at)
       select $1, $2, $3, n::text, '#' || n, 'pending', 'pending', 'unfulfilled', 'EUR', 1, 1, 'Ana', now(), now()
       from generate_series(1, 2500) n`,
      [shop.workspace.id, shop.store.id, shop.seller.userId],
    );
    await receiveFrom(shop.store, "shop/redact", { shop_domain: shop.store.domain });
    expect(
      await asOwner(
        "select count(*)::int as named from orders where integration_id = $1 and shipping_name is not null",
        [shop.store.id],
      ),
    ).toEqual([{ named: 0 }]);
    expect(await standingOf(shop.store)).toEqual([{ status: "processed", attempts: 1, error: null }]);
    expect(
      await asOwner("select details from privacy_requests where integration_id = $1", [shop.store.id]),
    ).toHaveLength(1);
  });
});

test("a large payload that is only kept is looked through by the worker's thread, and a redaction waits for that", async () => {
  await asOwner("update integrations set is_active = false where id = $1", [shop.store.id]);
  await receiveFrom(shop.store, "orders/create", orderOf(6, { numbers: Array(20_000).fill(1) }));
  await receiveFrom(shop.store, "customers/redact", request(6));
  expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "failed" });
  await processLarge();
  await receiveFrom(shop.store, "customers/redact", request(6, { again: true }));
  expect((await standingOf(shop.store)).at(-1)).toMatchObject({ status: "processed" });
  expect(await kept()).toEqual([]);
});

describe("the payloads of deliveries", () => {
  async function age(days: number): Promise<void> {
    await asOwner(
      `update webhook_deliveries set processed_at = processed_at - make_interval(days => $2), received_at = received_at - make_interval(days => $2)
       where integration_id = $1`,
      [shop.store.id, days],
    );
  }

  test("are dropped 90 days after they were worked in, unless the workspace says otherwise", async () => {
    await receiveFrom(shop.store, "orders/create", orderOf(1));
    await age(40);
    await receiveFrom(shop.store, "orders/create", orderOf(2));
    await age(51);
    await dropOldPayloads();
    expect(await kept()).toEqual(["order:2"]);
    await asOwner("update workspaces set payload_days = 30 where id = $1", [shop.workspace.id]);
    await dropOldPayloads();
    expect(await kept()).toEqual([]);
    expect(await standingOf(shop.store)).toMatchObject([{ status: "processed" }, { status: "processed" }]);
  });

  test("stay as long as they are still to be worked in", async () => {
    await receiveFrom(shop.store, "refunds/create", {
      id: 1,
      order_id: 99,
      created_at: "2026-01-01T00:00:00Z",
      transactions: [],
    });
    await asOwner("update integrations set is_active = false where id = $1", [shop.store.id]);
    await receiveFrom(shop.store, "orders/create", orderOf(3), { "X-Shopify-Webhook-Id": randomUUID() });
    await age(1_000);
    await dropOldPayloads();
    expect(await kept()).toHaveLength(2);
  });
});

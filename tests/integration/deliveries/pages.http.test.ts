import { beforeAll, describe, expect, test } from "vitest";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { openShop, type Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, sessionCookies } from "#tests/support/people.ts";

const megabyte = 1_000_000;

let shop: Shop;
let cookie: string;

beforeAll(async () => {
  shop = await openShop();
  cookie = await sessionCookies(shop.seller);
});

function get(path: string, of = cookie): Promise<Response> {
  return fetch(`${ownAstra().appUrl}${path}`, { headers: { cookie: of }, redirect: "manual" });
}

/** Delivers a body, and answers the delivery's id. */
async function send(topic: string, body: object | string | Buffer): Promise<string> {
  const { status } = await deliver(shop.store, topic, body);
  expect(status).toBe(200);
  const [delivery] = await asOwner<{ id: string }>(
    "select id from webhook_deliveries where integration_id = $1 order by received_at desc, created_at desc limit 1",
    [shop.store.id],
  );
  return delivery?.id ?? "";
}

const pageOf = (id: string, look = "pretty") => `/settings/stores/deliveries/${id}?body=${look}`;

const markup = '<script>document.title = "run"</script><img src=x onerror="document.title=1">';

describe("whatever a store sends", () => {
  test.each<[string, object | string | Buffer]>([
    ["markup", `{"note": ${JSON.stringify(markup)}}`],
    ["broken UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
    ["huge numbers", `{"id": ${"9".repeat(400_000)}}`],
    ["quotes", '"'.repeat(5_000_000)],
    [
      "60,000 lines",
      {
        id: 1,
        line_items: Array.from({ length: 60_000 }, (_, id) => ({ id, sku: `SKU "${id}"`, price: "1.00" })),
      },
    ],
  ])("with %s is shown on a page below a megabyte, soon, and runs nowhere", async (_, body) => {
    const id = await send("products/update", body);
    for (const look of ["pretty", "raw", "headers"]) {
      const startedAt = performance.now();
      const response = await get(pageOf(id, look));
      const html = await response.text();
      expect(response.status).toBe(200);
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      expect(Buffer.byteLength(html)).toBeLessThan(megabyte);
      expect(html).not.toContain("<script>document.title");
      expect(html).not.toContain("<img src=x");
    }
  });

  test("comes as the exact bytes, in a file that no browser opens", async () => {
    const body = Buffer.concat([Buffer.from(markup), Buffer.from([0, 255, 254, 13, 10])]);
    const response = await get(`/api/deliveries/body?id=${await send("products/update", body)}`);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(body);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/octet-stream",
      "content-disposition": expect.stringMatching(/^attachment; filename="delivery-[0-9a-f-]+\.txt"$/),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    });
  });
});

describe("who may not see the store", () => {
  test("reads nothing of what it sent: on no page, in no list, export or download", async () => {
    const id = await send("orders/create", shopifyOrder());
    const reads = async (path: string, of?: string) =>
      (await (await get(path, of)).text()).includes(path.startsWith("/api") ? "ana.pop@" : shop.store.domain);
    const paths = [
      pageOf(id),
      "/settings/stores/deliveries",
      "/settings/stores/deliveries/export",
      `/api/deliveries/body?id=${id}`,
    ];
    for (const path of paths) expect(await reads(path), path).toBe(true);
    const otherSeller = await sessionCookies(await createMember(shop.workspace, "seller"));
    const viewer = await sessionCookies(await createMember(shop.workspace, "viewer"));
    for (const other of [otherSeller, viewer, ""])
      for (const path of paths) expect(await reads(path, other), path).toBe(false);
    const download = paths.at(-1) ?? "";
    expect((await get(download, otherSeller)).status).toBe(404);
    expect((await get(download, viewer)).status).toBe(403);
    expect((await get(download, "")).status).toBe(401);
  });
});

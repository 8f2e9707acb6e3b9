import { describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { leadList } from "#lib/leads/list.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { exportList } from "#tests/integration/export/exported.ts";
import type { Shop } from "#tests/integration/ingest/shop.ts";
import { open, tell } from "./shop.ts";

/** The seller of a shop, in a time zone. */
function sessionOf({ workspace, seller }: Shop, timezone: string): Session {
  return {
    ...seller,
    aal: "aal1",
    locale: "en",
    timezone,
    timeFormat: "24h",
    role: "seller",
    workspace: { ...workspace, currency: "RON", timezone },
  };
}

describe("09: an export is read by a courier's machine", () => {
  const address = {
    Street: "Strada Lalelelor 14",
    City: "Cluj-Napoca",
    Postcode: "400001",
    Country: "RO",
    Phone: "+40722009001",
    Customer: "Eliza Stoica",
  };

  test.each([
    ["leads", { ...address, Total: "199.00" }],
    ["orders", { ...address, Total: "199.00" }],
    ["customers", { ...address, "E-mail": "'+eliza@bug9.example", Orders: "1" }],
  ] as const)("%s", async (list, expected) => {
    const shop = await open("woocommerce");
    await tell(shop, "09-a-plain-cod-order");
    const rows = await exportList(list, sessionOf(shop, "Europe/Bucharest"));
    expect(rows).toMatchObject([expected]);
    // By its code as WooCommerce sends it, or by its name once that is known.
    expect(rows[0]?.Region).toMatch(/^(CJ|Cluj)$/);
  });
});

describe("17: on the evening before a midnight that is skipped and in the night after it one order each", () => {
  test.each([
    ["2026-09-05", "#SAT2330"],
    ["2026-09-06", "#SUN0110"],
  ])("on %s: %s", async (day, number) => {
    const shop = await open("shopify");
    await tell(shop, "17-a-saturday-2330", "17-b-sunday-0110");
    const session = sessionOf(shop, "America/Santiago");
    const query = `?from=${day}&to=${day}`;
    const leads = await listLeads(session, leadList.load(query));
    expect(leads.rows.map(({ orderNumber }) => orderNumber)).toEqual([number]);
    const orders = await listOrders(session, orderList.load(query));
    expect(orders.rows.map((order) => order.number)).toEqual([number]);
  });
});

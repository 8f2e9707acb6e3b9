import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { signedInPages } from "#tests/e2e/pages.ts";
import { go, phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let admin: Person;
let ids: Record<string, string>;

beforeAll(async () => {
  const workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Lotte Lang");
  const store = await createStore(workspace, admin);
  const sale = await createSale({ workspace, store, seller: admin });
  await createSale({ workspace, store, seller: admin });
  const [order] = await asOwner<{ orderId: string; customerId: string }>(
    `select order_id as "orderId", customer_id as "customerId" from crm_leads where id = $1`,
    [sale.leadId],
  );
  const [delivery] = await asOwner<{ id: string }>(
    `insert into webhook_deliveries (integration_id, topic, dedupe_key, headers, payload, status)
     values ($1, 'orders/create', 'one', '{"x-shopify-topic": "orders/create"}', '{"id": 820982911946154508}', 'failed') returning id`,
    [store.id],
  );
  ids = {
    "/leads": sale.leadId,
    "/orders": order?.orderId ?? "",
    "/customers": order?.customerId ?? "",
    "/settings/stores": store.id,
    "/settings/stores/deliveries": delivery?.id ?? "",
  };
});

const pages = signedInPages("[id]")
  .filter((path) => path !== "/settings" && !path.startsWith("/inventory/[id]"))
  .concat("/new-password");

function withId(path: string): string {
  const [before = ""] = path.split("/[id]");
  return path.replace("[id]", ids[before] ?? "");
}

async function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

describe("on a phone nothing sticks out at the side of any page", () => {
  test.for(["de", "zh", "fr"])("in %s", { timeout: 180_000 }, async (locale, { visit }) => {
    await asOwner("update users set locale = $1 where id = $2", [locale, admin.userId]);
    const page = await visit("/leads", { as: admin, viewport: phone });
    const tooWide: Record<string, number> = {};
    for (const path of pages) {
      await go(page, withId(path));
      expect(await page.locator("html").getAttribute("lang"), path).toBe(locale);
      const overhang = await overhangOf(page);
      if (overhang > 0) tooWide[path] = overhang;
    }
    expect(tooWide).toEqual({});
  });

  test("nor where a language is written from right to left", { timeout: 180_000 }, async ({ visit }) => {
    await asOwner("update users set locale = null where id = $1", [admin.userId]);
    const page = await visit("/leads", { as: admin, viewport: phone });
    const tooWide: Record<string, number> = {};
    for (const path of pages) {
      await go(page, withId(path));
      await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      const overhang = await overhangOf(page);
      if (overhang > 0) tooWide[path] = overhang;
    }
    expect(tooWide).toEqual({});
  });
});

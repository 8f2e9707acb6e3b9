import type { Page, ViewportSize } from "playwright";
import { expect } from "vitest";
import { lastingOverhangOf } from "#tests/e2e/overhang.ts";
import { fetchNothingAhead, go } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { signedInPages } from "#tests/support/pages.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

/** An admin, and the address of every page that there is for one, of rows that exist. */
export async function everyPage(): Promise<{ admin: Person; pages: string[] }> {
  const workspace = await createWorkspace();
  const admin = await createMember(workspace, "admin", "Lotte Lang");
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
  const ids: Record<string, string> = {
    "/leads": sale.leadId,
    "/orders": order?.orderId ?? "",
    "/customers": order?.customerId ?? "",
    "/settings/stores": store.id,
    "/settings/stores/deliveries": delivery?.id ?? "",
  };
  const pages = signedInPages("[id]")
    .filter((path) => path !== "/settings" && !path.startsWith("/inventory/[id]"))
    .concat("/new-password")
    .map((path) => path.replace("[id]", ids[path.split("/[id]")[0] ?? ""] ?? ""));
  return { admin, pages };
}

/**
 * By how many pixels each of the pages is wider than the window, at each of its sizes.
 *
 * @param said what `html` says of every page
 */
export async function tooWide(
  page: Page,
  paths: string[],
  sizes: ViewportSize[],
  said: { lang?: string; dir?: string },
): Promise<Record<string, number>> {
  await fetchNothingAhead(page);
  const found: Record<string, number> = {};
  for (const path of paths) {
    await go(page, path);
    const html = await page.evaluate(() => {
      const { lang, dir } = document.documentElement;
      return { lang, dir };
    });
    expect(html, path).toMatchObject(said);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const overhang = await lastingOverhangOf(page);
      if (overhang > 0) found[`${path} at ${size.width}`] = overhang;
    }
  }
  return found;
}

import type { Page } from "playwright";
import { signedInPages } from "#tests/e2e/pages.ts";
import { asOwner } from "#tests/support/database.ts";
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

/** By how many pixels the page is wider than its window. */
export async function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

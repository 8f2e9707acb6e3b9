import type { Page } from "playwright";
import { expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, reload, test } from "#tests/e2e/visit.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, randomName } from "#tests/support/people.ts";

function stepOf(page: Page, title: string) {
  return page.getByRole("listitem").filter({ hasText: title });
}

test("an admin of an empty workspace is led through: store, sample order, delivery, Telegram, team", {
  timeout: 60_000,
}, async ({ visit }) => {
  const workspace = await createWorkspace();
  const admin = await createMember(workspace, "admin", "Fina First");
  const page = await visit("/dashboard", { as: admin });
  await page.getByText("0 of 4 done").waitFor();
  await stepOf(page, "See the first delivery").getByText("First connect a store.").waitFor();
  await expectAccessible(page, "the first steps of an empty workspace");

  await page.getByRole("link", { name: "Connect a store" }).click();
  const domain = `${randomName()}.myshopify.com`;
  await page.getByLabel("Name").fill("My shop");
  await page.getByLabel("Domain").fill(domain);
  await page.getByLabel("Webhook secret").fill("a-secret-of-shopify");
  await page.getByRole("button", { name: "Add store" }).click();
  await page.getByRole("heading", { name: "My shop", level: 1 }).waitFor();

  await go(page, "/");
  await page.getByText("1 of 4 done").waitFor();
  await page.getByRole("button", { name: "Send a sample order" }).click();
  await page.getByText("The sample order is here.").waitFor();
  await expectAccessible(page, "the first steps with a sample order");
  await page.getByRole("link", { name: "Look at the lead" }).click();
  await page.getByText("Test", { exact: true }).first().waitFor();
  await page.getByText("Sample Buyer").first().waitFor();
  await go(page, "/");
  await page.getByText("1 of 4 done").waitFor();
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByText("The sample order is gone").waitFor();
  expect(await asOwner("select 1 from crm_leads where workspace_id = $1", [workspace.id])).toEqual([]);

  const [store] = await asOwner<{ id: string }>("select id from integrations where workspace_id = $1", [
    workspace.id,
  ]);
  await deliver(
    { id: store?.id ?? "", type: "shopify", domain, secret: "a-secret-of-shopify" },
    "orders/create",
    shopifyOrder(),
  );
  await asOwner("insert into user_settings (user_id, telegram_chat_id) values ($1, 77)", [admin.userId]);
  await createMember(workspace, "seller");
  await go(page, "/settings/first-steps");
  await page.getByText("4 of 4 done").waitFor();
  await page.getByText("All done").waitFor();
  await go(page, "/");
  await page.getByRole("heading", { level: 1, name: /Fina/ }).waitFor();
  expect(await page.getByText("First steps", { exact: true }).count()).toBe(0);
});

test("a seller has a shorter list, puts it away, and finds it in the settings", async ({ visit }) => {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller", "Sera Seller");
  const page = await visit("/dashboard", { as: seller });
  await page.getByText("0 of 3 done").waitFor();
  await page.getByRole("button", { name: "Put away" }).click();
  await page.getByText("0 of 3 done").waitFor({ state: "hidden" });
  await reload(page);
  await page.getByRole("heading", { level: 1, name: /Sera/ }).waitFor();
  expect(await page.getByText("0 of 3 done").count()).toBe(0);
  await go(page, "/settings/first-steps");
  await page.getByRole("button", { name: "Show on the dashboard" }).click();
  await page.getByRole("button", { name: "Put away" }).waitFor();
  await go(page, "/dashboard");
  await page.getByText("0 of 3 done").waitFor();
});

import type { Locator, Page } from "playwright-core";
import { beforeAll, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { orderOf } from "#tests/e2e/order-of.ts";
import { laptop, phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let store: Store;
let ana: Person;

beforeAll(async () => {
  const workspace = await createWorkspace("RON");
  ana = await createMember(workspace, "seller", "Ana Seller");
  store = await createStore(workspace, ana);
});

const screens = [
  { name: "a laptop", viewport: laptop, buyer: "Lidia Laptop" },
  { name: "a phone", viewport: phone, buyer: "Petra Phone", isMobile: true, hasTouch: true },
];

test.for(screens)("who erred goes back with a reason, on $name", async ({ buyer, ...screen }, { visit }) => {
  await orderOf(store, buyer);
  const page = await visit("/leads?view=all", { as: ana, viewport: screen.viewport });

  // From the list: sent off too early, and back again.
  const row = () => page.locator("tr, li").filter({ hasText: buyer }).filter({ visible: true }).last();
  for (const [act, status] of [
    ["Confirm", "Confirmed"],
    ["Packed", "Packed"],
    ["Shipped", "Shipped"],
  ] as const) {
    await choose(page, row(), act);
    await page.getByText(`Now: ${status}`).waitFor();
  }
  await choose(page, row(), "Packed");
  const dialog = page.getByRole("dialog", { name: "Back to “Packed”" });
  await dialog.waitFor();
  await expectAccessible(page, `why a lead goes back, on ${screen.name}`);
  await dialog.getByRole("button", { name: "Go back" }).click();
  await dialog.getByText("Say why, in a word or two.").waitFor();
  await dialog.getByLabel("Why").fill("The courier never came.");
  await dialog.getByRole("button", { name: "Go back" }).click();
  await dialog.waitFor({ state: "detached" });
  await row().getByTitle("Change the status").getByText("Packed").waitFor();

  // The lead's page says why.
  await row().getByRole("link", { name: buyer }).click();
  await page.getByRole("heading", { name: buyer, level: 1 }).waitFor();
  await page.getByText("The courier never came.").waitFor();
  const [lead] = await asOwner(
    `select cod_status, logistic_status, kpi_status from crm_leads where name = $1 and integration_id = $2`,
    [buyer, store.id],
  );
  expect(lead).toEqual({ cod_status: "confirmed", logistic_status: "packed", kpi_status: "waiting" });
});

/** Chooses what is done with a lead, or a status, in the menu of a row. */
async function choose(page: Page, row: Locator, choice: string): Promise<void> {
  await row.getByTitle("Change the status").click();
  await page.getByRole("menuitem", { name: choice }).first().click();
}

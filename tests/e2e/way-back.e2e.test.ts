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
  const row = () => page.locator("tr, li").filter({ hasText: buyer }).last();
  await choose(page, row(), "Confirmed");
  await choose(page, row(), "Packed");
  await choose(page, row(), "Shipped");
  await row().getByText("Shipped").waitFor();
  await choose(page, row(), "Packed");
  const dialog = page.getByRole("dialog", { name: "Back to “Packed”" });
  await dialog.waitFor();
  await expectAccessible(page, `why a lead goes back, on ${screen.name}`);
  await dialog.getByRole("button", { name: "Go back" }).click();
  await dialog.getByText("Say why, in a word or two.").waitFor();
  await dialog.getByLabel("Why").fill("The courier never came.");
  await dialog.getByRole("button", { name: "Go back" }).click();
  await page.getByText("Now: Packed").waitFor();
  await dialog.waitFor({ state: "detached" });
  await row().getByText("Packed").waitFor();

  // On the lead's page: taken for collected, and back again.
  await row().getByRole("link", { name: buyer }).click();
  await page.getByRole("heading", { name: buyer, level: 1 }).waitFor();
  await page.getByText("The courier never came.").waitFor();
  for (const status of ["Shipped", "Delivered", "Collected"]) await take(page, status);
  await page.getByRole("button", { name: "Change status" }).click();
  await page.getByText("Back, with a reason").waitFor();
  await page.getByRole("menuitem", { name: "Confirmed", exact: true }).click();
  await page.getByLabel("Why").fill("It was another buyer's cash.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("It was another buyer's cash.").waitFor();
  await page.getByText("COD status: Collected → Confirmed").waitFor();

  const [lead] = await asOwner(
    `select cod_status, logistic_status, kpi_status from crm_leads where name = $1 and integration_id = $2`,
    [buyer, store.id],
  );
  expect(lead).toEqual({ cod_status: "confirmed", logistic_status: "delivered", kpi_status: "shipped" });
});

/** Chooses a status in the menu of a row. */
async function choose(page: Page, row: Locator, status: string): Promise<void> {
  await row.getByTitle("Change the status").click();
  await page.getByRole("menuitem", { name: status }).first().click();
}

/** Takes a status that is open on the lead's page, and waits until it is kept. */
async function take(page: Page, status: string): Promise<void> {
  await page.getByRole("button", { name: "Change status" }).click();
  await page.getByRole("menuitem", { name: status, exact: true }).first().click();
  await page.getByText(`→ ${status}`).first().waitFor();
}

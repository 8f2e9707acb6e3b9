import type { Page } from "playwright";
import { expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import type { Hands } from "#tests/e2e/day/hands.ts";
import { customersOf, viewsOf } from "#tests/e2e/day/records.ts";
import { later, type Shop, twin } from "#tests/e2e/day/shop.ts";
import { go } from "#tests/e2e/visit.ts";

/** What was collected is kept as a view, and found again from another page. */
export async function keepView(page: Page, hands: Hands, { ana }: Shop): Promise<void> {
  await go(page, "/leads?view=all");
  await hands.filterBy(page, "Status", "Collected");
  await page.waitForURL(/status=collected/);
  await page.getByRole("link", { name: later }).filter({ visible: true }).waitFor({ state: "detached" });
  await expectAccessible(page, "choosing a filter");
  await page.keyboard.press("Escape");
  await hands.askSaveView(page);
  await page.getByRole("dialog").getByLabel("Name").fill("Paid in cash");
  await hands.press(page.getByRole("dialog").getByRole("button", { name: "Save view" }));
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await viewsOf(ana)).toEqual([{ name: "Paid in cash", query: "status=collected" }]);

  await go(page, "/orders");
  await hands.openMenu(page);
  await hands.press(page.getByRole("link", { name: "Paid in cash 2" }));
  await page.waitForURL("/leads?status=collected");
  await page.getByText("2 leads", { exact: true }).filter({ visible: true }).first().waitFor();
}

/** A manager makes one customer of two who share neither name, phone nor e-mail, is warned, and makes two of it again. */
export async function mergeTwins(page: Page, hands: Hands, shop: Shop): Promise<void> {
  await hands.select(page, "Customers", [later, twin]);
  await hands.press(page.getByRole("toolbar").getByRole("button", { name: "Merge" }));
  await page.getByText("These may be two people").waitFor();
  await expectAccessible(page, "merging strangers");
  await hands.press(page.getByRole("button", { name: "Merge customers" }));
  await page.getByText("1 customer", { exact: true }).filter({ visible: true }).first().waitFor();
  expect(await customersOf(shop, "Sava")).toBe(1);
  await hands.press(page.getByRole("link", { name: /Sava/ }).filter({ visible: true }).first());
  await page.getByText("Mara Manager merged this customer with another").waitFor();
  await hands.press(page.getByRole("button", { name: "Undo the merge" }).first());
  await page.getByText("Two customers again").waitFor();
  expect(await customersOf(shop, "Sava")).toBe(2);
}

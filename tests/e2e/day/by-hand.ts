import type { Page } from "playwright";
import { expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import type { Hands } from "#tests/e2e/day/hands.ts";
import { recordOf } from "#tests/e2e/day/records.ts";
import { confirmed, type Shop } from "#tests/e2e/day/shop.ts";

/** A buyer whom the shop knows orders on the phone: two of what is kept in stock, and what isn't. It is an order like any other. */
export async function sellByHand(page: Page, hands: Hands, { ana }: Shop): Promise<void> {
  const [buyer = ""] = confirmed;
  await hands.press(page.getByRole("link", { name: "New lead" }).filter({ visible: true }));
  await page.getByLabel("Phone", { exact: true }).fill((await recordOf(ana, buyer)).phone);
  await page.getByText(/^1 order\b/).waitFor();
  await hands.press(page.getByRole("button", { name: "Use", exact: true }));
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe(buyer);
  await page.getByLabel("Add an item").fill("bulb-01");
  await page.getByRole("button", { name: /^Bulb/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Quantity").fill("2");
  await page.getByLabel("Add an item").fill("Gift wrapping");
  await page.keyboard.press("Enter");
  await page.getByLabel("Item", { exact: true }).waitFor();
  await page.getByLabel("Price each").last().fill("5");
  await page.getByLabel("Shipping cost").fill("20");
  await page.getByRole("status").filter({ hasText: "RON 116.00" }).waitFor();
  await page.getByLabel("Street and number").fill("Strada Nouă 4");
  await page.getByLabel("City").fill("Cluj");
  await expectAccessible(page, "a sale by hand");
  await hands.press(page.getByRole("button", { name: "Add lead" }));
  await hands.press(page.getByRole("button", { name: "Add anyway" }));
  await page.getByRole("heading", { name: buyer, level: 1 }).waitFor();
  await followOrder(page, hands, buyer);
}

/** From the lead to its order, from there to the buyer, and on to the next sale. */
async function followOrder(page: Page, hands: Hands, buyer: string): Promise<void> {
  const order = /^Order M1\d{3}$/;
  await hands.press(page.getByRole("link", { name: order }));
  await page.getByRole("heading", { name: order, level: 1 }).waitFor();
  await page.getByText("Gift wrapping").first().waitFor();
  await page.getByText("RON 116.00").first().waitFor();
  await page.getByRole("heading", { name: "Timeline" }).waitFor();
  expect(await page.getByText("Refunded").count()).toBe(0);
  await hands.press(page.getByRole("link", { name: /Customer/ }).last());
  await page.getByRole("heading", { name: buyer, level: 1 }).waitFor();
  await hands.press(page.getByRole("link", { name: "New lead" }));
  await page.waitForURL(/customer=/);
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe(buyer);
}

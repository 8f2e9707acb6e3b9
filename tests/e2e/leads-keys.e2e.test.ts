import { beforeAll, expect } from "vitest";
import { orderOf } from "#tests/e2e/order-of.ts";
import { go, phone, test } from "#tests/e2e/visit.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;
let store: Store;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  store = await createStore(workspace, seller);
  for (const buyer of ["Ada First", "Bea Second", "Cleo Third", "Dana Fourth"]) await orderOf(store, buyer);
});

test("the hands stay on the keys", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  const inFocus = () => page.evaluate(() => document.activeElement?.textContent);

  // From the search to its only hit, back to its row, and to the first of all.
  await page.keyboard.press("/");
  await page.keyboard.type("bea sec");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Bea Second", level: 1 }).waitFor();
  await page.goBack();
  await expect.poll(inFocus).toBe("Bea Second");
  await page.keyboard.press("/");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.getByRole("link", { name: "Ada First" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await expect.poll(inFocus).toBe(await page.getByRole("row").nth(1).getByRole("link").first().textContent());

  // Through the filters, which keep the focus.
  await page.keyboard.press("f");
  await page.getByRole("dialog", { name: "Filter" }).waitFor();
  for (const key of ["ArrowDown", "ArrowUp", "Enter", "ArrowDown", "Space"]) await page.keyboard.press(key);
  await page.waitForURL(/status=/);
  await page
    .getByRole("dialog")
    .getByRole("checkbox", { checked: true })
    .and(page.locator(":focus"))
    .waitFor();
  await page.keyboard.press("Space");
  await page.waitForURL((url) => !url.searchParams.has("status"));
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  // What was done is taken back, and one goes on.
  for (const key of ["j", "y"]) await page.keyboard.press(key);
  await page.getByText("Now: Confirmed").waitFor();
  await page.keyboard.press("z");
  await page.getByText("Taken back").waitFor();
  for (const key of ["g", "s"]) await page.keyboard.press(key);
  // The settings lead on to their first part.
  await page.getByRole("heading", { name: "Stores", level: 1 }).waitFor({ state: "attached" });
  for (const key of ["g", "l"]) await page.keyboard.press(key);
  await page.getByRole("heading", { name: "Leads", level: 1 }).waitFor();

  // In a narrow window they move through cards; an open sheet has the keys for itself.
  await page.setViewportSize(phone);
  const cards = page.getByRole("list", { name: "Leads" }).getByRole("listitem");
  const buyerOf = (place: number) => cards.nth(place).getByRole("link").first().textContent();
  await cards.first().waitFor();
  await page.keyboard.press("j");
  await expect.poll(inFocus).toBe(await buyerOf(0));
  await page.getByRole("button", { name: "Order and more" }).click();
  await page.getByRole("dialog", { name: "Order and more" }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "Order and more" }).waitFor({ state: "hidden" });
  await page.keyboard.press("j");
  await expect.poll(inFocus).toBe(await buyerOf(1));
});

test("who speaks to the computer turns letters off", async ({ visit }) => {
  const page = await visit("/settings/profile", { as: seller });
  await page.getByRole("radio", { name: "Letters do nothing" }).click();
  await go(page, "/leads");
  for (const key of ["j", "?"]) await page.keyboard.press(key);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press("Tab");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

import { beforeAll, describe, expect } from "vitest";
import { violationsOn } from "#tests/e2e/accessible.ts";
import { holdAnswers } from "#tests/e2e/hold-answers.ts";
import { rowInFocus } from "#tests/e2e/in-focus.ts";
import { orderOf } from "#tests/e2e/order-of.ts";
import { go, phone, reload, test } from "#tests/e2e/visit.ts";
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

test("a search that is left for another page before it was asked does not lead back", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  await page.getByRole("link", { name: "Ada First" }).waitFor();
  await page.getByPlaceholder("Name, phone, e-mail or order").pressSequentially("bea");
  await page.getByRole("link", { name: "Orders", exact: true }).click();
  await page.getByRole("heading", { name: "Orders", level: 1 }).waitFor();
  // Longer than a search waits for another key.
  await page.waitForTimeout(600);
  expect(new URL(page.url()).pathname).toBe("/orders");
});

test("what was pressed shows it while the answer is on its way", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  await page.getByRole("link", { name: "Ada First" }).waitFor();
  const letGo = await holdAnswers(page);
  const dimmed = page.locator("[aria-busy=true]").filter({ has: page.getByRole("table") });
  const skeleton = page.locator("[data-opening]").getByRole("status");

  await page.getByRole("link", { name: /^To ship/ }).click();
  await page
    .getByRole("link", { name: /^To ship/ })
    .and(page.locator("[aria-current=page]"))
    .waitFor();
  await dimmed.waitFor();
  expect(new URL(page.url()).searchParams.get("view")).toBe(null);
  await page.locator('a[href="/leads/call?view=to_ship"]').waitFor();
  await letGo();
  await page.waitForURL(/view=to_ship/);

  await page.getByRole("link", { name: /^All/ }).click();
  await page.getByRole("link", { name: "Ada First" }).waitFor();
  const letGoAgain = await holdAnswers(page);
  await page.getByRole("columnheader", { name: "Total" }).getByRole("link").click();
  await dimmed.waitFor();
  await page.getByRole("link", { name: "Ada First" }).click();
  await skeleton.waitFor();
  // Back, or Escape, gives it up.
  const list = page.url();
  for (const giveUp of [() => page.goBack(), () => page.keyboard.press("Escape")]) {
    await giveUp();
    await skeleton.waitFor({ state: "detached" });
    expect(page.url()).toBe(list);
    await page.getByRole("link", { name: "Ada First" }).click();
    await skeleton.waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-opening"))).toBe(true);
  }
  await letGoAgain();
  await page.getByRole("heading", { name: "Ada First", level: 1 }).waitFor();
  await skeleton.waitFor({ state: "detached" });
  await page.goBack();
  await page.waitForURL(list);
  await page.getByRole("link", { name: "Ada First" }).waitFor();
});

describe("filters", () => {
  test("stand in the address: a reload and the back button show the same", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "More" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Result" }).click();
    await page.getByRole("checkbox", { name: "Paid" }).click();
    await page.waitForURL(/kpi=paid/);
    await page.getByText("Nothing matches these filters").waitFor();
    await reload(page);
    await page.getByRole("button", { name: "Result Paid" }).click();
    await page.getByRole("dialog", { name: "Result" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByText("Nothing matches these filters").waitFor();
    await page.getByRole("button", { name: "Remove filter: Result" }).click();
    await page.getByRole("link", { name: "Ada First" }).waitFor();
    await page.goBack();
    await page.getByText("Nothing matches these filters").waitFor();
    await page.getByRole("link", { name: "Clear filters" }).click();
    await page.getByRole("link", { name: "Ada First" }).waitFor();
  });

  test("can be kept as a view, renamed and deleted", async ({ visit }) => {
    const page = await visit("/leads?kpi=waiting", { as: seller });
    await page.getByRole("button", { name: "Save view" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Save view" }).click();
    await dialog.getByText("Give the view a name.").waitFor();
    await dialog.getByLabel("Name").fill("Waiting ones");
    await dialog.getByRole("button", { name: "Save view" }).click();
    // Its count comes after it, and is that of the list.
    await page.getByRole("link", { name: "Waiting ones 4" }).waitFor();
    await go(page, "/leads");
    await page.getByRole("link", { name: "Waiting ones" }).click();
    await page.waitForURL(/kpi=waiting/);
    await page.getByRole("button", { name: "Actions for the view Waiting ones" }).click();
    await page.getByRole("menuitem", { name: "Rename or share…" }).click();
    await dialog.getByLabel("Name").fill("Still waiting");
    await dialog.getByRole("checkbox").click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Still waiting" }).waitFor();

    const colleague = await createMember(workspace, "seller", "Cora Colleague");
    const theirs = await visit("/leads", { as: colleague });
    await theirs.getByRole("link", { name: "Still waiting" }).waitFor();
    expect(await theirs.getByRole("button", { name: /^Actions for the view/ }).count()).toBe(0);

    await page.getByRole("button", { name: "Actions for the view Still waiting" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("link", { name: "Still waiting" }).waitFor({ state: "detached" });
  });

  test("search while one types, and say how much it takes", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await page.keyboard.press("/");
    await page.keyboard.type("cl");
    await page.getByText("at least 3 characters").waitFor();
    await page.keyboard.type("eo");
    await page.waitForURL(/q=cleo/);
    await page.getByRole("link", { name: "Ada First" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Cleo Third" }).waitFor();

    // Enter opens nobody who was not searched for.
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("be");
    await page.keyboard.press("Enter");
    await page.getByText("at least 3 characters").waitFor();
    await page.keyboard.type("a sec");
    await page.waitForURL(/\/leads\?q=bea/);
    await page.getByRole("link", { name: "Bea Second" }).waitFor();
  });
});

describe("the status", () => {
  test("is confirmed by keyboard, and taken back", async ({ visit }) => {
    const page = await visit("/leads?view=to_call", { as: seller });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const buyer = await page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.keyboard.press("y");
    await page.getByText("Now: Confirmed").waitFor();
    await page.getByRole("link", { name: buyer }).waitFor({ state: "detached" });
    await rowInFocus(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: buyer }).waitFor();
    await page.getByRole("row", { name: buyer }).getByRole("button", { name: "Pending" }).waitFor();
  });

  test("of several is changed at once, and what was refused is said", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    const status = (buyer: string, name: string) =>
      page.getByRole("row", { name: buyer }).getByRole("button", { name });
    await status("Ada First", "Pending").click();
    await page.getByRole("menuitem", { name: "Shipped" }).and(page.locator("[data-disabled]")).waitFor();
    await page.getByRole("menuitem", { name: "Confirm", exact: true }).click();
    await status("Ada First", "Confirmed").waitFor();
    await page.getByRole("checkbox", { name: "Select Ada First" }).filter({ visible: true }).click();
    await page.getByRole("checkbox", { name: "Select Bea Second" }).filter({ visible: true }).click();
    await page.getByRole("toolbar").getByText("2 selected").waitFor();
    await page.getByRole("toolbar").getByRole("button", { name: "Shipped" }).click();
    await page.getByText("1 of 2 changed: 1 must be confirmed first").waitFor();
    await status("Ada First", "Shipped").waitFor();
    await status("Bea Second", "Pending").waitFor();
  });
});

test("the order is chosen with a thumb", async ({ visit }) => {
  const page = await visit("/leads", { as: seller, viewport: phone });
  const cards = page.getByRole("list", { name: "Leads" }).getByRole("listitem");
  const newest = await cards.first().getByRole("link").first().textContent();
  const sheet = page.getByRole("dialog", { name: "Order and more" });
  const button = page.getByRole("button", { name: "Order and more" });
  await button.click();
  // The focus is in the sheet while it is open, and behind it nobody has lost it.
  await sheet.getByRole("heading", { name: "Order and more" }).and(page.locator(":focus")).waitFor();
  await sheet.getByRole("link", { name: "Oldest first" }).click();
  await page.waitForURL(/sort=oldest/);
  await sheet.waitFor({ state: "hidden" });
  await button.and(page.locator(":focus")).waitFor();
  expect(await cards.last().getByRole("link").first().textContent()).toBe(newest);
});

test("columns and row height are kept for the person", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  await page.getByRole("button", { name: "Columns and row height" }).click();
  const saved = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("checkbox", { name: "Tags" }).click();
  await saved;
  await reload(page);
  await page.getByRole("columnheader", { name: "Total" }).waitFor();
  expect(await page.getByRole("columnheader", { name: "Tags" }).count()).toBe(0);
});

test.for(["light", "dark"] as const)(
  "nothing stands in the way of assistive technology, %s",
  async (theme, { visit }) => {
    const page = await visit("/leads?kpi=waiting", { as: seller, theme });
    await page.getByRole("checkbox", { name: "Select all on this page" }).click();
    await page.getByRole("toolbar").waitFor();
    const violations = await violationsOn(page);
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

    // Icons that are masks are seen with the few colours of a high contrast, too.
    await page.emulateMedia({ forcedColors: "active" });
    for (const icon of ["[data-row-id] input:checked", "[data-row-id] a[href^='tel:']"]) {
      const [seen, ground] = await page
        .locator(icon)
        .first()
        .evaluate((one) => [
          getComputedStyle(one, "::before").backgroundColor,
          getComputedStyle(one).backgroundColor,
        ]);
      expect(seen, icon).not.toBe(ground);
    }
  },
);

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect } from "vitest";
import { go, phone, reload, test } from "#tests/e2e/visit.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;
let store: Store;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  store = await createStore(workspace, seller);
  for (const buyer of ["Ada First", "Bea Second", "Cleo Third", "Dana Fourth"]) await order(buyer);
});

describe("filters", () => {
  test("stand in the address: a reload and the back button show the same", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await page.getByRole("button", { name: "Filter", exact: true }).click();
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
    await inFocus(page);
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
    await page.getByRole("menuitem", { name: "Confirmed" }).click();
    await status("Ada First", "Confirmed").waitFor();
    await page.getByRole("checkbox", { name: "Select Ada First" }).filter({ visible: true }).click();
    await page.getByRole("checkbox", { name: "Select Bea Second" }).filter({ visible: true }).click();
    await page.getByRole("toolbar").getByText("2 selected").waitFor();
    await page.getByRole("toolbar").getByRole("button", { name: "Ship" }).click();
    await page.getByText("1 of 2 changed: 1 must be confirmed first").waitFor();
    await status("Ada First", "Shipped").waitFor();
    await status("Bea Second", "Pending").waitFor();
  });

  test("“call back” asks when", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await page.getByRole("row", { name: "Cleo Third" }).getByRole("button", { name: "Pending" }).click();
    await page.getByRole("menuitem", { name: "Call back" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Tomorrow morning" }).click();
    await page.getByRole("row", { name: "Cleo Third" }).getByRole("button", { name: "Call back" }).waitFor();
  });

  test("is changed with a thumb", async ({ visit }) => {
    const page = await visit("/leads", { as: seller, viewport: phone });
    const card = page.getByRole("listitem").filter({ hasText: "Dana Fourth" });
    await card.getByRole("button", { name: "No answer" }).click();
    await card.getByRole("button", { name: "No answer · 1" }).waitFor();
  });
});

test("a range of rows is selected with Shift, by mouse and by keyboard", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  const boxOf = (row: number) => page.getByRole("row").nth(row).getByRole("checkbox");
  const selected = (count: number) => page.getByRole("toolbar").getByText(`${count} selected`).waitFor();
  await boxOf(1).click();
  await boxOf(3).click({ modifiers: ["Shift"] });
  await selected(3);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("");
  await page.keyboard.press("Shift+J");
  await selected(4);
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await selected(2);
  await page.keyboard.press("Escape");
  await page.getByRole("toolbar").waitFor({ state: "detached" });
  for (const key of ["x", "j", "j", "Shift+X"]) await page.keyboard.press(key);
  await selected(3);
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Select from the last one to here").waitFor();
});

test("the selection stays while one only looks at what could be done with it", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  const selected = page.getByRole("toolbar").getByText("2 selected");
  for (const key of ["t", "b"]) {
    await page.keyboard.press(key);
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await selected.waitFor();
  }
});

test("the order is chosen with a thumb", async ({ visit }) => {
  const page = await visit("/leads", { as: seller, viewport: phone });
  const cards = page.getByRole("list", { name: "Leads" }).getByRole("listitem");
  const newest = await cards.first().getByRole("link").first().textContent();
  await page.getByRole("button", { name: "Newest first" }).click();
  await page.getByRole("menuitem", { name: "Oldest first" }).click();
  await page.getByRole("button", { name: "Oldest first" }).waitFor();
  await page.waitForURL(/sort=oldest/);
  expect(await cards.last().getByRole("link").first().textContent()).toBe(newest);
});

describe("tags", () => {
  const select = (page: Page, buyer: string) =>
    page
      .getByRole("checkbox", { name: `Select ${buyer}` })
      .filter({ visible: true })
      .click();

  test("go to several leads by keyboard, and are taken back", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await select(page, "Ada First");
    await select(page, "Bea Second");
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog", { name: "Tags of 2 leads" });
    await dialog.getByLabel("Find or name a tag").fill("Gift");
    await dialog.getByRole("radio", { name: "Violet" }).check({ force: true });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dialog.getByRole("checkbox", { name: "Gift", checked: true }).waitFor();
    await dialog.getByLabel("Find or name a tag").press("Enter");
    await page.getByText("Tags of 2 leads changed").waitFor();
    for (const buyer of ["Ada First", "Bea Second"])
      await page.getByRole("row", { name: buyer }).getByText("Gift").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Taken back for 2 leads").waitFor();
    await page.getByRole("row", { name: "Ada First" }).getByText("Gift").waitFor({ state: "detached" });
  });

  test("that only some have are shown so, and given to all or taken off all", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    const gift = page.getByRole("dialog").getByRole("checkbox", { name: "Gift" });
    const apply = page.getByRole("dialog").getByRole("button", { name: "Apply" });
    await select(page, "Ada First");
    await page.getByRole("toolbar").getByRole("button", { name: "Tag…" }).click();
    await gift.click();
    await apply.click();
    await page.getByText("Tags of 1 lead changed").waitFor();
    await select(page, "Ada First");
    await select(page, "Cleo Third");
    await page.getByRole("toolbar").getByRole("button", { name: "Tag…" }).click();
    await page.getByRole("dialog").getByText("1 of 2").waitFor();
    expect(await gift.getAttribute("aria-checked")).toBe("mixed");
    expect(await apply.isDisabled()).toBe(true);
    await gift.click();
    await gift.click();
    expect(await gift.getAttribute("aria-checked")).toBe("false");
    await apply.click();
    await page.getByText("Tags of 1 lead changed").last().waitFor();
    await page.getByRole("row", { name: "Ada First" }).getByText("Gift").waitFor({ state: "detached" });
  });

  test("give the focus back to the row they were asked for", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await page.keyboard.press("j");
    await inFocus(page);
    const buyer = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "Tags of this lead" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(buyer);
  });

  test("are changed with a thumb", async ({ visit }) => {
    const page = await visit("/leads", { as: seller, viewport: phone });
    await page.getByRole("button", { name: "Select", exact: true }).click();
    await select(page, "Dana Fourth");
    await page.getByRole("toolbar").getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Tag…" }).click();
    const sheet = page.getByRole("dialog", { name: "Tags of this lead" });
    const line = sheet.getByText("Gift");
    expect((await line.locator("xpath=ancestor::label").boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await line.click();
    await sheet.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("listitem").filter({ hasText: "Dana Fourth" }).getByText("Gift").waitFor();
  });
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
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  },
);

/** A row has the focus: when a row leaves, the next one takes it. */
function inFocus(page: Page) {
  return page.waitForFunction(() => document.activeElement?.closest("[data-row-id]") !== null);
}

let orders = 0;

async function order(buyer: string): Promise<void> {
  orders += 1;
  const [first_name, last_name] = buyer.split(" ");
  const email = `${buyer.toLowerCase().replace(" ", "-")}@example.com`;
  const phoneNumber = `+4072200${String(1000 + orders)}`;
  const answer = await deliver(
    store,
    "orders/create",
    shopifyOrder({
      id: 7_000_000_000 + orders,
      name: `#${5000 + orders}`,
      email,
      contact_email: email,
      phone: phoneNumber,
      customer: { id: 9_000 + orders, email, first_name, last_name },
      shipping_address: {
        ...(shopifyOrder().shipping_address as object),
        name: buyer,
        first_name,
        last_name,
        phone: phoneNumber,
      },
    }),
  );
  expect(answer).toEqual({ status: 200, result: "stored" });
}

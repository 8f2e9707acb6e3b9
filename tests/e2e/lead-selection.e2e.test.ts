import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { rowInFocus } from "#tests/e2e/in-focus.ts";
import { orderOf } from "#tests/e2e/order-of.ts";
import { phone, test } from "#tests/e2e/visit.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";

let seller: Person;

beforeAll(async () => {
  const workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  const store = await createStore(workspace, seller);
  for (const buyer of ["Ada First", "Bea Second", "Cleo Third", "Dana Fourth"]) await orderOf(store, buyer);
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
  // With nothing selected Escape is the browser's: it leaves full screen, or stops a page from loading.
  const isLeft = () =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }),
    );
  expect(await page.evaluate(isLeft)).toBe(true);
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

test("who opens a lead and comes back finds its row in focus, and what was selected", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  const inFocus = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  for (const key of ["j", "x", "j", "x", "j"]) await page.keyboard.press(key);
  const buyer = await inFocus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: buyer }).waitFor();
  await page.goBack();
  await page.getByRole("toolbar").getByText("2 selected").waitFor();
  await rowInFocus(page);
  expect(await inFocus()).toBe(buyer);
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
    expect(await gift.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true);
    expect(await apply.isDisabled()).toBe(true);
    await gift.click();
    await gift.click();
    expect(await gift.isChecked()).toBe(false);
    await apply.click();
    await page.getByText("Tags of 1 lead changed").last().waitFor();
    await page.getByRole("row", { name: "Ada First" }).getByText("Gift").waitFor({ state: "detached" });
  });

  test("give the focus back to the row they were asked for", async ({ visit }) => {
    const page = await visit("/leads", { as: seller });
    await page.keyboard.press("j");
    await rowInFocus(page);
    const buyer = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press("t");
    await page.getByRole("dialog", { name: "Tags of this lead" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(buyer);
  });

  test("are changed with a thumb", async ({ visit }) => {
    const page = await visit("/leads", { as: seller, viewport: phone });
    await page.getByRole("button", { name: "Order and more" }).click();
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

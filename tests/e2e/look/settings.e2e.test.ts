import { beforeAll } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { expectAllAccessible, pagesOf } from "#tests/e2e/look/pages.ts";
import { createShown, type Shown } from "#tests/e2e/look/shown.ts";
import { phone, test } from "#tests/e2e/visit.ts";

let shown: Shown;

beforeAll(async () => {
  shown = await createShown();
});

test("the settings are accessible and no wider than the screen", { timeout: 240_000 }, async ({ visit }) => {
  const page = await visit("/leads", { as: shown.admin });
  await expectAllAccessible(page, pagesOf(shown, "settings"));
});

test("so are they while there is nothing to show", async ({ visit }) => {
  const page = await visit("/leads", { as: shown.newcomer });
  await expectAllAccessible(page, ["/settings/stores", "/settings/telegram"]);
});

test("so are the question before a chat is unlinked and, on a phone, the menu", async ({ visit }) => {
  const page = await visit("/settings/telegram", { as: shown.admin, viewport: phone });
  await page.getByRole("button", { name: "Unlink" }).click();
  await page.getByRole("alertdialog").waitFor();
  await expectAccessible(page, "before a chat is unlinked");
  await page.keyboard.press("Escape");
  await page.getByRole("alertdialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Open menu" }).click();
  await page.getByRole("button", { name: "Ada Admin" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
  await expectAccessible(page, "the menu", "[role=menu]");
});

import type { Page } from "playwright";
import { beforeAll, describe } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { createShown, type Shown } from "#tests/e2e/look/shown.ts";
import { signedInPages } from "#tests/e2e/pages.ts";
import { go, phone, test } from "#tests/e2e/visit.ts";
import { type Person, supabaseAdmin } from "#tests/support/people.ts";

const signedIn = signedInPages("[id]").filter((path) => path !== "/" && path !== "/settings");
const notThere = /^404 GET/;

/** Every page is accessible and no wider than the screen. Each screen has a file of its own, so that two workers look at them. */
export function describePagesOn(screen: string, viewport: typeof phone): void {
  describe(`on ${screen}, by light and in the dark`, () => {
    let shown: Shown;

    beforeAll(async () => {
      shown = await createShown();
    });

    test("a stranger's pages are accessible and no wider than the screen", async ({ visit }) => {
      const page = await visit("/login", { viewport });
      await expectAllAccessible(page, [
        "/login",
        "/login?notice=inactiveMember",
        "/forgot-password",
        `/auth/confirm?token_hash=${await newLink(shown.newcomer)}&type=recovery`,
      ]);
    });

    test("so are all pages of a member", { timeout: 180_000 }, async ({ visit }) => {
      const page = await visit("/leads", { as: shown.admin, viewport });
      await expectAllAccessible(page, [...signedIn.map((path) => withId(path, shown.ids)), "/new-password"]);
    });

    test("so are the lists while there is nothing to show", async ({ visit }) => {
      const page = await visit("/leads", { as: shown.newcomer, viewport });
      await expectAllAccessible(page, [
        "/leads",
        "/orders",
        "/customers",
        "/settings/stores",
        "/settings/telegram",
      ]);
    });

    test("so is a page that does not exist", async ({ visit }) => {
      const page = await visit("/leads", { as: shown.admin, viewport, expected: notThere });
      await expectAllAccessible(page, ["/leads/1", "/nowhere"]);
    });

    test("so are the menu and the question before a chat is unlinked", async ({ visit }) => {
      const page = await visit("/settings/telegram", { as: shown.admin, viewport });
      await page.getByRole("button", { name: "Unlink" }).click();
      await page.getByRole("alertdialog").waitFor();
      await expectAccessible(page, "before a chat is unlinked");
      await page.keyboard.press("Escape");
      await page.getByRole("alertdialog").waitFor({ state: "hidden" });
      if (viewport === phone) await page.getByRole("button", { name: "Open menu" }).click();
      await page.getByRole("button", { name: "Ada Admin" }).click();
      await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
      await expectAccessible(page, "the menu", "[role=menu]");
    });
  });
}

/** Goes from page to page in one window, which is much faster than a new window for each. */
async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await go(page, path);
    await expectAccessible(page, path);
  }
}

function withId(path: string, ids: Shown["ids"]): string {
  const [folder = "", page] = path.split("/[id]");
  const id = ids[folder];
  if (page !== undefined && !id) throw new Error(`Say in \`ids\` which thing ${path} shall show.`);
  return path.replace("[id]", id ?? "");
}

/** What a mail's link to set a new password carries. */
async function newLink({ email }: Person): Promise<string> {
  const { data } = await supabaseAdmin().auth.admin.generateLink({ type: "recovery", email });
  return data.properties?.hashed_token ?? "";
}

import type { Page } from "playwright";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import type { Shown } from "#tests/e2e/look/shown.ts";
import { fetchNothingAhead, go, laptop, phone } from "#tests/e2e/visit.ts";
import { signedInPages } from "#tests/support/pages.ts";

/** The pages of a member, of things that exist; the settings, or all others. */
export function pagesOf({ ids }: Shown, which: "settings" | "work"): string[] {
  return signedInPages("[id]")
    .filter((path) => path !== "/" && path !== "/settings")
    .filter((path) => path.startsWith("/settings/") === (which === "settings"))
    .map((path) => withId(path, ids));
}

/**
 * Each of the pages is accessible and no wider than the screen, on a laptop and on a phone, by light and in the dark. All are seen in one window,
 * which is made narrower: a new one for each takes much longer.
 */
export async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  await fetchNothingAhead(page);
  for (const path of paths) {
    await page.setViewportSize(laptop);
    await go(page, path);
    await expectAccessible(page, `${path} on a laptop`);
    await page.setViewportSize(phone);
    await expectAccessible(page, `${path} on a phone`);
  }
}

function withId(path: string, ids: Shown["ids"]): string {
  const [folder = "", page] = path.split("/[id]");
  const id = ids[folder];
  if (page !== undefined && !id) throw new Error(`Say in \`ids\` which thing ${path} shall show.`);
  return path.replace("[id]", id ?? "");
}

import { beforeAll, describe, expect } from "vitest";
import { everyPage, overhangOf } from "#tests/e2e/every-page.ts";
import { go, phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import type { Person } from "#tests/support/people.ts";

let admin: Person;
let pages: string[];

beforeAll(async () => {
  ({ admin, pages } = await everyPage());
});

describe("on a phone nothing sticks out at the side of any page", () => {
  test.for(["de", "zh", "fr", "ro", "es"])("in %s", { timeout: 180_000 }, async (locale, { visit }) => {
    await asOwner("update users set locale = $1 where id = $2", [locale, admin.userId]);
    const page = await visit("/leads", { as: admin, viewport: phone });
    const tooWide: Record<string, number> = {};
    for (const path of pages) {
      await go(page, path);
      expect(await page.locator("html").getAttribute("lang"), path).toBe(locale);
      const overhang = await overhangOf(page);
      if (overhang > 0) tooWide[path] = overhang;
    }
    expect(tooWide).toEqual({});
  });

  test("nor where a language is written from right to left", { timeout: 180_000 }, async ({ visit }) => {
    await asOwner("update users set locale = null where id = $1", [admin.userId]);
    const page = await visit("/leads", { as: admin, viewport: phone });
    const tooWide: Record<string, number> = {};
    for (const path of pages) {
      await go(page, path);
      await page.evaluate(() => document.documentElement.setAttribute("dir", "rtl"));
      const overhang = await overhangOf(page);
      if (overhang > 0) tooWide[path] = overhang;
    }
    expect(tooWide).toEqual({});
  });
});

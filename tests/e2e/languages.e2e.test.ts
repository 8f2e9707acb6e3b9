import { beforeAll, expect } from "vitest";
import { everyPage, tooWide } from "#tests/e2e/every-page.ts";
import { phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import type { Person } from "#tests/support/people.ts";

let admin: Person;
let pages: string[];

beforeAll(async () => {
  ({ admin, pages } = await everyPage());
});

/** Chinese is shorter than English, which is looked at elsewhere. */
test.for(["de", "fr", "ro", "es"])(
  "on a phone nothing sticks out at the side of any page in %s",
  {
    timeout: 120_000,
  },
  async (lang, { visit }) => {
    await asOwner("update users set locale = $1 where id = $2", [lang, admin.userId]);
    const page = await visit("/leads", { as: admin, viewport: phone });
    expect(await tooWide(page, pages, [phone], { lang })).toEqual({});
  },
);

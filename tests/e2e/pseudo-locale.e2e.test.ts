import { join } from "node:path";
import { beforeAll, expect } from "vitest";
import { everyPage, tooWide } from "#tests/e2e/every-page.ts";
import { laptop, phone, test } from "#tests/e2e/visit.ts";
import { holdPort } from "#tests/support/held-port.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import type { Person } from "#tests/support/people.ts";
import { startTestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";

// An app of its own, which says everything in words longer by two fifths and writes from right to left.

let admin: Person;
let pages: string[];
let baseURL: string;

beforeAll(async () => {
  ({ admin, pages } = await everyPage());
  const port = await holdPort();
  baseURL = `http://127.0.0.1:${port}`;
  const { env, dataDir } = ownAstra();
  const app = await startTestApp({
    port,
    env: appEnvironment({ ...env, APP_URL: baseURL, PSEUDO_LOCALE: "rtl" }),
    logFile: join(dataDir, "pseudo-locale.log"),
  });
  return () => app.stop();
}, 120_000);

test("in long words and from right to left nothing sticks out at the side of any page, on a laptop and on a phone", {
  timeout: 120_000,
}, async ({ visit }) => {
  const page = await visit("/leads", { as: admin, baseURL });
  await page.getByRole("heading", { name: "LeadsLe" }).waitFor({ state: "attached" });
  expect(await tooWide(page, pages, [laptop, phone], { dir: "rtl" })).toEqual({});
});

test("menus open towards the side that the page is written to, and its arrow keys follow", async ({
  visit,
}) => {
  const page = await visit("/settings/profile", { as: admin, viewport: laptop, baseURL });
  const themes = page.getByRole("radiogroup").first();
  const chosen = themes.getByRole("radio", { checked: true });
  await chosen.focus();
  const before = await chosen.boundingBox();
  await page.keyboard.press("ArrowLeft");
  await expect
    .poll(async () => (await page.locator(":focus").boundingBox())?.x ?? Number.POSITIVE_INFINITY)
    .toBeLessThan(before?.x ?? 0);
});

import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { createShown, type Shown } from "#tests/e2e/look/shown.ts";
import { phone, reload, test } from "#tests/e2e/visit.ts";

let shown: Shown;

beforeAll(async () => {
  shown = await createShown();
});

describe("the theme", () => {
  test("is there from the first frame after a reload", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin });
    await page.getByRole("button", { name: "Change theme" }).click();
    await expect.poll(() => isDark(page)).toBe(true);
    await page.addInitScript(recordThemeOfFrames);
    await reload(page);
    await page.getByRole("heading", { name: "Leads", level: 1 }).waitFor();
    const frames = await page.evaluate(() => (window as FrameWindow).darkFrames ?? []);
    expect(frames.length).toBeGreaterThan(0);
    expect(frames).not.toContain(false);
  });

  test("is light until it is chosen, whatever the system says", async ({ visit }) => {
    const page = await visit("/login", { colorScheme: "dark" });
    expect(await isDark(page)).toBe(false);
  });

  test("is what was chosen, from the first frame on", async ({ visit }) => {
    for (const theme of ["light", "dark"] as const) {
      const page = await visit("/leads", { as: shown.admin, theme });
      expect(await isDark(page)).toBe(theme === "dark");
    }
  });

  test("follows the system on request", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin, colorScheme: "dark" });
    await page.getByRole("button", { name: "Ada Admin" }).click();
    await page.getByRole("menuitemradio", { name: "System" }).click();
    await expect.poll(() => isDark(page)).toBe(true);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => isDark(page)).toBe(false);
    await page.emulateMedia({ colorScheme: "dark" });
    await reload(page);
    expect(await isDark(page)).toBe(true);
  });
});

describe("the keyboard", () => {
  test("meets the skip link first, which leads past the menu", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin });
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    expect(await hasFocus(page, "Skip to content")).toBe(true);
    await expect.poll(async () => (await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.getByRole("main").evaluate((main) => main === document.activeElement))
      .toBe(true);
    await page.keyboard.press("Tab");
    expect(await page.getByRole("main").evaluate((main) => main.contains(document.activeElement))).toBe(true);
  });

  test("reaches the first row of the list and opens it", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin });
    const first = page.getByRole("table", { name: "Leads" }).locator("a[data-row-link]").first();
    const name = (await first.textContent()) ?? "";
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  });

  test("reaches every link of the first card on a phone", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin, viewport: phone });
    const card = page.getByRole("list", { name: "Leads" }).getByRole("listitem").first();
    const links = await card.getByRole("link").allTextContents();
    expect(links).toEqual([links[0], "Call"]);
    for (const link of links) await tabTo(page, link);
  });
});

describe("the drawer on a phone", () => {
  test("opens, keeps the focus, closes by Escape and gives the focus back", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin, viewport: phone });
    expect(await page.getByRole("link", { name: "Settings" }).count()).toBe(0);
    await page.getByRole("button", { name: "Open menu" }).click();
    const drawer = page.getByRole("dialog", { name: "Main" });
    await drawer.getByRole("link", { name: "Settings" }).waitFor();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press("Tab");
      expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "hidden" });
    const menuButton = page.getByRole("button", { name: "Open menu" });
    await expect.poll(() => menuButton.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("closes when the page changes", async ({ visit }) => {
    const page = await visit("/leads", { as: shown.admin, viewport: phone });
    await page.getByRole("button", { name: "Open menu" }).click();
    await page.getByRole("dialog", { name: "Main" }).getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "Stores", level: 1 }).waitFor({ state: "attached" });
    await page.getByRole("dialog", { name: "Main" }).waitFor({ state: "hidden" });
  });

  test.for([
    { reducedMotion: "no-preference", moves: true },
    { reducedMotion: "reduce", moves: false },
  ] as const)(
    "slides only for those who like motion: $reducedMotion",
    async ({ reducedMotion, moves }, { visit }) => {
      const page = await visit("/leads", { as: shown.admin, viewport: phone, reducedMotion });
      await page.getByRole("button", { name: "Open menu" }).click();
      const seconds = await page
        .getByRole("dialog", { name: "Main" })
        .evaluate((drawer) => Number.parseFloat(getComputedStyle(drawer).animationDuration));
      expect(seconds > 0.01).toBe(moves);
    },
  );
});

function isDark(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.classList.contains("dark"));
}

function hasFocus(page: Page, text: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.textContent === wanted, text);
}

/** Presses Tab until the element with this text has the focus. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press("Tab");
    if (await hasFocus(page, text)) return;
  }
  throw new Error(`Tab never reached "${text}".`);
}

interface FrameWindow extends Window {
  darkFrames?: boolean[];
}

/** Runs in the page before anything else: notes for every frame that shows something whether it is dark. */
function recordThemeOfFrames(): void {
  const frames: boolean[] = [];
  (window as FrameWindow).darkFrames = frames;
  const look = () => {
    if (document.body?.textContent) frames.push(document.documentElement.classList.contains("dark"));
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

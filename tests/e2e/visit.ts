import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright";
import { test as base, expect } from "vitest";
import { classClashes } from "#tests/e2e/class-names.ts";
import { watchProblems } from "#tests/e2e/problems.ts";
import { whenUsable } from "#tests/e2e/usable.ts";
import { askHost, ownAstra } from "#tests/support/own-astra.ts";
import { type Person, sessionCookies } from "#tests/support/people.ts";

export const laptop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface VisitOptions extends BrowserContextOptions {
  /** Who is signed in; a stranger when left out. */
  as?: Person;
  theme?: "light" | "dark" | "system";
  /** What would else fail the test, such as the answer 404 where a page is not to be found: "404 GET /leads/…". */
  expected?: RegExp;
}

/** Opens a path of the app in a browser window of its own, and waits until the page can be used. */
export type Visit = (path: string, options?: VisitOptions) => Promise<Page>;

/**
 * Tests that visit the app. A test fails when a page it visited logged an error, when a request of a page failed or
 * left for another host, or when an element of what it shows at the end names two classes that set the same thing.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures are needed
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }) => {
    const browser = await chromium.connect((await askHost("/browser")) as string);
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("visit", async ({ browser }, { onCleanup }): Promise<Visit> => {
    const problems: string[] = [];
    const windows: BrowserContext[] = [];
    onCleanup(async () => {
      for (const window of windows) {
        for (const page of window.pages()) problems.push(...(await classClashes(page)));
        await window.close();
      }
      expect(problems, "what went wrong in the pages").toEqual([]);
    });
    return async (path, options = {}) => {
      const page = await openWindow(browser, options, problems);
      windows.push(page.context());
      await go(page, path);
      return page;
    };
  });

/** Goes to a path, as from the address bar, and waits until the page can be used. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await whenUsable(page);
}

/** Reloads the page and waits until it can be used. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await whenUsable(page);
}

/** From the next page on no link comes into view, so that none is fetched ahead: for who looks at many pages, and follows no link of them. */
export async function fetchNothingAhead(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.IntersectionObserver = class extends IntersectionObserver {
      override observe(): void {
        // Nothing is watched.
      }
    };
  });
}

/**
 * Whether a page is there is mostly known before its frame is sent, and answered 404. On a slow machine the frame is sent first; then the browser
 * draws what is not there, and React tells of it.
 */
const notThereWithinFrame = /Minified React error #419/;

async function openWindow(browser: Browser, options: VisitOptions, problems: string[]) {
  const { as, theme, expected, baseURL = ownAstra().appUrl, ...contextOptions } = options;
  const context = await browser.newContext({
    baseURL,
    viewport: laptop,
    // Neither the server's zone nor its language, so that text drawn twice would differ.
    timezoneId: "America/New_York",
    locale: "en-US",
    storageState: {
      cookies: [],
      origins: theme ? [{ origin: baseURL, localStorage: [{ name: "theme", value: theme }] }] : [],
    },
    ...contextOptions,
  });
  context.setDefaultTimeout(10_000);
  if (as) await context.addCookies(await cookiesOf(as, baseURL));
  watchProblems(context, baseURL, (problem) => {
    if (!expected || !(expected.test(problem) || notThereWithinFrame.test(problem))) problems.push(problem);
  });
  return context.newPage();
}

const signedIn = new Map<string, Promise<string>>();

/** The session of a person, who signs in once for all tests of a file. */
async function cookiesOf(person: Person, url: string) {
  const header = signedIn.get(person.userId) ?? sessionCookies(person);
  signedIn.set(person.userId, header);
  return (await header).split("; ").map((cookie) => {
    const [name = "", ...value] = cookie.split("=");
    return { name, value: value.join("="), url };
  });
}

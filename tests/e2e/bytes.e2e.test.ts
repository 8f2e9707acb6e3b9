import { readFileSync } from "node:fs";
import type { Page } from "playwright";
import { beforeAll, expect } from "vitest";
import { fetchNothingAhead, test } from "#tests/e2e/visit.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createSale, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let admin: Person;
let sale: Sale;

beforeAll(async () => {
  const workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Bea Bytes");
  const store = await createStore(workspace, admin);
  sale = await createSale({ workspace, store, seller: admin });
});

/** How many times an empty page, which is Next and React alone, each page may load at most, and the sign-in. */
const mostOfPages = 1.6;
const mostOfSignIn = 1.2;

test("the pages that people live in load little JavaScript before they can be used", async ({ visit }) => {
  const page = await visit("/login", { as: admin });
  const empty = await bytesOfEmptyPage(page);
  const ratios: Record<string, number> = {};
  for (const path of [
    "/dashboard",
    "/leads",
    "/orders",
    "/customers",
    "/inventory",
    `/leads/${sale.leadId}`,
    "/leads/call",
  ])
    ratios[path.replace(sale.leadId, "[id]")] = (await bytesOf(page, path)) / empty;
  console.log("JavaScript beside an empty page of", Math.round(empty / 1000), "kB:", rounded(ratios));
  for (const [path, ratio] of Object.entries(ratios)) expect(ratio, path).toBeLessThanOrEqual(mostOfPages);
});

test("the sign-in loads hardly more than an empty page", async ({ visit }) => {
  const page = await visit("/forgot-password");
  const ratio = (await bytesOf(page, "/login")) / (await bytesOfEmptyPage(page));
  console.log("JavaScript beside an empty page:", rounded({ "/login": ratio }));
  expect(ratio).toBeLessThanOrEqual(mostOfSignIn);
});

function rounded(ratios: Record<string, number>): string {
  return Object.entries(ratios)
    .map(([path, ratio]) => `${path} ${ratio.toFixed(2)}`)
    .join(", ");
}

/** A page of this build with nothing on it loads Next and React, which the build names, and nothing else. */
async function bytesOfEmptyPage(page: Page): Promise<number> {
  const { rootMainFiles } = JSON.parse(readFileSync(".next/build-manifest.json", "utf8"));
  const scripts = rootMainFiles.map((file: string) => `<script src="/_next/${file}" async></script>`);
  const html = `<!doctype html><title>Empty</title>${scripts.join("")}`;
  return bytesOf(page, "/empty", (fresh) =>
    fresh.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: html })),
  );
}

/**
 * The compressed bytes of JavaScript that a browser that has nothing yet fetches for a page by itself: what is fetched ahead, for a page that a
 * link leads to or because the browser idles, needs no counting, since nobody waits for it.
 */
async function bytesOf(
  page: Page,
  path: string,
  prepare: (fresh: Page) => Promise<unknown> = async () => undefined,
): Promise<number> {
  const context = page.context();
  // A window of its own has a cache of its own.
  const own = await context.browser()?.newContext({ storageState: await context.storageState() });
  if (!own) throw new Error("The page has no browser.");
  const fresh = await own.newPage();
  await prepare(fresh);
  await fetchNothingAhead(fresh);
  await fresh.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const sizes: Promise<number>[] = [];
  fresh.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await fresh.goto(new URL(path, ownAstra().appUrl).href);
  await fresh.waitForLoadState("networkidle");
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await own.close();
  return total;
}

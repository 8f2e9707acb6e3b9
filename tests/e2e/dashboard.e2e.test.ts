import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { laptop, phone, reload, test } from "#tests/e2e/visit.ts";
import { stockProduct } from "#tests/integration/inventory/shop.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;
let seller: Person;
let viewer: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Dora Dash");
  viewer = await createMember(workspace, "viewer", "Vera Viewer");
  seller = await createMember(workspace, "seller", "Sam Sales");
  const other = await createMember(workspace, "seller", "Otto Other");
  const own = await createStore(workspace, seller);
  const others = await createStore(workspace, other);
  const sales = [
    await createSale({ workspace, store: own, seller }),
    await createSale({ workspace, store: own, seller }),
    await createSale({ workspace, store: own, seller }),
    await createSale({ workspace, store: others, seller: other }),
  ];
  const [confirmed, rejected, old] = sales;
  await asOwner("update crm_leads set arrived_at = now() where workspace_id = $1", [workspace.id]);
  await setStatus(confirmed?.leadId, "confirmed", "waiting");
  await setStatus(rejected?.leadId, "rejected", "rejected");
  await asOwner("update crm_leads set arrived_at = now() - interval '3 days' where id = $1", [old?.leadId]);
});

async function setStatus(leadId: string | undefined, cod: string, kpi: string): Promise<void> {
  await asOwner("update crm_leads set cod_status = $2, kpi_status = $3 where id = $1", [leadId, cod, kpi]);
}

/** What the strip says of a count. */
async function countOf(page: Page, name: string): Promise<number> {
  const cell = page.getByRole("main").getByRole("link", { name }).first();
  return Number(/\d+/.exec(((await cell.textContent()) ?? "").replace(name, ""))?.[0]);
}

describe.each([
  { screen: "a laptop", viewport: laptop },
  { screen: "a phone", viewport: phone },
])("on $screen", ({ viewport }) => {
  test("an admin sees how the business stands, and each number opens exactly its leads", async ({
    visit,
  }) => {
    const page = await visit("/dashboard", { as: admin, viewport });
    await page.getByRole("heading", { level: 1, name: /^Good (morning|afternoon|evening), Dora$/ }).waitFor();
    expect(await countOf(page, "Total leads")).toBe(4);
    expect(await countOf(page, "Rejected")).toBe(1);
    await page.getByRole("heading", { name: "Sellers" }).waitFor();
    await expectAccessible(page, "the dashboard");

    await page.getByRole("main").getByRole("link", { name: "Total leads" }).click();
    await page.waitForURL(/\/leads\?.*figure=all/);
    await page.getByText("4 leads", { exact: false }).filter({ visible: true }).first().waitFor();
  });
});

test("a range narrows the figures, and the figures of a chart can be read as a table", async ({ visit }) => {
  const page = await visit("/dashboard", { as: admin });
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Today" }).click();
  await page.waitForURL(/range=today/);
  await expect.poll(() => countOf(page, "Total leads"), { timeout: 10_000 }).toBe(3);
  await page.goBack();
  await expect.poll(() => countOf(page, "Total leads"), { timeout: 10_000 }).toBe(4);

  await page.getByRole("application").waitFor();
  await page.keyboard.press("t");
  const table = page.getByRole("table", { name: "Leads by outcome" });
  expect(await table.getByRole("row").count()).toBe(31);
  await page.getByRole("button", { name: "Show by: per day" }).click();
  await page.getByRole("menuitemradio", { name: "Hours" }).waitFor({ state: "detached" });
  await page.getByRole("menuitemradio", { name: "Weeks" }).click();
  await page.waitForURL(/grain=week/);
  await expect.poll(() => table.getByRole("row").count()).toBeLessThan(8);
  // While it closes, keys are still the menu's.
  await page.getByRole("menu").waitFor({ state: "detached" });
  await page.keyboard.press("t");
  await page.getByRole("application").waitFor();
});

test("paper is one page", async ({ visit }) => {
  const page = await visit("/dashboard", { as: admin });
  await page.getByRole("application").waitFor();
  const paper = await page.pdf({ format: "A4" });
  expect(paper.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("a seller sees the own figures alone, and a viewer the whole workspace", async ({ visit }) => {
  const own = await visit("/dashboard", { as: seller });
  expect(await countOf(own, "Total leads")).toBe(3);
  expect(await own.getByRole("heading", { name: "Sellers" }).count()).toBe(0);
  const all = await visit("/dashboard", { as: viewer });
  expect(await countOf(all, "Total leads")).toBe(4);
  await all.getByRole("button", { name: "More" }).click();
  await all.getByRole("menuitem", { name: "Copy as CSV" }).waitFor();
  expect(await all.getByRole("menuitem", { name: "Recount" }).count()).toBe(0);
});

test("who has no store yet is told what to do", async ({ visit }) => {
  const newcomer = await createMember(await createWorkspace(), "admin", "Nina New");
  const page = await visit("/dashboard", { as: newcomer });
  await page.getByText("0 of 4 done").waitFor();
  await page.getByRole("button", { name: "Put away" }).click();
  await page.getByText("No leads yet").waitFor();
  await page.getByText("Nothing waits for you.").waitFor();
  expect(await page.getByRole("heading", { name: "Rates" }).count()).toBe(0);
  await page.getByRole("link", { name: "Connect a store" }).click();
  await page.waitForURL("/settings/stores/new");
});

test("a product narrows the dashboard: found by its name, or typed as orders write it", async ({ visit }) => {
  const { sku } = await stockProduct({ workspace }, { owner: seller.userId, sku: "DASH-1" });
  const page = await visit("/dashboard", { as: admin });
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByRole("textbox", { name: "Product" }).fill("dash");
  await page.getByRole("button", { name: sku }).click();
  await page.waitForURL(/product=DASH-1/);
  await expect.poll(() => countOf(page, "Total leads"), { timeout: 10_000 }).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show all products" }).click();
  await expect.poll(() => countOf(page, "Total leads"), { timeout: 10_000 }).toBe(4);
});

test("how many a step of the funnel lost opens exactly these, and says why", async ({ visit }) => {
  const page = await visit("/dashboard", { as: admin });
  const confirmed = page.getByRole("row", { name: /^Confirmed/ });
  await confirmed.getByRole("link", { name: "said no 1" }).waitFor();
  await confirmed.getByRole("link", { name: /^1\s*25%$/ }).click();
  await page.waitForURL(/figure=said_no,fake,duplicate,cancelled_before/);
  await page.getByText("1 lead", { exact: false }).first().waitFor();
});

test("a figure that changes fades, and not for who wants no motion", async ({ visit }) => {
  const page = await visit("/dashboard", { as: admin, reducedMotion: "no-preference" });
  const animation = () =>
    page
      .getByRole("main")
      .getByRole("link", { name: "Total leads" })
      .getByText(/^[34]$/)
      .evaluate((figure) => getComputedStyle(figure).animationName);
  expect(await animation()).toBe("none");
  await page.keyboard.press("r");
  await page.getByRole("button", { name: "Today" }).click();
  await expect.poll(() => countOf(page, "Total leads"), { timeout: 10_000 }).toBe(3);
  expect(await animation()).toBe("fade-in");
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await animation()).toBe("none");
});

test("what fails stays in its own card, and can be tried again", async ({ visit }) => {
  const page = await visit("/dashboard?source=shopify", { as: admin, expected: /.*/ });
  // What reads lines can't be asked for a while; of all figures only products with a filter need it.
  await asOwner("revoke execute on function astra.counted_name(text, text) from authenticated");
  try {
    await reload(page);
    await page.getByRole("button", { name: "Products" }).click();
    await page.getByText("This could not be loaded.").waitFor();
    await page.getByRole("heading", { name: "Rates" }).waitFor();
  } finally {
    await asOwner("grant execute on function astra.counted_name(text, text) to authenticated");
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("This could not be loaded.").waitFor({ state: "detached" });
  await page.getByRole("columnheader", { name: "Units" }).waitFor();
});

test("a tap on the chart of a phone shows what a day holds, and that leads to its leads", async ({
  visit,
}) => {
  const page = await visit("/dashboard", { as: admin, viewport: phone, hasTouch: true });
  const chart = page.getByRole("application");
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error("There is no chart.");
  await page.touchscreen.tap(box.x + box.width - 10, box.y + box.height / 2);
  const today = page.getByRole("definition").getByRole("link", { name: "3" });
  await today.waitFor();
  expect(new URL(page.url()).pathname).toBe("/dashboard");
  await today.click();
  await page.waitForURL(/\/leads\?figure=all/);
  await page.getByText("3 leads", { exact: false }).filter({ visible: true }).first().waitFor();
});

test("no name is too long for a phone", async ({ visit }) => {
  const { id } = await stockProduct({ workspace }, { owner: seller.userId, sku: "S".repeat(120) });
  const page = await visit(`/inventory/${id}`, { as: seller, viewport: phone });
  await page.getByRole("heading", { name: "Ledger" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
});

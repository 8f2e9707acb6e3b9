import { buffer } from "node:stream/consumers";
import type { Download, Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { violationsOn } from "#tests/e2e/accessible.ts";
import { phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createSale, nameContact, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;
let viewer: Person;
let ana: Person;
let sale: Sale;

beforeAll(async () => {
  workspace = await createWorkspace();
  [admin, viewer, ana] = await Promise.all([
    createMember(workspace, "admin", "Ada Admin"),
    createMember(workspace, "viewer", "Vic Viewer"),
    createMember(workspace, "seller", "Ana Seller"),
  ]);
  sale = await sellTo("Ștefan Popescu", ana);
  await sellTo("Otto Of-Ben", await createMember(workspace, "seller", "Ben Seller"));
});

async function sellTo(buyer: string, seller: Person): Promise<Sale> {
  const sold = await createSale({ workspace, seller, store: await createStore(workspace, seller) });
  await asOwner("update customers set name = $2 where id = $1", [sold.customerId, buyer]);
  await nameContact(sold, seller, buyer);
  await asOwner("update crm_leads set name = $2 where id = $1", [sold.leadId, buyer]);
  return sold;
}

async function openPalette(page: Page) {
  await page.keyboard.press("Control+k");
  return page.getByRole("combobox", { name: "Search or jump to" });
}

describe("the command palette", () => {
  test("finds a lead as people type and opens it by keyboard", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: ana });
    const field = await openPalette(page);
    await field.fill("stefan pop");
    const leads = page.getByRole("group", { name: "Leads" });
    await leads.getByRole("option", { name: "Ștefan Popescu", selected: true }).waitFor();
    expect(await field.getAttribute("aria-activedescendant")).toBe(`palette-lead-${sale.leadId}`);
    await field.press("Enter");
    await page.waitForURL(`**/leads/${sale.leadId}`);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("walks through all groups, around the end, and gives the focus back", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: ana });
    const opener = page.getByRole("button", { name: "Search or jump to…" });
    await opener.click();
    const field = page.getByRole("dialog").getByRole("combobox");
    await field.fill("popescu");
    await page.getByRole("group", { name: "Customers" }).waitFor();
    const ids = [`lead-${sale.leadId}`, `order-${sale.orderId}`, `customer-${sale.customerId}`];
    for (const id of [...ids.slice(1), ids[0]]) {
      await field.press("ArrowDown");
      expect(await field.getAttribute("aria-activedescendant")).toBe(`palette-${id}`);
    }
    await field.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test("leads from a product to the leads that bought it", async ({ visit }) => {
    await asOwner("update order_items set product_sku = 'LMP 02/É', product_name = 'Lampă' where id = $1", [
      sale.itemId,
    ]);
    const page = await visit("/settings/telegram", { as: admin });
    const field = await openPalette(page);
    await field.fill("lampa");
    const product = page.getByRole("group", { name: "Products" }).getByRole("option", { name: "Lampă" });
    await product.getByText("LMP 02/É").waitFor();
    await field.press("Enter");
    await page.getByRole("button", { name: "SKU LMP 02/É" }).waitFor();
    await page.getByRole("link", { name: "Ștefan Popescu" }).waitFor();
    expect(await page.getByRole("link", { name: "Otto Of-Ben" }).count()).toBe(0);
  });

  test("leads to the pages that the person may see", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: viewer });
    const field = await openPalette(page);
    await page.getByText("Type at least 3 characters").waitFor();
    expect(await page.getByRole("option", { name: /store/i }).count()).toBe(0);
    await field.fill("cust");
    await page.getByRole("option", { name: "Customers", selected: true }).waitFor();
    await field.press("Enter");
    await page.waitForURL("**/customers");
  });

  test("shows nothing of another seller's", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: ana });
    await (await openPalette(page)).fill("otto");
    await page.getByText("No lead, order, customer or product matches “otto”").waitFor();
    expect(await page.getByRole("option").count()).toBe(0);
  });

  test("never lets an earlier answer take the place of a later one", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: admin });
    await page.route("**/api/palette?q=otto", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.continue().catch(() => undefined);
    });
    const field = await openPalette(page);
    await field.fill("otto");
    await page.waitForRequest("**/api/palette?q=otto");
    await field.fill("popescu");
    await page
      .getByRole("group", { name: "Leads" })
      .getByRole("option", { name: "Ștefan Popescu" })
      .waitFor();
    await page.waitForTimeout(1_800);
    expect(await page.getByRole("option", { name: "Otto Of-Ben" }).count()).toBe(0);
  });

  test("says that the search failed, and goes on", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: ana, expected: /^500 GET \/api\/palette/ });
    await page.route("**/api/palette?q=pop", (route) => route.fulfill({ status: 500, body: "{}" }));
    const field = await openPalette(page);
    await field.fill("pop");
    await page.getByText("The search failed.").waitFor();
    await field.fill("pope");
    await page.getByRole("group", { name: "Leads" }).waitFor();
  });

  test.for(["light", "dark"] as const)(
    "is a sheet on phones and keeps its size: %s",
    async (theme, { visit }) => {
      const page = await visit("/settings/telegram", { as: ana, viewport: phone, theme });
      await page.getByRole("button", { name: "Search or jump to" }).filter({ visible: true }).click();
      const dialog = page.getByRole("dialog", { name: "Search or jump to" });
      await page.getByRole("option").first().waitFor();
      await page.waitForTimeout(300);
      const before = await dialog.boundingBox();
      await page.getByRole("combobox").fill("popescu");
      const lead = page.getByRole("group", { name: "Leads" }).getByRole("option");
      await lead.waitFor();
      expect(await dialog.boundingBox()).toEqual(before);
      expect((await lead.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      expect(await violationsOn(page)).toEqual([]);
      await lead.click();
      await page.waitForURL(`**/leads/${sale.leadId}`);
    },
  );
});

describe("an export", () => {
  test.for(["leads", "orders", "customers"])(
    "of the %s says how many rows, then saves them",
    async (list, { visit }) => {
      const page = await visit(`/${list}`, { as: admin });
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByText("2 rows, this filter").waitFor();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Export 2 rows" }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(new RegExp(`^astra-${list}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
      await page.getByText(`2 rows saved as ${file.suggestedFilename()}`).waitFor();
      const content = await contentOf(file);
      expect(content).toContain("Ștefan Popescu");
      expect(content).toContain("Otto Of-Ben");
    },
  );

  test("holds what the list is filtered for, and a seller's own rows only", async ({ visit }) => {
    const page = await visit("/leads?q=popescu", { as: ana, viewport: phone });
    await page.getByRole("button", { name: "Order and more" }).click();
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export 1 row" }).click();
    const content = await contentOf(await download);
    expect(content).toContain("Ștefan Popescu");
    expect(content).not.toContain("Otto Of-Ben");
  });

  test("has the columns that the person chose, now and the next time", async ({ visit }) => {
    const page = await visit("/orders", { as: viewer });
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByText(/^All \d+ columns$/).waitFor();
    await page.getByRole("button", { name: "Choose columns" }).click();
    await page.getByRole("button", { name: "Choose none" }).click();
    expect(await page.getByRole("button", { name: "Export 2 rows" }).isDisabled()).toBe(true);
    for (const name of ["Customer", "Phone", "Street"]) await page.getByLabel(name, { exact: true }).check();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export 2 rows" }).click();
    const content = await contentOf(await download);
    expect(content.split("\r\n")[0]).toBe("\uFEFFCustomer,Phone,Street");
    await page.getByText("2 rows saved as").waitFor();

    const again = await visit("/orders", { as: viewer });
    await again.getByRole("button", { name: "Export" }).click();
    await again.getByText(/^3 of \d+ columns$/).waitFor();
  });

  test.for([
    ["light", phone],
    ["dark", undefined],
  ] as const)(
    "asks for columns in the %s, and whoever hears it can choose",
    async ([theme, viewport], { visit }) => {
      const page = await visit("/leads", { as: admin, theme, ...(viewport && { viewport }) });
      if (viewport) await page.getByRole("button", { name: "Order and more" }).click();
      await page.getByRole("button", { name: "Export" }).click();
      await page.getByRole("button", { name: "Choose columns" }).click();
      await page.getByLabel("Postcode").uncheck();
      await page.waitForTimeout(300);
      expect(await violationsOn(page)).toEqual([]);
    },
  );

  test("can be cancelled, and saves nothing then", async ({ visit }) => {
    const page = await visit("/orders", { as: admin });
    await page.route("**/orders/export*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      await route.abort().catch(() => undefined);
    });
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: "Export 2 rows" }).click();
    await page.getByText("0 of 2 rows").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Export cancelled. Nothing was saved.").waitFor();
    await page.getByText("2 rows, this filter").waitFor();
  });

  test("that fails says so, and saves nothing", async ({ visit }) => {
    const page = await visit("/customers", { as: admin, expected: /^500 GET \/customers\/export/ });
    await page.route("**/customers/export*", (route) => route.fulfill({ status: 500, body: "" }));
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("button", { name: "Export 2 rows" }).click();
    await page.getByText("The export broke off, so nothing was saved.").waitFor();
  });
});

/** The browser runs elsewhere: its files come as a stream. */
async function contentOf(file: Download): Promise<string> {
  return (await buffer(await file.createReadStream())).toString();
}

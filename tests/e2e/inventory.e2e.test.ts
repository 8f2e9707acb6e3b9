import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, phone, reload, test } from "#tests/e2e/visit.ts";
import { png } from "#tests/fixtures/pictures.ts";
import { sell, setLead, stockProduct } from "#tests/integration/inventory/shop.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;
let seller: Person;
let viewer: Person;
let store: Store;

beforeAll(async () => {
  workspace = await createWorkspace("EUR");
  admin = await createMember(workspace, "admin", "Ada Admin");
  seller = await createMember(workspace, "seller", "Sela Seller");
  viewer = await createMember(workspace, "viewer", "Vic Viewer");
  store = await createStore(workspace, seller);
});

const shop = () => ({ workspace, seller, store });

async function addProduct(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Add product" }).click();
  await page.waitForURL(/\/inventory\/[0-9a-f-]{36}$/);
}

/** The photo of a product, wherever it stands. */
const photo = 'img[src^="/api/inventory/photo"]';

const choosePhoto = (page: Page, name: string, buffer: Buffer) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "image/png", buffer });

/** How wide the first photo of the page is, once it has come. */
async function shownPhoto(page: Page): Promise<number> {
  const shown = page.locator(photo).first();
  await expect
    .poll(() => shown.evaluate((img: HTMLImageElement) => (img.complete ? img.naturalWidth : 0)), {
      timeout: 10_000,
    })
    .toBeGreaterThan(0);
  return shown.evaluate((img: HTMLImageElement) => img.naturalWidth);
}

/** The five figures of a product's page, as they are read. */
async function figures(page: Page): Promise<string[]> {
  return (await page.getByRole("region", { name: "Figures" }).locator("dd").allInnerTexts()).map((text) =>
    text.replace("−", "-"),
  );
}

describe("a seller", () => {
  test("adds a product that orders reserve and ship, receives and corrects its stock, and reads why", async ({
    visit,
  }) => {
    const page = await visit("/inventory", { as: seller });
    await page.getByRole("heading", { name: "Inventory" }).waitFor();
    await page.keyboard.press("n");
    await page.waitForURL("**/inventory/new");
    await choosePhoto(page, "lamp.png", png(40, 30));
    await page.getByRole("img", { name: "The chosen photo" }).waitFor();
    await addProduct(page, { SKU: "LMP-1", Name: "Lampă LED", Price: "19.9", "In stock": "5" });
    await shownPhoto(page);
    const { leadId } = await sell(shop(), { sku: "LMP-1", quantity: 2 });
    await reload(page);
    expect((await figures(page)).slice(0, 3)).toEqual(["5", "2", "3"]);
    await setLead(leadId, "logistic_status", "shipped");
    await page.getByRole("button", { name: "Correct" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Units on the shelf").fill("4");
    await dialog.getByRole("button", { name: "Correct" }).click();
    await dialog.getByText("Say why").waitFor();
    await dialog.getByLabel("Reason").fill("One was broken");
    await dialog.getByRole("button", { name: "Correct" }).click();
    await page.getByRole("cell", { name: /Corrected.*One was broken/ }).waitFor();
    await page.getByRole("button", { name: "Receive stock" }).click();
    await dialog.getByLabel("Units received").fill("10");
    await dialog.getByLabel("Reason").fill("Delivery 12");
    await dialog.getByRole("button", { name: "Receive stock" }).click();
    await page.getByRole("cell", { name: /Received.*Sela Seller · Delivery 12/ }).waitFor();
    await page.getByRole("cell", { name: /Shipped.*Order #1001/ }).waitFor();
    await page.getByText("5 moves; their sum is the stock").waitFor();
    await page.getByRole("button", { name: "Reserved" }).click();
    await page.getByRole("cell", { name: /Received.*Delivery 12/ }).waitFor({ state: "detached" });
    await page.getByRole("cell", { name: /Shipped.*Order #1001/ }).waitFor();
    await page.getByRole("button", { name: "All", exact: true }).click();
    await page.getByRole("list", { name: "Alerts" }).getByText("Available again").waitFor();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("button", { name: "Delete product" }).click();
    await page.getByText("This product was sold, so it stays.").waitFor();
    await page.keyboard.press("Escape");
    await expectAccessible(page, "a product");
  });

  test("changes what a product looks like, and takes its photo away", async ({ visit }) => {
    const { id } = await stockProduct(shop(), { owner: seller.userId, stock: 1, sku: "PHOTO-1" });
    const page = await visit(`/inventory/${id}/edit`, { as: seller });
    await choosePhoto(page, "notes.png", Buffer.from("no picture"));
    await page.getByText("This is no picture that we can show.").waitFor();
    await choosePhoto(page, "lamp.png", png(900, 20));
    await page.getByRole("img", { name: "The chosen photo" }).waitFor();
    await expectAccessible(page, "a photo that is chosen");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(`**/inventory/${id}`);
    expect(await shownPhoto(page)).toBe(800);
    await go(page, "/inventory?q=PHOTO-1");
    await shownPhoto(page);
    await go(page, `/inventory/${id}/edit`);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(`**/inventory/${id}`);
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(await page.locator(photo).count()).toBe(0);
  });

  test("archives and deletes selected products: the own ones, and none that was sold", async ({ visit }) => {
    await stockProduct(shop(), { owner: null, sku: "BULK-0" });
    for (const sku of ["BULK-1", "BULK-2", "BULK-3"])
      await stockProduct(shop(), { owner: seller.userId, sku });
    await sell(shop(), { sku: "BULK-1", quantity: 1 });
    const page = await visit("/inventory?q=BULK-", { as: seller });
    const row = (sku: string) => page.getByRole("row", { name: new RegExp(sku) });
    await row("BULK-3").waitFor();
    expect(await row("BULK-0").getByRole("checkbox").count()).toBe(0);
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("Archive the selected").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await row("BULK-3").getByRole("checkbox").click();
    await page.getByRole("toolbar").getByRole("button", { name: "Low-stock level" }).waitFor();
    await page.keyboard.press("l");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Units").fill("50");
    await dialog.getByRole("button", { name: "Set level" }).click();
    await row("BULK-3").getByText("Low", { exact: true }).waitFor();
    await page.getByRole("checkbox", { name: "Select all" }).click();
    await page.getByRole("toolbar").getByText("3 selected").waitFor();
    await expectAccessible(page, "selected products");
    const download = page.waitForEvent("download");
    await page.getByRole("toolbar").getByRole("button", { name: "Export" }).click();
    await dialog.getByRole("button", { name: /^Export|^Download/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^astra-inventory-/);
    await page.getByRole("toolbar").getByRole("button", { name: "Delete…" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete 3 products" }).click();
    await page.getByText("2 products deleted. 1 was sold, so it stays.").waitFor();
    await row("BULK-3").waitFor({ state: "detached" });
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await row("BULK-1").getByRole("checkbox").click();
    await page.getByRole("toolbar").getByRole("button", { name: "Archive" }).waitFor();
    await page.keyboard.press("a");
    await page.getByText("1 product is archived.").waitFor();
    await row("BULK-1").waitFor({ state: "detached" });
  });

  test("sees which orders oversell a product, and reads what the platform provides without changing it", async ({
    visit,
  }) => {
    const own = await stockProduct(shop(), { owner: seller.userId, stock: 1, sku: "OVER-1" });
    const provided = await stockProduct(shop(), { owner: null, stock: 3, sku: "PLAT-1" });
    await sell(shop(), { sku: "OVER-1", quantity: 4 });
    const page = await visit("/inventory?view=oversold", { as: seller });
    const row = page.getByRole("row", { name: /OVER-1/ });
    await row.getByText("Oversold by 3").waitFor();
    await row.getByRole("link", { name: "Lamp" }).click();
    await page.waitForURL(`**/inventory/${own.id}`);
    await page.getByText("Oversold by 3: #1001 wants 3").waitFor();
    await go(page, `/inventory/${provided.id}`);
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(await page.getByRole("button", { name: /Correct|Receive|More/ }).count()).toBe(0);
    const refused = await visit(`/inventory/${provided.id}/edit`, { as: seller, expected: /^404 GET|#419/ });
    await refused.getByRole("heading", { name: "Nothing here" }).waitFor();
  });

  test("maps a SKU that matches nothing, and past orders move the stock", async ({ visit }) => {
    const { id } = await stockProduct(shop(), { owner: seller.userId, stock: 9, sku: "KNOWN-1" });
    await sell(shop(), { sku: "UNKNOWN-1", quantity: 2 });
    const page = await visit("/inventory", { as: seller });
    await page.getByText("1 SKU matches no product.").waitFor();
    await page.getByRole("link", { name: "Match 1 SKU" }).click();
    await page.getByText("UNKNOWN-1").waitFor();
    await page.getByText("1 order waits for this SKU").waitFor();
    await expectAccessible(page, "SKUs that match nothing");
    await page.getByRole("button", { name: "Map to…" }).click();
    await page.getByRole("dialog").getByLabel("Product").fill("KNOWN-1");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /KNOWN-1/ })
      .click();
    await page.getByText("1 past order moved stock").waitFor();
    await page.getByText("No unmatched SKU").waitFor();
    await go(page, `/inventory/${id}`);
    await page.getByRole("list", { name: "Other SKUs" }).getByText("UNKNOWN-1").waitFor();
    await page.getByRole("button", { name: "Remove UNKNOWN-1" }).click();
    await page.getByRole("button", { name: "Remove SKU" }).click();
    await page.getByText("UNKNOWN-1 means this product no longer.").waitFor();
    await page.getByRole("list", { name: "Other SKUs" }).waitFor({ state: "detached" });
  });

  test("counts the shelf by typing SKUs, and the difference is moved", async ({ visit }) => {
    const { id } = await stockProduct(shop(), { owner: seller.userId, stock: 4, sku: "COUNT-1" });
    const page = await visit("/inventory/stock-take", { as: seller });
    const scan = async (sku: string) => {
      await page.getByLabel("SKU", { exact: true }).fill(sku);
      await page.keyboard.press("Enter");
    };
    await scan("count-0");
    await page.getByText("No product of yours has the SKU count-0.").waitFor();
    await scan("count-1");
    await page.getByLabel("Counted of Lamp").waitFor();
    await scan("COUNT-1");
    await expect.poll(() => page.getByLabel("Counted of Lamp").inputValue()).toBe("2");
    await expectAccessible(page, "stock-take");
    await page.getByRole("button", { name: "Save 1 count" }).click();
    await page.waitForURL("**/inventory");
    await go(page, `/inventory/${id}`);
    expect((await figures(page))[0]).toBe("2");
  });
});

describe("others", () => {
  test("a viewer reads and changes nothing, also when forced", async ({ visit }) => {
    const { id } = await stockProduct(shop(), { owner: seller.userId, stock: 2, sku: "VIEW-1" });
    await sell(shop(), { sku: "VIEW-NONE" });
    const page = await visit("/inventory", { as: viewer, expected: /^403 (POST|PUT)/ });
    await page.getByRole("link", { name: "Lamp" }).first().waitFor();
    await page.getByRole("link", { name: /^Show \d+ SKU/ }).waitFor();
    for (const name of [/^Add product/, /^Import/, /^Stock-take/, /^Match/])
      expect(await page.getByRole("link", { name }).count(), String(name)).toBe(0);
    await go(page, `/inventory/${id}`);
    await page.getByRole("region", { name: "Figures" }).waitFor();
    expect(await page.getByRole("button", { name: /Correct|Receive|More/ }).count()).toBe(0);
    const status = await page.evaluate(async () => {
      const answer = await fetch("/api/inventory/import?name=a&owner=", {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream" },
        body: "sku,name,price\nA,A,1",
      });
      return answer.status;
    });
    expect(status).toBe(403);
    const forced = await page.evaluate(async (product) => {
      const headers = { "Content-Type": "application/octet-stream" };
      const answer = await fetch(`/api/inventory/photo?product=${product}`, {
        method: "PUT",
        headers,
        body: "x",
      });
      return answer.status;
    }, id);
    expect(forced).toBe(403);
  });

  test("an admin finds a seller's product by owner, on a laptop and on a phone, and in the palette", async ({
    visit,
  }) => {
    await stockProduct(shop(), { owner: seller.userId, stock: 2, sku: "ADM-1" });
    const page = await visit("/inventory?q=ADM-1", { as: admin });
    await page.getByRole("row", { name: /ADM-1/ }).getByText("Low", { exact: true }).waitFor();
    await expectAccessible(page, "the products");
    const small = await visit("/inventory?q=ADM-1", { as: admin, viewport: phone });
    await small
      .getByRole("listitem")
      .filter({ hasText: "ADM-1" })
      .getByText("Low", { exact: true })
      .waitFor();
    await expectAccessible(small, "the products on a phone");
  });
});

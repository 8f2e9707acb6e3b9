import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { phone, test } from "#tests/e2e/visit.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Member;
let ana: Member;

beforeAll(async () => {
  workspace = await createWorkspace("RON");
  admin = await signIn(workspace, "admin", "Ada Admin");
  ana = await signIn(workspace, "seller", "Ana Seller");
  const sale = { storeId: (await createStore(workspace, ana)).id, owner: ana };
  const orderedAt = new Date().toISOString();
  const buy = (customerId: string, number: string, name: string, more = {}) =>
    createPurchase(workspace, {
      ...sale,
      customerId,
      number,
      name,
      phone: "+40722000111",
      orderedAt,
      ...more,
    });
  const maria = await createBuyer(workspace, { name: "Maria Ionescu", phone: "+40722000111" });
  await buy(maria, "#S-1", "Maria Ionescu");
  await buy(maria, "#S-2", "Maria Ionescu", { cod: "refused", kpi: "rejected" });
  const twins = ["Verena Großmann-Müllerschön", "V. Großmann"];
  for (const [index, name] of twins.entries()) {
    const id = await createBuyer(workspace, {
      name,
      email: `vera${index}@example.com`,
      phone: `+4072200020${index}`,
    });
    await buy(id, `#T-${index}`, name, { phone: `+4072200020${index}` });
  }
  await insert("products", {
    workspace_id: workspace.id,
    user_id: ana.userId,
    sku: "LAMP-01",
    name: "Lamp",
    price: "45.500",
    currency: "RON",
  });
});

describe("a sale by hand", () => {
  test("of a known buyer has products, a price and an address, and is an order", async ({ visit }) => {
    const page = await visit("/leads/new", { as: ana.person });
    await page.getByLabel("Phone", { exact: true }).fill("+40 722 000 111");
    await page.getByText("2 orders · 1 refused").waitFor();
    await page.getByRole("button", { name: "Use", exact: true }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Maria Ionescu");
    await page.getByLabel("Add an item").fill("lamp-01");
    await page.getByRole("button", { name: /^Lamp/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByLabel("Quantity").fill("2");
    await page.getByLabel("Add an item").fill("Geschenkverpackung");
    await page.keyboard.press("Enter");
    await page.getByLabel("Item", { exact: true }).waitFor();
    await page.getByLabel("Price each").last().fill("5");
    await page.getByLabel("Shipping cost").fill("20");
    await page.getByRole("status").filter({ hasText: "RON 116.00" }).waitFor();
    await page.getByLabel("Street and number").fill("Str. Lungă 4");
    await page.getByLabel("City").fill("Cluj");
    await expectAccessible(page, "a sale by hand");
    await page.getByRole("button", { name: "Add lead" }).click();
    await page.getByRole("button", { name: "Add anyway" }).click();
    await page.getByRole("heading", { name: "Maria Ionescu", level: 1 }).waitFor();
    await page.getByRole("link", { name: /^Order M1\d{3}$/ }).click();
    await page.getByRole("heading", { name: /^Order M1\d{3}$/, level: 1 }).waitFor();
    await page.getByRole("cell", { name: "Geschenkverpackung" }).waitFor();
    await page.getByText("RON 116.00").first().waitFor();
    await page.getByRole("heading", { name: "Timeline" }).waitFor();
    expect(await page.getByText("Refunded").count()).toBe(0);
    await page
      .getByRole("link", { name: /Customer/ })
      .last()
      .click();
    await page.getByRole("heading", { name: "Maria Ionescu", level: 1 }).waitFor();
    await page.getByRole("link", { name: "New lead" }).click();
    await page.waitForURL(/customer=/);
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Maria Ionescu");
  });

  test("that is half filled in is not left unawares", async ({ visit }) => {
    const page = await visit("/leads/new", { as: ana.person, viewport: phone });
    await page.getByLabel("Name", { exact: true }).fill("Half");
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByRole("alertdialog").getByText("Leave without saving?").waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
    expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Half");
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
    await page.waitForURL(/\/leads$/);
  });
});

test("two customers of the list are merged, with a warning, and are two again", async ({ visit }) => {
  const page = await visit("/customers?q=Gro%C3%9Fmann", { as: admin.person });
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await page.getByRole("toolbar").getByRole("button", { name: "Merge" }).click();
  await page.getByText("These may be two people").waitFor();
  await expectAccessible(page, "merging strangers");
  await page.getByRole("button", { name: "Merge customers" }).click();
  await page.getByText("1 customer", { exact: true }).first().waitFor();
  await page
    .getByRole("link", { name: /Großmann/ })
    .first()
    .click();
  await page.getByText("Ada Admin merged this customer with another").waitFor();
  await page.getByRole("button", { name: "Undo the merge" }).first().click();
  await page.getByText("Two customers again").waitFor();
  const again = await visit("/customers?q=Gro%C3%9Fmann", { as: admin.person });
  await again.getByText("2 customers", { exact: true }).first().waitFor();
});

import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { go, phone, test } from "#tests/e2e/visit.ts";
import { shopifyAddress, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let store: Store;
let admin: Person;
let ana: Person;
let ben: Person;
let viewer: Person;
let orders = 0;

beforeAll(async () => {
  workspace = await createWorkspace("RON");
  [admin, viewer, ana, ben] = await Promise.all([
    createMember(workspace, "admin", "Ada Admin"),
    createMember(workspace, "viewer", "Vic Viewer"),
    createMember(workspace, "seller", "Ana Seller"),
    createMember(workspace, "seller", "Ben Seller"),
  ]);
  store = await createStore(workspace, ana);
});

/** A new order of a buyer of its own; answers the address of its lead's page. */
async function newLead(changes: Record<string, unknown> = {}): Promise<string> {
  orders += 1;
  const email = `buyer-${orders}@example.com`;
  const body = shopifyOrder({
    id: orders,
    name: `#${orders}`,
    email,
    contact_email: email,
    customer: null,
    shipping_address: shopifyAddress({ phone: `+4072200000${orders % 10}`, ...changes }),
  });
  expect(await deliver(store, "orders/create", body)).toEqual({ status: 200, result: "stored" });
  const [lead] = await asOwner<{ id: string }>(
    `select lead.id from crm_leads lead join orders on orders.id = lead.order_id
     where orders.integration_id = $1 and orders.external_order_id = $2`,
    [store.id, String(orders)],
  );
  return `/leads/${lead?.id}`;
}

async function correct(page: Page, changes: Record<string, string>): Promise<void> {
  await page.getByRole("button", { name: "Edit" }).click();
  for (const [label, value] of Object.entries(changes))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Save" }).click();
}

describe("a lead's page", () => {
  test("takes a note and a tag, and says so on the timeline", async ({ visit }) => {
    const page = await visit(await newLead(), { as: ana });
    await page.getByLabel("Note", { exact: true }).fill("Wants delivery after 16:00.");
    await page.getByRole("button", { name: "Add note" }).click();
    await page.getByText("Wants delivery after 16:00.").waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Find or name a tag").fill("Gift");
    await page.getByRole("radio", { name: "Violet" }).check({ force: true });
    await page.getByRole("button", { name: "Create “Gift”" }).click();
    await page.getByText("Ana Seller added the tag Gift").waitFor();
    await page.getByRole("button", { name: "Remove the tag Gift" }).click();
    await page.getByText("Ana Seller removed the tag Gift").waitFor();
  });

  test("marks what can't be right about an address until it is corrected", async ({ visit }) => {
    const page = await visit(await newLead({ address1: "Strada Lunga", address2: "", zip: "4000" }), {
      as: ana,
    });
    await page.getByText("No house number").waitFor();
    await page.getByText("The postcode doesn't fit the country").waitFor();
    await correct(page, { "Street and number": "Strada Lunga 7", Postcode: "400001" });
    await page.getByText("corrected the street: Strada Lunga → Strada Lunga 7").waitFor();
    expect(await page.getByText("No house number").count()).toBe(0);
    expect(await page.getByText("The postcode doesn't fit").count()).toBe(0);
  });

  test("keeps the fields of the contact in line when one of them is wrong", async ({ visit }) => {
    const page = await visit(await newLead(), { as: ana });
    await correct(page, { Phone: "12" });
    await page.getByText("This number can't be dialled.").waitFor();
    const top = async (label: string) => (await page.getByLabel(label, { exact: true }).boundingBox())?.y;
    expect(await top("E-mail")).toBe(await top("Phone"));
  });

  test("tells the second of two who correct it, who loses nothing typed", async ({ visit }) => {
    const path = await newLead();
    const second = await visit(path, { as: admin });
    await second.getByRole("button", { name: "Edit" }).click();
    await second.getByLabel("City").fill("Turda");
    const first = await visit(path, { as: ana });
    await correct(first, { City: "Dej" });
    await first.getByText("corrected the city: Cluj-Napoca → Dej").waitFor();
    await second.getByRole("button", { name: "Save" }).click();
    await second.getByText("Now “Dej”").waitFor();
    expect(await second.getByLabel("City").inputValue()).toBe("Turda");
    await second.getByRole("button", { name: "Overwrite" }).click();
    await second.getByText("corrected the city: Dej → Turda").waitFor();
  });

  test("shows the second of two every field that the first changed, and who that was", async ({ visit }) => {
    const path = await newLead();
    const second = await visit(path, { as: admin });
    await second.getByRole("button", { name: "Edit" }).click();
    await second.getByLabel("Name").fill("Ana Popescu");
    await second.getByLabel("Street and number").fill("Strada B 2");
    const first = await visit(path, { as: ana });
    await correct(first, { "Street and number": "Strada A 1", City: "Dej" });
    await first.getByText("corrected the city: Cluj-Napoca → Dej").waitFor();
    await second.getByRole("button", { name: "Save" }).click();
    await second.getByText("Ana Seller changed this contact while you were typing").waitFor();
    await second.getByText("Now “Strada A 1”, by Ana Seller").waitFor();
    await second.getByText("Changed by Ana Seller meanwhile").waitFor();
    expect(await second.getByLabel("City").inputValue()).toBe("Dej");
    expect(await second.getByLabel("Name").inputValue()).toBe("Ana Popescu");
    await second.getByRole("button", { name: "Take theirs" }).click();
    expect(await second.getByLabel("Street and number").inputValue()).toBe("Strada A 1");
    await second.getByRole("button", { name: "Save" }).click();
    await second.getByText("corrected the name: Ana Pop → Ana Popescu").waitFor();
  });

  test("keeps what was typed when the form is closed, until it is discarded", async ({ visit }) => {
    const page = await visit(await newLead(), { as: ana });
    const city = page.getByLabel("City");
    await page.getByRole("button", { name: "Edit" }).click();
    await city.fill("Dej");
    await page.keyboard.press("Escape");
    await city.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Edit" }).click();
    expect(await city.inputValue()).toBe("Dej");
    await page.getByRole("button", { name: "Discard changes" }).click();
    await city.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Edit" }).click();
    expect(await city.inputValue()).toBe("Cluj-Napoca");
  });

  test("closes the form of the contact by the browser's Back, and stays", async ({ visit }) => {
    const path = await newLead();
    const page = await visit("/leads", { as: ana, viewport: phone });
    await go(page, path);
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "Edit" }).click();
    await dialog.waitFor();
    await page.goBack();
    await dialog.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe(path);
    await go(page, `${path}?edit=contact`);
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.waitForURL(path);
  });

  test("is worked by keyboard, and not by a viewer", async ({ visit }) => {
    const path = await newLead();
    const page = await visit(path, { as: ana });
    await page.keyboard.press("n");
    await page.getByText("No answer · 1").waitFor();
    await page.keyboard.press("y");
    await page.getByRole("button", { name: "Shipped" }).waitFor();
    // The page is ahead of the server until it says so.
    await page.getByText("Now: Confirmed").waitFor();
    const read = await visit(path, { as: viewer });
    await read.getByText("Confirmed").first().waitFor();
    for (const name of ["Edit", "Reassign", "Add note", "Shipped", "Change status"])
      expect(await read.getByRole("button", { name }).count()).toBe(0);
  });

  test("has the keys of the list, and names them", async ({ visit }) => {
    const page = await visit(await newLead(), { as: admin });
    const dialog = page.getByRole("dialog");
    const opens: [key: string, name: string][] = [
      ["b", "When to call back?"],
      ["t", "Add a tag"],
      ["a", "Reassign this lead"],
      ["e", "Correct the contact"],
      ["?", "Keys"],
    ];
    for (const [key, name] of opens) {
      await page.keyboard.press(key);
      await page.getByRole("dialog", { name }).waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    }
    await page.keyboard.press("y");
    await page.getByText("Now: Confirmed").waitFor();
    await page.keyboard.press("s");
    await page.getByText("Now: Shipped").waitFor();
  });

  test("is handed to another seller, who then finds it", async ({ visit }) => {
    const path = await newLead();
    await visit(path, { as: ben, expected: /^404 GET/ });
    const page = await visit(path, { as: admin });
    await page.getByRole("button", { name: "Reassign" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").click();
    await page.getByRole("option", { name: "Ben Seller" }).click();
    await dialog.getByRole("button", { name: "Reassign" }).click();
    await page.getByText("reassigned the lead: Ana Seller → Ben Seller").waitFor();
    const bens = await visit(path, { as: ben });
    await bens.getByRole("heading", { name: "Ana Pop", level: 1 }).waitFor();
    expect(await bens.getByRole("button", { name: "Reassign" }).count()).toBe(0);
  });

  test("has the acts under the thumb on a phone", async ({ visit }) => {
    const page = await visit(await newLead(), { as: ana, viewport: phone });
    await page.getByRole("button", { name: "Confirm" }).filter({ visible: true }).click();
    await page.getByRole("button", { name: "Shipped" }).filter({ visible: true }).waitFor();
  });
});

test("a lead entered by hand may have a phone as it is written in the seller's country", async ({
  visit,
}) => {
  const page = await visit("/leads/new", { as: ana });
  const country = page.getByLabel("Country", { exact: true });
  await page.getByLabel("Name").fill("Ioana Radu");
  await page.getByLabel("Phone", { exact: true }).fill("0722 123 456");
  expect(await country.locator("option:checked").textContent()).toBe("Romania");
  await page.getByRole("button", { name: "Add lead" }).click();
  await page.getByRole("heading", { name: "Ioana Radu", level: 1 }).waitFor();
  await page.getByRole("link", { name: "+40 722 123 456" }).first().waitFor();
});

test("a lead is entered by hand, and not twice unawares", async ({ visit }) => {
  const page = await visit("/leads/new", { as: ana });
  await page.getByLabel("Name").fill("Maria Ionescu");
  await page.getByLabel("Phone", { exact: true }).fill("0744 111 222");
  await page.getByLabel("Country", { exact: true }).selectOption("No country");
  await page.getByRole("button", { name: "Add lead" }).click();
  await page.getByText("This number can't be dialled.").waitFor();
  await page.getByLabel("Country", { exact: true }).selectOption("RO");
  await page.getByLabel("Add an item").fill("Two lamps");
  await page.getByRole("button", { name: "Add lead" }).click();
  await page.getByRole("heading", { name: "Maria Ionescu", level: 1 }).waitFor();
  await page.getByText("Wants: Two lamps").waitFor();

  const again = await visit("/leads/new", { as: ana });
  await again.getByLabel("Name").fill("Maria I.");
  await again.getByLabel("Phone", { exact: true }).fill("+40744111222");
  await again.getByRole("button", { name: "Add lead" }).click();
  await again.getByText("There is a lead of this buyer already").waitFor();
  await again.getByRole("link", { name: "Maria Ionescu" }).waitFor();
  await again.getByRole("button", { name: "Add anyway" }).click();
  await again.getByRole("heading", { name: "Maria I.", level: 1 }).waitFor();
});

test("a sale by hand that is half filled in is not left unawares", async ({ visit }) => {
  const page = await visit("/leads/new", { as: ana, viewport: phone });
  await page.getByLabel("Name", { exact: true }).fill("Half");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("alertdialog").getByText("Leave without saving?").waitFor();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("Half");
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  await page.waitForURL(/\/leads$/);
});

import { beforeAll, expect } from "vitest";
import { phone, test } from "#tests/e2e/visit.ts";
import { shopifyAddress, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let seller: Person;
let store: Store;

beforeAll(async () => {
  const workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  store = await createStore(workspace, seller);
  await order("Ada First", "ada@example.com", "+40722123456");
  await order("Ada Again", "ada@example.com", "+40722123456");
  await order("Bea Second", "bea@example.com", "+40722000002");
  await order("Dana Third", "dana@example.com", "+40722000003");
});

test("a row says its phone or its warning, also while it is pointed at", async ({ visit }) => {
  const page = await visit("/leads", { as: seller });
  const rowOf = (buyer: string) => page.getByRole("row", { name: buyer });
  for (const [row, text] of [
    [rowOf("Ada Again"), rowOf("Ada Again").getByTitle("Duplicate of #1?").filter({ visible: true })],
    [rowOf("Bea Second"), rowOf("Bea Second").getByText("+40 722 000 002")],
  ] as const) {
    await row.hover();
    const links = await row.getByRole("link", { name: "WhatsApp" }).boundingBox();
    const box = await text.boundingBox();
    expect((links?.y ?? 0) + (links?.height ?? 0)).toBeLessThanOrEqual(box?.y ?? 0);
  }
});

test("a card has what comes next for its lead", async ({ visit }) => {
  const page = await visit("/leads", { as: seller, viewport: phone });
  const card = page.getByRole("listitem").filter({ hasText: "Dana Third" });
  await card.getByRole("button", { name: "Confirm" }).click();
  await card.getByRole("button", { name: "Shipped", exact: true }).click();
  await card.getByRole("button", { name: "Returned" }).waitFor();
  expect(await card.getByRole("link", { name: "Call" }).count()).toBe(0);
  await card.getByRole("button", { name: "Delivered" }).click();
  await card.getByRole("button", { name: "Collected" }).waitFor();
});

test("a card has one line of buttons, and a menu of all else", async ({ visit }) => {
  const page = await visit("/leads", { as: seller, viewport: phone });
  const card = page.getByRole("listitem").filter({ hasText: "Bea Second" });
  const acts = [
    card.getByRole("link", { name: "Call" }),
    card.getByRole("button", { name: "Confirm" }),
    card.getByRole("button", { name: "No answer" }),
    card.getByRole("button", { name: "More" }),
  ];
  const boxes = await Promise.all(acts.map((act) => act.boundingBox()));
  for (const box of boxes) {
    expect(box).toMatchObject({ y: boxes[0]?.y, height: 44 });
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await card.getByRole("button", { name: "More" }).click();
  const whatsApp = page.getByRole("menuitem", { name: "WhatsApp" });
  expect(await whatsApp.getAttribute("href")).toBe("https://wa.me/40722000002");
  await page.getByRole("menuitem", { name: "Tag…" }).waitFor();
  await page.getByRole("menuitem", { name: "Wrong number" }).waitFor();
  await page.getByRole("menuitem", { name: "Call back…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Call back then" }).click();
  await card.getByRole("button", { name: "Call back" }).waitFor();
});

test("the list begins on a phone with its first lead, and answers a thumb before its scripts are there", async ({
  visit,
}) => {
  const userAgent = "Mozilla/5.0 (Linux; Android 16; Pixel 10) Chrome/150.0.0.0 Mobile Safari/537.36";
  const page = await visit("/orders", {
    as: seller,
    viewport: phone,
    userAgent,
    isMobile: true,
    hasTouch: true,
  });
  let letScriptsCome: () => void = () => undefined;
  const scripts = new Promise<void>((resolve) => {
    letScriptsCome = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  await page.goto("/leads?view=all", { waitUntil: "commit" });
  const card = page.getByRole("list", { name: "Leads" }).getByRole("listitem").first();
  expect((await card.boundingBox())?.y).toBeLessThanOrEqual(140);
  expect(await page.locator("table").count()).toBe(0);

  await page.getByRole("button", { name: /^All leads/ }).tap();
  await page.getByRole("dialog", { name: "Work queues" }).getByRole("link", { name: "To call" }).tap();
  await page.waitForURL(/view=to_call/, { waitUntil: "commit" });
  await page.getByRole("textbox", { name: /^Name, phone/ }).fill("Dana");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=Dana/, { waitUntil: "commit" });
  expect(page.url()).toContain("view=to_call");

  await page.goto("/leads?view=all", { waitUntil: "commit" });
  await card.getByRole("button", { name: "More" }).tap();
  expect(await page.getByRole("menu").count()).toBe(0);
  letScriptsCome();
  await page.getByRole("menuitem", { name: "WhatsApp" }).waitFor();
});

let orders = 0;

async function order(buyer: string, email: string, phoneNumber: string): Promise<void> {
  orders += 1;
  const [first_name, last_name] = buyer.split(" ");
  const body = shopifyOrder({
    id: 7_100_000_000 + orders,
    name: `#${orders}`,
    email,
    contact_email: email,
    customer: null,
    // One after the other: only the later of two may be a duplicate.
    created_at: new Date(Date.UTC(2026, 2, 2, 12, orders)).toISOString(),
    shipping_address: shopifyAddress({ name: buyer, first_name, last_name, phone: phoneNumber }),
  });
  expect(await deliver(store, "orders/create", body)).toEqual({ status: 200, result: "stored" });
}

import { buffer } from "node:stream/consumers";
import type { Page } from "playwright";
import { expect } from "vitest";
import { expectAccessible, toasts } from "#tests/e2e/accessible.ts";
import { type Hands, keyboard, thumb } from "#tests/e2e/morning/hands.ts";
import { openShop, recordOf, type Shop, sell } from "#tests/e2e/morning/shop.ts";
import { test } from "#tests/e2e/visit.ts";
import { rowsOf } from "#tests/integration/export/exported.ts";

const confirmed = ["Ștefan Popescu", "Maria Ionescu", "Andrei Radu"];
const [unreachable, busy, careless, later] = ["Elena Dumitru", "Ion Marin", "Cristina Munteanu", "Dan Sava"];
/** The newest first, as the list has them that waits to be shipped. */
const parcels = [careless, ...confirmed.toReversed()];

test.for([keyboard, thumb])(
  "a seller's whole morning on $screen",
  { timeout: 400_000 },
  async (hands, { visit }) => {
    const shop = await openShop();
    await ordersOfTheNight(shop);

    const page = await visit("/login", hands.window);
    await signIn(page, hands, shop);
    await openQueue(page, hands, "To call");
    await expectAccessible(page, "the leads to call");
    await call(page, hands);
    await workOneLead(page, hands);
    await openQueue(page, hands, "To ship");
    await tagAndShip(page, hands);
    await filterByShipped(page, hands);
    await exportShipped(page, hands);

    const address = new URL(page.url());
    const second = await visit(`${address.pathname}${address.search}`, { ...hands.window, as: shop.ben });
    await seesOnlyTheirs(second);

    await expectRecords(shop);
  },
);

/** Seven orders of Ana's, each a minute after the one before, as they wait to be called, and two of Ben's, one of which his store has shipped already. */
async function ordersOfTheNight({ anasStore, bensStore }: Shop): Promise<void> {
  const buyers = [...confirmed, unreachable, busy];
  for (const [index, buyer] of buyers.entries()) await sell(anasStore, buyer, 60 - index);
  await sell(anasStore, careless, 50, { shipping_address: { address1: "Strada Lunga", address2: "" } });
  await sell(anasStore, later, 49);
  await sell(bensStore, "Petru Of-Ben", 30, { fulfillment_status: "fulfilled" });
  await sell(bensStore, "Paula Of-Ben", 31);
}

async function signIn(page: Page, hands: Hands, { ana }: Shop): Promise<void> {
  await expectAccessible(page, "signing in");
  await page.getByLabel("E-mail").fill(ana.email);
  await page.getByLabel("Password", { exact: true }).fill(ana.password);
  await hands.press(page.getByRole("button", { name: "Sign in" }));
  await page.waitForURL("/leads?view=to_call");
}

async function openQueue(page: Page, hands: Hands, name: string): Promise<void> {
  await hands.openQueue(page, name);
  await page.waitForURL(/view=/);
}

/** Three say yes, one doesn't answer, one wants to be called tomorrow evening. */
async function call(page: Page, hands: Hands): Promise<void> {
  for (const buyer of confirmed) {
    await hands.confirm(page, buyer);
    await leaves(page, buyer);
  }
  await hands.markNoAnswer(page, unreachable);
  await page.getByText("Now: No answer").waitFor();
  await expectAccessible(page, "what a toast says", toasts);
  await leaves(page, unreachable);

  await hands.askCallBack(page, busy);
  const dialog = page.getByRole("dialog", { name: "When to call back?" });
  await dialog.waitFor();
  await expectAccessible(page, "when to call back");
  await dialog.getByLabel("Day").fill(tomorrow());
  await dialog.getByLabel("Time").fill("17:30");
  await hands.press(dialog.getByRole("button", { name: "Call back then" }));
  await dialog.waitFor({ state: "detached" });
  await leaves(page, busy);
}

/** Takes a note, gives a tag, mends the address and confirms. */
async function workOneLead(page: Page, hands: Hands): Promise<void> {
  await hands.open(page, careless);
  await page.getByRole("heading", { name: careless, level: 1 }).waitFor();
  await page.getByText("No house number").waitFor();
  await expectAccessible(page, "a lead's page");

  await page.getByLabel("Note", { exact: true }).fill("Wants delivery after 16:00.");
  await hands.press(page.getByRole("button", { name: "Add note" }));
  await page.getByText("Ana Seller added a note").waitFor();

  await hands.press(page.getByRole("button", { name: "Add", exact: true }));
  await page.getByLabel("Find or name a tag").fill("Gift");
  await expectAccessible(page, "making a tag");
  await page.getByLabel("Find or name a tag").press("Enter");
  await page.getByText("Ana Seller added the tag Gift").waitFor();

  await hands.press(page.getByRole("button", { name: "Edit" }));
  const form = page.getByRole("dialog", { name: "Correct the contact" });
  await form.getByLabel("Street and number").fill("Strada Lunga 7");
  await expectAccessible(page, "correcting an address");
  await hands.press(form.getByRole("button", { name: "Save" }));
  await form.waitFor({ state: "detached" });
  await page.getByText("No house number").waitFor({ state: "detached" });

  await hands.confirmOpen(page);
  await page.getByRole("button", { name: "Shipped" }).filter({ visible: true }).waitFor();
  await hands.press(
    page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "Leads" }),
  );
  await page.waitForURL(/\/leads\?view=to_call/);
  await page.getByRole("link", { name: later }).filter({ visible: true }).waitFor();
}

/** All four parcels get a tag, then they leave. */
async function tagAndShip(page: Page, hands: Hands): Promise<void> {
  await page.getByRole("link", { name: careless }).filter({ visible: true }).waitFor();
  await hands.select(page, parcels);
  await page.getByRole("toolbar").getByText("4 selected").waitFor();
  await expectAccessible(page, "four selected");
  await hands.askTags(page);
  const dialog = page.getByRole("dialog", { name: "Tags of 4 leads" });
  await dialog.getByText("1 of 4").waitFor();
  await dialog.getByLabel("Find or name a tag").fill("Courier");
  await expectAccessible(page, "tagging four");
  await dialog.getByLabel("Find or name a tag").press("Enter");
  await hands.press(dialog.getByRole("button", { name: "Apply to 4 leads" }));
  await page.getByText("Tags of 4 leads changed").waitFor();
  await dialog.waitFor({ state: "detached" });

  await hands.select(page, parcels);
  await hands.ship(page);
  await page.getByText("4 leads are now: Shipped").waitFor();
  await page.getByText("Nothing waits here").waitFor();
}

async function filterByShipped(page: Page, hands: Hands): Promise<void> {
  await hands.openQueue(page, "All leads");
  await page.getByRole("link", { name: busy }).filter({ visible: true }).waitFor();
  await hands.filterBy(page, "Status", "Shipped");
  await page.waitForURL(/status=shipped/);
  await page.getByRole("link", { name: busy }).filter({ visible: true }).waitFor({ state: "detached" });
  await expectAccessible(page, "choosing a filter");
  await page.keyboard.press("Escape");
}

async function exportShipped(page: Page, hands: Hands): Promise<void> {
  await hands.askExport(page);
  await page.getByText("4 rows, this filter").waitFor();
  await expectAccessible(page, "exporting");
  const download = page.waitForEvent("download");
  await hands.press(page.getByRole("button", { name: "Export 4 rows" }));
  const content = (await buffer(await (await download).createReadStream())).toString();
  expect(content.startsWith("\uFEFF"), "Excel reads it as UTF-8").toBe(true);
  expect(rowsOf(content)).toMatchObject(
    parcels.map((buyer) => ({ Customer: buyer, SKU: "LMP-SNS-02", "COD status": "Confirmed" })),
  );
}

async function seesOnlyTheirs(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Petru Of-Ben" }).filter({ visible: true }).waitFor();
  await page.getByText("1 lead", { exact: true }).filter({ visible: true }).waitFor();
  for (const buyer of parcels) expect(await page.getByText(buyer).count()).toBe(0);
  await expectAccessible(page, "the other seller's list");
}

async function expectRecords({ ana }: Shop): Promise<void> {
  const shipped = { cod: "confirmed", logistic: "shipped", kpi: "shipped", callBackAt: null };
  for (const buyer of confirmed) {
    expect(await recordOf(ana, buyer)).toMatchObject({
      ...shipped,
      tags: ["Courier"],
      done: ["status_changed: confirmed", "tag_added: Courier", "status_changed: shipped"],
    });
  }
  expect(await recordOf(ana, careless)).toMatchObject({
    ...shipped,
    shipTo: "Strada Lunga 7",
    livesAt: "Strada Lunga 7",
    tags: ["Courier", "Gift"],
    done: [
      "note: Wants delivery after 16:00.",
      "tag_added: Gift",
      "customer_corrected: Strada Lunga 7",
      "status_changed: confirmed",
      "tag_added: Courier",
      "status_changed: shipped",
    ],
  });
  expect(await recordOf(ana, unreachable)).toMatchObject({
    cod: "no_answer",
    logistic: "pending",
    kpi: "waiting",
    attempts: 1,
    done: ["status_changed: no_answer"],
  });
  expect(await recordOf(ana, later)).toMatchObject({
    cod: "pending",
    logistic: "pending",
    tags: [],
    done: [],
  });
  const { callBackAt, ...postponed } = await recordOf(ana, busy);
  expect(postponed).toMatchObject({ cod: "postponed", done: ["status_changed: postponed"] });
  const shown = callBackAt?.toLocaleString("sv-SE", { timeZone: "Europe/Bucharest" });
  expect(shown).toBe(`${tomorrow()} 17:30:00`);
}

/** A lead that is dealt with leaves the queue. */
async function leaves(page: Page, buyer: string): Promise<void> {
  await page.getByRole("link", { name: buyer }).filter({ visible: true }).waitFor({ state: "detached" });
}

/** In Bucharest, as a date field holds it. */
function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Bucharest" });
}

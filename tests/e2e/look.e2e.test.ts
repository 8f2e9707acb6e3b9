import { randomUUID } from "node:crypto";
import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { signedInPages } from "#tests/e2e/pages.ts";
import { go, laptop, phone, reload, test } from "#tests/e2e/visit.ts";
import { shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, supabaseAdmin } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let admin: Person;
let newcomer: Person;
/** What stands for "[id]" in an address, by what comes before it. */
let ids: Record<string, string | undefined>;

beforeAll(async () => {
  const workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Ada Admin");
  newcomer = await createMember(await createWorkspace(), "seller", "Nia New");
  const seller = await createMember(workspace, "seller", "Maximiliane Konstantinopoulou-Featherstonehaugh");
  const store = await createStore(workspace, seller);
  const longName = "Extraordinarilylongunbreakablelampname ".repeat(4);
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ line_items: [shopifyLine({ name: longName, title: longName })] }),
  );
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ id: 2, name: "#1002", test: true, email: "b@example.com" }),
  );
  const unknownMethod = { financial_status: "pending", payment_gateway_names: [longName] };
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ id: 4, name: "#1004", email: "c@example.com", ...unknownMethod }),
  );
  await asOwner(
    `update integrations set payment_methods = '{"trusty pay": "prepaid"}', status_map = '{"zorbed": "delivered"}' where id = $1`,
    [store.id],
  );
  await deliver(store, "orders/create", { name: "#3" });
  await deliver({ ...store, secret: "another secret" }, "orders/create", shopifyOrder());
  await asOwner(
    "insert into user_settings (user_id, telegram_chat_id, telegram_stopped_at, telegram_stop_reason) values ($1, 700100300, now(), 'blocked')",
    [admin.userId],
  );
  const [lead] = await asOwner<{ id: string; orderId: string; customerId: string }>(
    `select id, order_id as "orderId", customer_id as "customerId"
     from crm_leads where integration_id = $1 and customer_id is not null and not is_test
     order by created_at limit 1`,
    [store.id],
  );
  if (!lead) throw new Error("The order did not become a lead.");
  const product = randomUUID();
  await insert("products", {
    id: product,
    workspace_id: workspace.id,
    sku: longName.trim().slice(0, 60),
    name: longName,
    price: "20.000",
    currency: "EUR",
  });
  ids = {
    "/inventory": product,
    "/leads": lead.id,
    "/orders": lead.orderId,
    "/customers": lead.customerId,
    "/settings/stores": store.id,
  };
});

const signedIn = signedInPages("[id]").filter((path) => path !== "/settings");
const notThere = /^404 GET/;

describe.each([
  { screen: "a laptop", viewport: laptop },
  { screen: "a phone", viewport: phone },
])("on $screen, by light and in the dark", ({ viewport }) => {
  test("a stranger's pages are accessible and no wider than the screen", async ({ visit }) => {
    const page = await visit("/login", { viewport });
    await expectAllAccessible(page, [
      "/login",
      "/login?notice=inactiveMember",
      "/forgot-password",
      `/auth/confirm?token_hash=${await newLink(newcomer)}&type=recovery`,
    ]);
  });

  test("so are all pages of a member", { timeout: 180_000 }, async ({ visit }) => {
    const page = await visit("/leads", { as: admin, viewport });
    await expectAllAccessible(page, [...signedIn.map(withId), "/new-password"]);
  });

  test("so are the lists while there is nothing to show", async ({ visit }) => {
    const page = await visit("/leads", { as: newcomer, viewport });
    await expectAllAccessible(page, [
      "/leads",
      "/orders",
      "/customers",
      "/settings/stores",
      "/settings/telegram",
    ]);
  });

  test("so is a page that does not exist", async ({ visit }) => {
    const page = await visit("/leads", { as: admin, viewport, expected: notThere });
    await expectAllAccessible(page, ["/leads/1", "/nowhere"]);
  });

  test("so are the menu and the question before a chat is unlinked", async ({ visit }) => {
    const page = await visit("/settings/telegram", { as: admin, viewport });
    await page.getByRole("button", { name: "Unlink" }).click();
    await page.getByRole("alertdialog").waitFor();
    await expectAccessible(page, "before a chat is unlinked");
    await page.keyboard.press("Escape");
    await page.getByRole("alertdialog").waitFor({ state: "hidden" });
    if (viewport === phone) await page.getByRole("button", { name: "Open menu" }).click();
    await page.getByRole("button", { name: "Ada Admin" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
    await expectAccessible(page, "the menu", "[role=menu]");
  });
});

describe("the theme", () => {
  test("is there from the first frame after a reload", async ({ visit }) => {
    const page = await visit("/leads", { as: admin });
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
      const page = await visit("/leads", { as: admin, theme });
      expect(await isDark(page)).toBe(theme === "dark");
    }
  });

  test("follows the system on request", async ({ visit }) => {
    const page = await visit("/leads", { as: admin, colorScheme: "dark" });
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
    const page = await visit("/leads", { as: admin });
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
    const page = await visit("/leads", { as: admin });
    const first = page.getByRole("table", { name: "Leads" }).locator("a[data-row-link]").first();
    const name = (await first.textContent()) ?? "";
    await tabTo(page, name);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name, level: 1 }).waitFor();
  });

  test("reaches every link of the first card on a phone", async ({ visit }) => {
    const page = await visit("/leads", { as: admin, viewport: phone });
    const card = page.getByRole("list", { name: "Leads" }).getByRole("listitem").first();
    const links = await card.getByRole("link").allTextContents();
    expect(links).toEqual([links[0], "Call"]);
    for (const link of links) await tabTo(page, link);
  });
});

describe("the drawer on a phone", () => {
  test("opens, keeps the focus, closes by Escape and gives the focus back", async ({ visit }) => {
    const page = await visit("/leads", { as: admin, viewport: phone });
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
    const page = await visit("/leads", { as: admin, viewport: phone });
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
      const page = await visit("/leads", { as: admin, viewport: phone, reducedMotion });
      await page.getByRole("button", { name: "Open menu" }).click();
      const seconds = await page
        .getByRole("dialog", { name: "Main" })
        .evaluate((drawer) => Number.parseFloat(getComputedStyle(drawer).animationDuration));
      expect(seconds > 0.01).toBe(moves);
    },
  );
});

/** Goes from page to page in one window, which is much faster than a new window for each. */
async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await go(page, path);
    await expectAccessible(page, path);
  }
}

function withId(path: string): string {
  const [folder = "", page] = path.split("/[id]");
  const id = ids[folder];
  if (page !== undefined && !id) throw new Error(`Say in \`ids\` which thing ${path} shall show.`);
  return path.replace("[id]", id ?? "");
}

/** What a mail's link to set a new password carries. */
async function newLink({ email }: Person): Promise<string> {
  const { data } = await supabaseAdmin().auth.admin.generateLink({ type: "recovery", email });
  return data.properties?.hashed_token ?? "";
}

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

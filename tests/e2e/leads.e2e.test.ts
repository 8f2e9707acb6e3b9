import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { laptop, phone, reload, test } from "#tests/e2e/visit.ts";
import { shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;
let viewer: Person;
let ana: Person;
let ben: Person;
let storeOfAna: Store;
let storeOfBen: Store;

beforeAll(async () => {
  workspace = await createWorkspace();
  [admin, viewer, ana, ben] = await Promise.all([
    createMember(workspace, "admin", "Ada Admin"),
    createMember(workspace, "viewer", "Vic Viewer"),
    createMember(workspace, "seller", "Ana Seller"),
    createMember(workspace, "seller", "Ben Seller"),
  ]);
  storeOfAna = await createStore(workspace, ana);
  storeOfBen = await createStore(workspace, ben);
  await order(storeOfAna, "Olga Of-Ana");
  await order(storeOfBen, "Otto Of-Ben");
});

describe("the list", () => {
  test("shows a seller their own leads only", async ({ visit }) => {
    const page = await visit("/leads", { as: ana });
    await page.getByRole("link", { name: "Olga Of-Ana" }).waitFor();
    expect(await page.getByText("Otto Of-Ben").count()).toBe(0);
    expect(await page.getByRole("columnheader", { name: "Seller" }).count()).toBe(0);
  });

  test("opens a lead by a click anywhere in its row", async ({ visit }) => {
    const page = await visit("/leads", { as: ana });
    const cells = page.getByRole("row", { name: "Olga Of-Ana" }).getByRole("cell");
    for (const cell of [cells.nth(1), cells.last()]) {
      // The link of the row lies over the cell, which is what makes it a link.
      await cell.click({ position: { x: 6, y: 6 }, force: true });
      await page.getByRole("heading", { name: "Olga Of-Ana", level: 1 }).waitFor();
      await page.goBack();
      await page.getByRole("heading", { name: "Leads", level: 1 }).waitFor();
    }
  });

  test("shows an admin all leads, and whose they are", async ({ visit }) => {
    const page = await visit("/leads", { as: admin });
    await page
      .getByRole("row", { name: "Olga Of-Ana" })
      .getByText("Ana Seller")
      .waitFor({ state: "attached" });
    await page
      .getByRole("row", { name: "Otto Of-Ben" })
      .getByText("Ben Seller")
      .waitFor({ state: "attached" });
  });

  test("shows a viewer all leads, but no stores", async ({ visit }) => {
    const page = await visit("/leads", { as: viewer });
    await page.getByRole("link", { name: "Olga Of-Ana" }).waitFor();
    await page.getByRole("link", { name: "Otto Of-Ben" }).waitFor();
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "Profile", level: 1 }).waitFor();
    expect(await page.getByRole("link", { name: "Stores" }).count()).toBe(0);
  });

  test("has an order that was posted while it was open after a reload", async ({ visit }) => {
    const page = await visit("/leads", { as: ana });
    await page.getByRole("table", { name: "Leads" }).waitFor();
    await order(storeOfAna, "Nora New");
    await reload(page);
    await page.getByRole("link", { name: "Nora New" }).waitFor();
  });

  test("marks a test order", async ({ visit }) => {
    await order(storeOfAna, "Tess Test", { test: true });
    const page = await visit("/leads", { as: ana });
    await page.getByRole("row", { name: "Tess Test" }).getByText("Test", { exact: true }).waitFor();
    expect(
      await page.getByRole("row", { name: "Olga Of-Ana" }).getByText("Test", { exact: true }).count(),
    ).toBe(0);
    await page.getByRole("link", { name: "Tess Test" }).click();
    await page.getByRole("heading", { name: "Tess Test", level: 1 }).waitFor();
    await page.getByText("Test", { exact: true }).waitFor();
  });

  test("says to a seller without stores what to do", async ({ visit }) => {
    const page = await visit("/leads", { as: await createMember(workspace, "seller", "Nia New") });
    await page.getByRole("link", { name: "Connect a store" }).click();
    await page.getByRole("heading", { name: "Add store", level: 1 }).waitFor();
  });
});

describe("a list of sixty leads", () => {
  let busy: Person;

  beforeAll(async () => {
    busy = await createMember(workspace, "seller", "Bea Busy");
    const store = await createStore(workspace, busy);
    const arrivals = Array.from({ length: 60 }, (_, index) => ({
      buyer: `Buyer ${String(60 - index).padStart(2, "0")}`,
      // Several in the same second: the order of equals must not move from page to page.
      arrivedAt: new Date(Date.UTC(2026, 2, 2, 12, 0, Math.floor(index / 4))).toISOString(),
    }));
    for (const { buyer, arrivedAt } of arrivals) await order(store, buyer, { created_at: arrivedAt });
  });

  test("has a second page, and a way back by link and by the browser", async ({ visit }) => {
    const page = await visit("/leads", { as: busy });
    const first = await buyers(page);
    expect(first).toHaveLength(50);
    await page.getByText("60 leads").filter({ visible: true }).waitFor();
    expect(await page.getByRole("button", { name: "Previous page" }).isDisabled()).toBe(true);

    await page.getByRole("link", { name: "Next page" }).click();
    await page.getByRole("button", { name: "Next page" }).waitFor();
    const second = await buyers(page);
    expect(second).toHaveLength(10);
    expect(new Set([...first, ...second]).size).toBe(60);

    await page.getByRole("link", { name: "Previous page" }).click();
    await page.getByRole("link", { name: "Next page" }).waitFor();
    expect(await buyers(page)).toEqual(first);
    await page.goBack();
    await page.getByRole("button", { name: "Next page" }).waitFor();
    expect(await buyers(page)).toEqual(second);
    await page.goBack();
    await page.getByRole("link", { name: "Next page" }).waitFor();
    expect(await buyers(page)).toEqual(first);
  });

  test("shows its first page for junk in the address", async ({ visit }) => {
    const page = await visit("/leads", { as: busy });
    const rowsAt = async (query: string) => {
      const answer = await page.request.get(`/leads?${query}`);
      expect(answer.status(), query).toBe(200);
      return new Set((await answer.text()).match(/href="\/leads\/[0-9a-f-]{36}"/g));
    };
    const first = await rowsAt("");
    expect(first.size).toBe(50);
    for (const query of [
      "after=zzz",
      "before=1.2",
      "after=&before=",
      "after=a&after=b",
      "after=__proto__<script>alert(1)</script>",
      `after=${"9".repeat(200)}`,
      "after=zzzzzzzzzzz.7b0c0a7e-5c1e-4f57-9d0c-1f3c3c0f3c11",
      "before=-2gosa7pa2gv.7b0c0a7e-5c1e-4f57-9d0c-1f3c3c0f3c11",
      "after=2gosa7pa2gv.7b0c0a7e-5c1e-4f57-9d0c-1f3c3c0f3c11",
    ])
      expect(await rowsAt(query), query).toEqual(first);
  });

  test("has the same rows as cards on a phone", async ({ visit }) => {
    const page = await visit("/leads", { as: busy, viewport: phone });
    const cards = page.getByRole("list", { name: "Leads" }).getByRole("listitem");
    await expect.poll(() => cards.count()).toBe(50);
    expect(await page.getByRole("table").count()).toBe(0);
  });
});

describe("a lead's page", () => {
  test("shows the order's lines, the buyer and what happened", async ({ visit }) => {
    await order(storeOfAna, "Dora Detail", {
      name: "#2001",
      total_price: "150.00",
      current_total_price: "150.00",
      line_items: [
        shopifyLine({
          id: 1,
          name: "Desk lamp",
          sku: "LAMP-7",
          quantity: 2,
          current_quantity: 2,
          price: "60.00",
        }),
        shopifyLine({ id: 2, name: "Bulb", sku: null, quantity: 1, current_quantity: 1, price: "30.00" }),
      ],
    });
    const page = await visit("/leads", { as: ana, viewport: laptop });
    await page.getByRole("link", { name: "Dora Detail" }).click();
    await page.getByRole("heading", { name: "Dora Detail", level: 1 }).waitFor();
    await page.getByRole("heading", { name: "Order #2001" }).waitFor();
    const lamp = page.getByRole("row", { name: "Desk lamp" });
    await lamp.getByText("LAMP-7").waitFor();
    await lamp.getByText("× 2").waitFor();
    await lamp.getByText("RON 120.00").waitFor();
    await page.getByRole("row", { name: "Bulb" }).getByText("RON 30.00").waitFor();
    await page.getByText("To collect").waitFor();
    await page.getByText("RON 150.00").waitFor();
    await page.getByRole("link", { name: "+40 722 123 456" }).waitFor();
    await page.getByRole("link", { name: "dora-detail@example.com" }).waitFor();
    await page.getByText("Strada Lunga 7").waitFor();
    await page.getByText("Lead arrived from").waitFor();
    await page.getByText("Pending", { exact: true }).first().waitFor();
  });

  test("is not found for another seller, and opens for its own and for the admin", async ({ visit }) => {
    const path = `/leads/${await leadOf("Otto Of-Ben")}`;
    await notFound(await visit(path, { as: ana, expected: notFoundAt(path) }), "Otto Of-Ben");
    for (const person of [ben, admin, viewer]) {
      const page = await visit(path, { as: person });
      await page.getByRole("heading", { name: "Otto Of-Ben", level: 1 }).waitFor();
    }
  });

  test("is not found in another workspace, not even for its admin", async ({ visit }) => {
    const stranger = await createMember(await createWorkspace(), "admin", "Sam Stranger");
    const path = `/leads/${await leadOf("Otto Of-Ben")}`;
    await notFound(await visit(path, { as: stranger, expected: notFoundAt(path) }), "Otto Of-Ben");
  });

  test.for(["/leads/7b0c0a7e-5c1e-4f57-9d0c-1f3c3c0f3c11", "/leads/1", "/leads/%00", "/nowhere"])(
    "that does not exist says so: %s",
    async (path, { visit }) => {
      await notFound(await visit(path, { as: ana, expected: /^404 GET \// }));
    },
  );

  test("lets a phone call the buyer, but not in the hands of a viewer", async ({ visit }) => {
    const path = `/leads/${await leadOf("Olga Of-Ana")}`;
    const page = await visit(path, { as: ana, viewport: phone });
    expect(await page.getByRole("link", { name: "Call" }).getAttribute("href")).toBe("tel:+40722123456");
    const readOnly = await visit(path, { as: viewer, viewport: phone });
    await readOnly.getByRole("heading", { name: "Olga Of-Ana", level: 1 }).waitFor();
    expect(await readOnly.getByRole("link", { name: "Call" }).count()).toBe(0);
  });
});

test("a store's page is not found for another seller, and opens for its owner", async ({ visit }) => {
  const path = `/settings/stores/${storeOfBen.id}`;
  await notFound(await visit(path, { as: ana, expected: notFoundAt(path) }), storeOfBen.domain);
  await notFound(await visit(path, { as: viewer, expected: notFoundAt(path) }), storeOfBen.domain);
  const page = await visit(path, { as: ben });
  await page.getByRole("heading", { name: storeOfBen.domain, level: 1 }).waitFor();
});

let orders = 0;

/** Posts a new order of a buyer to a store. */
async function order(store: Store, buyer: string, changes: Record<string, unknown> = {}): Promise<void> {
  orders += 1;
  const [first_name, last_name] = buyer.split(" ");
  const email = `${buyer.toLowerCase().replace(" ", "-")}@example.com`;
  const answer = await deliver(
    store,
    "orders/create",
    shopifyOrder({
      id: 6_000_000_000 + orders,
      name: `#${3000 + orders}`,
      email,
      contact_email: email,
      customer: { id: 8_000 + orders, email, first_name, last_name },
      shipping_address: {
        ...(shopifyOrder().shipping_address as object),
        name: buyer,
        first_name,
        last_name,
      },
      ...changes,
    }),
  );
  expect(answer).toEqual({ status: 200, result: "stored" });
}

async function leadOf(buyer: string): Promise<string> {
  const [lead] = await asOwner<{ id: string }>(
    `select lead.id from crm_leads lead join orders on orders.id = lead.order_id
     where lead.workspace_id = $1 and orders.shipping_name = $2`,
    [workspace.id, buyer],
  );
  if (!lead) throw new Error(`There is no lead of ${buyer}.`);
  return lead.id;
}

/** The names in the list, from top to bottom: the link that opens each row, which holds others too, to call. */
function buyers(page: Page): Promise<string[]> {
  return page.getByRole("table", { name: "Leads" }).locator("a[data-row-link]").allInnerTexts();
}

/** The page says that there is nothing, and nothing of what it hides. */
async function notFound(page: Page, hidden?: string): Promise<void> {
  await page.getByRole("heading", { name: "Nothing here", level: 1 }).waitFor();
  if (hidden) expect(await page.content()).not.toContain(hidden);
}

function notFoundAt(path: string): RegExp {
  return new RegExp(`^404 GET ${path}`);
}

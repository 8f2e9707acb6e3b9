import type { Page } from "playwright";
import { beforeAll, beforeEach, describe, expect } from "vitest";
import { go, reload, test } from "#tests/e2e/visit.ts";
import { wooAddress, wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;
let store: Store;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
});

beforeEach(async () => {
  store = await createStore(workspace, seller, "woocommerce");
});

/** Delivers an order of a buyer called `name`. */
async function order(id: number, name: string, changes: Record<string, unknown> = {}): Promise<void> {
  const billing = wooAddress({
    first_name: name,
    last_name: "Pop",
    email: `${name}@example.com`,
    phone: `07220000${id}`,
  });
  const body = wooOrder({ id, number: String(id), billing, ...changes });
  expect((await deliver(store, "order.updated", body)).result).toBe("stored");
}

async function openStore(page: Page): Promise<void> {
  await go(page, `/settings/stores/${store.id}`);
}

test("a question about a payment method is answered once, and its orders come up to be called", async ({
  visit,
}) => {
  const trusty = { payment_method: "trusty_x", payment_method_title: "Trusty Pay" };
  await order(10, "Olga", trusty);
  await order(11, "Vera", { ...trusty, date_paid_gmt: "2026-03-02T10:00:00" });
  const page = await visit("/leads", { as: seller });
  await page.getByRole("link", { name: /^To call/ }).click();
  await page.getByRole("link", { name: "Olga Pop" }).waitFor();
  await page.getByRole("link", { name: "Vera Pop" }).waitFor({ state: "hidden" });

  await go(page, "/settings/stores");
  await page.getByRole("row", { name: store.domain }).getByText("1 question").waitFor();
  await page.getByRole("link", { name: store.domain }).click();
  await page.getByText("Is “Trusty Pay” cash on delivery?").waitFor();
  await page.getByText("1 order · trusty_x").waitFor();
  await page.getByRole("button", { name: "Cash on delivery" }).click();
  await page.getByText("Saved; 2 orders were read again").waitFor();
  await page.getByText("Is “Trusty Pay” cash on delivery?").waitFor({ state: "hidden" });
  await page.getByRole("combobox", { name: "How “Trusty Pay” is paid" }).waitFor();

  await go(page, "/leads");
  await page.getByRole("link", { name: /^To call/ }).click();
  await page.getByRole("link", { name: "Vera Pop" }).click();
  await page.getByText("Read again by what the store's settings now say").waitFor();

  await openStore(page);
  await page.getByRole("combobox", { name: "How “Trusty Pay” is paid" }).click();
  await page.getByRole("option", { name: "Paid ahead" }).click();
  await page.getByText("Saved; 2 orders were read again").waitFor();
  await go(page, "/leads");
  await page.getByRole("link", { name: /^To call/ }).click();
  await page.getByRole("link", { name: "Vera Pop" }).waitFor({ state: "hidden" });
});

test("a status is mapped with a preview of its orders, and taken back", async ({ visit }) => {
  await order(20, "Mara", { status: "zorbed" });
  const page = await visit(`/settings/stores/${store.id}`, { as: seller });
  await page.getByText("What does the status “zorbed” mean?").waitFor();
  await page.getByRole("button", { name: "Say what it means" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("1 order has this status").waitFor();
  const concerned = dialog.getByRole("listitem");
  await concerned.getByText("Mara Pop").waitFor();
  await concerned.getByText("Processing").waitFor();
  expect(await concerned.getByRole("link", { name: "20" }).getAttribute("href")).toMatch(
    /^\/orders\/[0-9a-f-]{36}$/,
  );

  await dialog.getByRole("button", { name: "Save and apply" }).click();
  await dialog.getByText("Choose what the status means.").waitFor();
  await dialog.getByRole("combobox", { name: "Meaning" }).click();
  await page.getByRole("option", { name: "Could not be delivered" }).click();
  await dialog.getByText("The lead is put up for a call").waitFor();
  await dialog.getByRole("button", { name: "Save and apply" }).click();
  await page.getByText("Saved; 1 order was read again").waitFor();
  await page.getByText("What does the status “zorbed” mean?").waitFor({ state: "hidden" });

  await go(page, "/leads");
  await page.getByRole("link", { name: /^To call/ }).click();
  await page.getByRole("link", { name: "Mara Pop" }).waitFor();

  await openStore(page);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await dialog.getByRole("button", { name: "Ask again" }).click();
  await page.getByText("What does the status “zorbed” mean?").waitFor();
});

describe("a store whose deliveries are refused", () => {
  test("says what to click in WooCommerce, and receives again with a new secret", async ({ visit }) => {
    await order(30, "Dana");
    const wrong = { ...store, secret: "another secret" };
    expect((await deliver(wrong, "order.updated", wooOrder({ id: 31 }))).status).toBe(401);
    const page = await visit(`/settings/stores/${store.id}`, { as: seller });
    await expect
      .poll(
        async () => {
          await reload(page);
          return page.getByText("Wrong signature", { exact: true }).count();
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    await page.getByText("WooCommerce switches a webhook off at the seventh failure in a row.").waitFor();
    await page.getByText("The newest order here is 30").waitFor();

    await page.getByRole("button", { name: "Change secret" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Webhook secret").fill("an <altered> secret");
    await dialog.getByRole("button", { name: "Change secret" }).click();
    await dialog.getByText("WooCommerce takes out what looks like a tag").waitFor();
    await dialog.getByRole("button", { name: "Generate" }).click();
    const secret = await dialog.getByLabel("Webhook secret").inputValue();
    await dialog.getByRole("button", { name: "Change secret" }).click();
    await page.getByText("The secret is changed; the old one counts for another day").waitFor();
    await page.getByText("Waiting for the new secret", { exact: true }).waitFor();

    await deliver({ ...store, secret }, "order.updated", wooOrder({ id: 32 }));
    await reload(page);
    await page.getByText("Receiving", { exact: true }).waitFor();
  });

  test("by WooCommerce itself is not receiving, and says how to make the webhook anew", async ({ visit }) => {
    await order(40, "Edda");
    const error = {
      code: "woocommerce_rest_cannot_view",
      message: "Sorry, you cannot view this.",
      data: { status: 401 },
    };
    await deliver(store, "order.updated", error);
    const page = await visit(`/settings/stores/${store.id}`, { as: seller });
    await page.getByText("Sends no orders", { exact: true }).waitFor();
    await page.getByText("WooCommerce refuses to show its orders").waitFor();
    await page.getByText("delete the webhooks of this address").waitFor();
    expect(await page.getByText("Receiving", { exact: true }).count()).toBe(0);
  });
});

test("a delivery names the fields that nobody understood", async ({ visit }) => {
  await order(50, "Fani", {
    line_items: [{ id: 1, name: "Lamp", quantity: "many", price: 5, total: "5.00" }],
  });
  const page = await visit(`/settings/stores/${store.id}`, { as: seller });
  await page.getByText("1 field not understood: line_items.0.quantity").waitFor();
});

test("a store's name and its names for cash on delivery are edited", async ({ visit }) => {
  await order(60, "Gina", { payment_method: "numerar_x", payment_method_title: "Trusty door money" });
  const page = await visit(`/settings/stores/${store.id}`, { as: seller });
  await page.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Lamps of Gina");
  await dialog.getByLabel("Names for cash on delivery").fill("door money\n\n numerar_x ");
  await dialog.getByLabel("Country of phones").selectOption("RO");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved; 1 order was read again").waitFor();
  await page.getByRole("heading", { name: "Lamps of Gina", level: 1 }).waitFor();
  expect(await page.getByText("cash on delivery?").count()).toBe(0);
  await page.getByRole("button", { name: "Edit" }).click();
  expect(await dialog.getByLabel("Names for cash on delivery").inputValue()).toBe("door money\nnumerar_x");
  expect(await dialog.getByLabel("Country of phones").inputValue()).toBe("RO");
});

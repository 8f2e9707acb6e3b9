import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { recordAnswers } from "#tests/e2e/problems.ts";
import { reload, test } from "#tests/e2e/visit.ts";
import { shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
});

describe("a seller who adds a store", () => {
  test("sees what to register, and the page notices the first delivery by itself", async ({ visit }) => {
    const page = await visit("/settings/stores", { as: seller });
    await page.getByRole("link", { name: "Add store" }).click();
    await page.getByLabel("Name").fill("My shop");
    const host = `My-Shop-${randomName()}.myshopify.com`;
    await page.getByLabel("Domain").fill(`HTTPS://${host}/admin`);
    await page.getByLabel("Webhook secret").fill("a-secret-of-shopify");
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByText("Store added").waitFor();
    await page.getByRole("heading", { name: "My shop", level: 1 }).waitFor();

    await page.getByText(`Shopify · ${host.toLowerCase()} · Sela Seller`).waitFor();
    await page.getByText(/^http:\/\/127\.0\.0\.1:\d+\/api\/webhooks\/shopify$/).waitFor();
    for (const topic of ["orders/create", "orders/updated", "refunds/create", "fulfillments/update"])
      await page.getByText(topic, { exact: true }).waitFor();

    await page.getByText("Waiting for the first delivery … this page notices by itself.").waitFor();
    await deliverOrder({ ...storeOf(page), domain: host.toLowerCase(), secret: "a-secret-of-shopify" });
    await page.getByText("Connected: deliveries arrive.").waitFor();
    await page.getByRole("listitem").filter({ hasText: "orders/create" }).getByText("Processed").waitFor();
  });

  test("of WooCommerce sees the ping", async ({ visit }) => {
    const page = await visit("/settings/stores/new", { as: seller });
    await page.getByRole("radio", { name: "WooCommerce" }).click();
    await page.getByLabel("Name").fill("Woo shop");
    await page.getByLabel("Domain").fill(`www.${randomName()}.example.com/shop/`);
    await page.getByRole("button", { name: "Generate" }).click();
    expect((await page.getByLabel("Webhook secret").inputValue()).length).toBeGreaterThan(30);
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByRole("heading", { name: "Woo shop", level: 1 }).waitFor();

    const address = await page.getByText(/\/api\/webhooks\/woocommerce\?store=/).textContent();
    const ping = await fetch(address ?? "", {
      method: "POST",
      body: new URLSearchParams({ webhook_id: "7" }),
    });
    expect(ping.status).toBe(200);
    await page.getByText("WooCommerce has found this address. Waiting for the first order …").waitFor();
  });

  test("who entered the wrong secret is told so, mends it, and sees the first delivery", async ({
    visit,
  }) => {
    const page = await visit("/settings/stores/new", { as: seller });
    await page.getByLabel("Name").fill("Mended shop");
    const domain = `${randomName()}.myshopify.com`;
    await page.getByLabel("Domain").fill(domain);
    await page.getByLabel("Webhook secret").fill("shpss_0123456789abcdef0123456789abcdef");
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByRole("heading", { name: "Mended shop", level: 1 }).waitFor();
    await page.getByText("Waiting for the first delivery … this page notices by itself.").waitFor();

    const store = { ...storeOf(page), domain, secret: "the-secret-of-the-admin" };
    expect((await deliver(store, "orders/create", shopifyOrder())).status).toBe(401);
    await page.getByText("The secret of an app was entered, and it did not sign this · just now").waitFor();
    await page.getByText("Once it is mended, the next delivery gets through").waitFor();
    await page.getByRole("button", { name: "Change secret" }).click();
    await page.getByLabel("Webhook secret", { exact: true }).fill("the-secret-of-the-admin");
    await page.getByRole("dialog").getByRole("button", { name: "Change secret" }).click();
    await page.getByText("Waiting for the new secret", { exact: true }).waitFor();
    await page.getByText("Nothing has come since the secret was changed.").waitFor();
    await deliverOrder(store);
    await page.getByText("Connected: deliveries arrive.").waitFor();
    await page.getByText("The new secret has been used").waitFor();
    await page.getByRole("button", { name: "End the old secret" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "End the old secret" }).click();
    await page.getByText("Only the new secret counts now").waitFor();
    await page.getByText("The new secret has been used").waitFor({ state: "detached" });
  });

  test("never meets its secret again", async ({ visit }) => {
    const page = await visit("/settings/stores/new", { as: seller });
    const secret = `webhook-${randomName()}`;
    await page.getByLabel("Name").fill("Secret shop");
    await page.getByLabel("Domain").fill(`${randomName()}.myshopify.com`);
    await page.getByLabel("Webhook secret").fill(secret);
    const answers = await recordAnswers(page.context());
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByRole("heading", { name: "Secret shop", level: 1 }).waitFor();
    const seen = [await page.content()];
    await reload(page);
    seen.push(await page.content());
    await page.goBack();
    seen.push(await page.content());
    seen.push(...(await answers()));
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.filter((text) => text.includes(secret))).toEqual([]);
  });

  test("is told at the field what is wrong", async ({ visit }) => {
    const taken = await createStore(workspace, seller);
    const page = await visit("/settings/stores/new", { as: seller });
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByText("Enter the store's domain.").waitFor();
    await page.getByText("Paste the whole secret; it has at least 8 characters.").waitFor();
    await page.getByLabel("Name").fill("Twin");
    await page.getByLabel("Domain").fill("shop.example.com");
    await page.getByLabel("Webhook secret").fill("a-secret-of-shopify");
    await page.getByText("Use the myshopify.com domain;").waitFor();
    await page.getByLabel("Domain").fill(`https://${taken.domain}/`);
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByText("Your workspace has a store with this domain already.").waitFor();
    expect(await page.getByLabel("Domain").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("Name").inputValue()).toBe("Twin");
  });
});

describe("a store's page", () => {
  let store: Store;

  test("shows a hint when a delivery carried a wrong signature", async ({ visit }) => {
    store = await createStore(workspace, seller);
    const answer = await deliver({ ...store, secret: "another secret" }, "orders/create", shopifyOrder());
    expect(answer.status).toBe(401);
    const page = await visit(`/settings/stores/${store.id}`, { as: seller });
    await page.getByText("Wrong signature", { exact: true }).waitFor();
    await page.getByText("The secret entered here is not the shop's · just now").waitFor();
    await page.getByText("copy the whole line after “Your webhooks will be signed with”.").waitFor();
    await deliverOrder(store);
    await reload(page);
    await page.getByText("Receiving", { exact: true }).waitFor();
    expect(await page.getByText("The secret entered here is not the shop's").count()).toBe(0);
  });

  test("shows a failed delivery, which is retried with the button", async ({ visit }) => {
    store = await createStore(workspace, seller);
    await whileLeadsOfStoreFail(store, async () => {
      await deliverOrder(store);
      const page = await visit("/settings/stores", { as: seller });
      await page
        .getByRole("row", { name: store.domain })
        .getByRole("cell", { name: "1", exact: true })
        .waitFor();
      await page.getByRole("link", { name: store.domain }).click();
      await page.getByText("Astra failed to process this delivery; it will try again.").waitFor();
      await page.getByRole("button", { name: "Retry" }).click();
      await page.getByText("It failed again. Its line says why.").waitFor();
      await page.getByText("2 attempts").waitFor();
    });
    const page = await visit(`/settings/stores/${store.id}`, { as: seller });
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByText("The delivery is worked in").waitFor();
    await page.getByText("Processed", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: "Retry" }).count()).toBe(0);
  });

  test("says that the app was uninstalled; resumed, what was kept becomes leads", async ({ visit }) => {
    const owner = await createMember(workspace, "seller", "Uma Uninstaller");
    store = await createStore(workspace, owner);
    await deliver(store, "app/uninstalled", { id: 1, domain: store.domain });
    await deliverOrder(store);
    const page = await visit(`/settings/stores/${store.id}`, { as: owner });
    await page.getByText("The app was uninstalled from this store").waitFor();
    await page.getByText("This store is paused.").waitFor();
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByText("The store is taken up again").waitFor();
    await page.getByText("Receiving", { exact: true }).waitFor();
    await expect.poll(() => leadsOf(store), { timeout: 10_000 }).toBe(1);
    await page.getByRole("link", { name: "Leads" }).click();
    await page.getByRole("link", { name: "Ana Pop" }).waitFor();
  });
});

describe("a store that is removed", () => {
  test("goes once its name was typed; its leads stay, and its domain is connected again", async ({
    visit,
  }) => {
    const owner = await createMember(workspace, "seller", "Rita Remover");
    const store = await createStore(workspace, owner);
    await deliverOrder(store);
    const page = await visit(`/settings/stores/${store.id}`, { as: owner });
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByLabel(`Enter “${store.domain}” to remove it`).fill("another");
    await page.getByRole("button", { name: "Remove store" }).click();
    await page.getByText("This is not the name of the store.").waitFor();
    await page.getByLabel(`Enter “${store.domain}” to remove it`).fill(store.domain);
    await page.getByRole("button", { name: "Remove store" }).click();
    await page.getByText("The store is removed; its orders and leads stay").waitFor();
    await page.getByRole("heading", { name: "Removed stores" }).waitFor();
    expect((await deliver(store, "orders/create", shopifyOrder())).status).toBe(410);
    await page.getByRole("link", { name: store.domain }).click();
    await page.getByText("This store was removed · just now").waitFor();
    expect(await page.getByRole("button", { name: "Change secret" }).count()).toBe(0);
    await page.getByRole("link", { name: "Connect it again" }).click();
    await page.getByLabel("Name").fill("Once more");
    await page.getByLabel("Domain").fill(store.domain);
    await page.getByLabel("Webhook secret").fill(store.secret);
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByRole("heading", { name: "Once more", level: 1 }).waitFor();
    await page.getByRole("link", { name: "Leads" }).click();
    await page.getByRole("link", { name: "Ana Pop" }).waitFor();
  });
});

describe("what others may do with stores", () => {
  test("an admin chooses the owner", async ({ visit }) => {
    const admin = await createMember(workspace, "admin", "Ada Admin");
    const owner = await createMember(workspace, "seller", "Olga Owner");
    const page = await visit("/settings/stores/new", { as: admin });
    await page.getByLabel("Name").fill("Shop of Olga");
    await page.getByLabel("Domain").fill(`${randomName()}.myshopify.com`);
    await page.getByLabel("Webhook secret").fill("a-secret-of-shopify");
    await page.getByRole("combobox", { name: "Owner" }).click();
    await page.getByRole("option", { name: "Olga Owner" }).click();
    await page.getByRole("button", { name: "Add store" }).click();
    await page.getByRole("heading", { name: "Shop of Olga", level: 1 }).waitFor();
    await page.getByText("· Olga Owner").waitFor();
    const own = await visit("/settings/stores", { as: owner });
    await own.getByRole("link", { name: "Shop of Olga" }).waitFor();
  });

  test("a manager sees every store, and no button to change one", async ({ visit }) => {
    const manager = await createMember(workspace, "manager", "Mia Manager");
    const store = await createStore(workspace, seller);
    await whileLeadsOfStoreFail(store, () => deliverOrder(store));
    await asOwner("update integrations set is_active = false where id = $1", [store.id]);
    const page = await visit("/settings/stores", { as: manager });
    await page.getByRole("link", { name: store.domain }).waitFor();
    expect(await page.getByRole("link", { name: "Add store" }).count()).toBe(0);
    await page.getByRole("link", { name: store.domain }).click();
    await page.getByText("This store is paused", { exact: true }).waitFor();
    await page.getByRole("listitem").getByText("Failed", { exact: true }).waitFor();
    const buttons = page.getByRole("main").getByRole("button");
    expect(await buttons.count()).toBe(1);
    expect(await buttons.getAttribute("aria-label")).toBe("Copy the webhook address");
    await nothingAt(await visit("/settings/stores/new", { as: manager, expected: /^404 GET/ }));
  });

  test("a viewer gets no stores", async ({ visit }) => {
    const viewer = await createMember(workspace, "viewer", "Vic Viewer");
    const expected = /^404 GET/;
    await nothingAt(await visit("/settings/stores", { as: viewer, expected }));
    await nothingAt(await visit("/settings/stores/new", { as: viewer, expected }));
  });
});

async function nothingAt(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Nothing here", level: 1 }).waitFor();
}

async function deliverOrder(store: Store): Promise<void> {
  expect(await deliver(store, "orders/create", shopifyOrder())).toEqual({ status: 200, result: "stored" });
}

/** The store whose page is open, as far as its address tells. */
function storeOf(page: Page): Pick<Store, "id" | "type"> {
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  return { id, type: "shopify" };
}

async function leadsOf(store: Store): Promise<number> {
  return (await asOwner("select id from crm_leads where integration_id = $1", [store.id])).length;
}

/** Runs `work` while the database refuses new leads of one store. */
async function whileLeadsOfStoreFail(store: Store, work: () => Promise<void>): Promise<void> {
  await asOwner(
    `alter table crm_leads add constraint no_lead_today check (integration_id <> '${store.id}') not valid`,
  );
  try {
    await work();
  } finally {
    await asOwner("alter table crm_leads drop constraint no_lead_today");
  }
}

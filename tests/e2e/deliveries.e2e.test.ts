import { beforeAll, expect } from "vitest";
import { processWaitingDeliveries } from "#lib/ingest/waiting.ts";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { phone, reload, test } from "#tests/e2e/visit.ts";
import { shopifyOrder, shopifyRefund } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;
let store: Store;

const markup = '<img src=x onerror="document.title = 1">';

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  store = await createStore(workspace, seller);
  await asOwner("update integrations set name = 'Lumea of the very long name that goes on' where id = $1", [
    store.id,
  ]);
  await deliver(store, "refunds/create", { ...shopifyRefund(), order_id: 5_001_000_001 });
  await deliver(
    store,
    "orders/create",
    shopifyOrder({ name: "#L-1001", financial_status: "paid", note: markup }),
  );
});

test("a seller finds what a store sent, looks at it and has it tried again", async ({ visit }) => {
  const page = await visit(`/settings/stores/${store.id}`, { as: seller });
  await page.getByRole("link", { name: "All deliveries" }).click();
  await page.getByRole("heading", { name: "Deliveries", level: 1 }).waitFor();
  await page.getByText("The order 5001000001 has not arrived yet").waitFor();
  await expectAccessible(page, "the delivery log");

  await page.getByRole("searchbox").or(page.getByPlaceholder("Order number")).first().fill("L-1001");
  await page.waitForURL(/q=L-1001/);
  await page.getByRole("row").filter({ hasText: "Processed" }).waitFor();
  await page.getByRole("link", { name: "orders/create" }).click();
  await page.getByRole("heading", { name: "orders/create", level: 1 }).waitFor();
  await page.getByText("Order arrived").or(page.getByText("Arrived")).first().waitFor();
  await page.getByText('"name": "#L-1001"').waitFor();
  await page.getByText("onerror").waitFor();
  expect(await page.locator("main img").count()).toBe(0);
  await page.getByRole("link", { name: "Headers" }).click();
  await page.getByText("x-shopify-topic").waitFor();
  await expectAccessible(page, "a delivery");
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download" }).click();
  expect((await downloading).suggestedFilename()).toMatch(/^delivery-.+\.txt$/);

  await page.getByRole("link", { name: "Deliveries", exact: true }).click();
  await page.getByRole("button", { name: "Retry 1 failed" }).click();
  await page.getByText("1 delivery is tried again").waitFor();
  // The worker does the same, where one runs.
  await processWaitingDeliveries();
  await expect
    .poll(
      async () => {
        await reload(page);
        return page.getByRole("row").filter({ hasText: "Processed" }).count();
      },
      { timeout: 20_000 },
    )
    .toBe(2);
  expect(await page.getByRole("button", { name: /failed/ }).count()).toBe(0);
});

test("an admin pauses a store and hands it over; on a phone nothing sticks out", async ({ visit }) => {
  const admin = await createMember(workspace, "admin", "Ada Admin");
  const next = await createMember(workspace, "seller", "Nora Next");
  const page = await visit(`/settings/stores/${store.id}`, { as: admin });
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Pause" }).click();
  await page.getByText("This store is paused", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("combobox", { name: "Owner" }).click();
  await page.getByRole("option", { name: "Nora Next" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("· Nora Next").waitFor();

  const small = await visit("/settings/stores/deliveries", { as: next, viewport: phone });
  await small.getByRole("link", { name: "refunds/create" }).click();
  await small.getByRole("heading", { name: "refunds/create", level: 1 }).waitFor();
  await expectAccessible(small, "a delivery on a phone");
});

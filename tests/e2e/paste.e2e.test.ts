import { beforeAll, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { orderOf } from "#tests/e2e/order-of.ts";
import { test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let seller: Person;
let numbers: string[];

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
  const store = await createStore(workspace, seller);
  for (const buyer of ["Ada First", "Bea Second", "Cleo Third", "Dana Fourth"]) await orderOf(store, buyer);
  const orders = await asOwner<{ number: string }>(
    "select order_number as number from orders where workspace_id = $1 order by order_number",
    [workspace.id],
  );
  numbers = orders.map(({ number }) => number);
  await asOwner(
    `update crm_leads set cod_status = 'confirmed', cod_decision = 'confirmed', logistic_status = 'shipped', logistic_decision = 'shipped'
     from orders where orders.id = crm_leads.order_id and orders.workspace_id = $1 and order_number = any ($2)`,
    [workspace.id, numbers.slice(0, 3)],
  );
});

test("a courier's settlement is pasted, looked at, collected and taken back", async ({ visit }) => {
  const [first = "", second = "", third = "", fourth = ""] = numbers;
  const page = await visit("/leads", { as: seller });
  await page.getByRole("link", { name: "Paste a list" }).click();
  const lines = [first, second, third, fourth, "#404"].map(
    (number) => `AWB${number.slice(1)};${number};120,00`,
  );
  await page.getByLabel("Order or tracking numbers").fill(["AWB;Order;Sum", ...lines].join("\n"));
  await page.getByRole("button", { name: "Find leads" }).click();
  await page.getByText("1 number was not found").waitFor();
  await page.getByText("1 can't go there from where it is").waitFor();
  await page.getByText("3 will be changed").waitFor();
  await expectAccessible(page, "a pasted list");
  expect(await collected()).toBe(0);
  await page.getByRole("button", { name: "Collected · 3 leads" }).click();
  await page.getByText("3 leads changed").waitFor();
  await page.getByText("3 are there already").waitFor();
  expect(await collected()).toBe(3);
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back for 3 leads").waitFor();
  await page.getByText("3 will be changed").waitFor();
  expect(await collected()).toBe(0);
  // What was chosen for this list is nothing to the next.
  await page.getByRole("button", { name: "Returned", exact: true }).click();
  await page.getByRole("button", { name: "Returned · 3 leads" }).waitFor();
  await page.getByLabel("Order or tracking numbers").fill(first);
  await page.getByRole("button", { name: "Find leads" }).click();
  await page.getByRole("button", { name: "Collected · 1 lead" }).waitFor();
  // A list in which there is nothing leaves nothing to be done for the one before.
  await page.getByLabel("Order or tracking numbers").fill("nothing");
  await page.getByRole("button", { name: "Find leads" }).click();
  await page.getByRole("main").getByRole("alert").waitFor();
  expect(await page.getByRole("button", { name: "Collected · 1 lead" }).count()).toBe(0);
});

async function collected(): Promise<number> {
  const [row] = await asOwner<{ count: number }>(
    "select count(*)::int as count from crm_leads where workspace_id = $1 and cod_status = 'collected'",
    [workspace.id],
  );
  return row?.count ?? 0;
}

import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, phone, reload, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

let admin: Member;
let ana: Member;
let ben: Member;
let veraId: string;
let twinId: string;
let orderId: string;

beforeAll(async () => {
  const workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ada Admin");
  ana = await signIn(workspace, "seller", "Ana Seller");
  ben = await signIn(workspace, "seller", "Ben Seller");
  veraId = await createBuyer(workspace, { name: "Vera Iancu", phone: "+40722000001" });
  twinId = await createBuyer(workspace, {
    name: "V. Iancu",
    email: "vera@example.com",
    phone: "+40722000001",
  });
  const anas = { storeId: (await createStore(workspace, ana)).id, owner: ana };
  const bens = { storeId: (await createStore(workspace, ben)).id, owner: ben };
  const orderedAt = new Date().toISOString();
  const sale = { ...anas, customerId: veraId, number: "#A-1", name: "Vera Iancu", orderedAt };
  ({ orderId } = await createPurchase(workspace, { ...sale, status: "shipped", total: "19.900" }));
  await createPurchase(workspace, {
    ...bens,
    customerId: twinId,
    number: "#B-1",
    name: "V. Iancu",
    orderedAt,
  });
});

describe("orders", () => {
  test("are filtered, shared by their address, and lead to their page", async ({ visit }) => {
    const page = await visit("/orders", { as: admin.person });
    await page.getByRole("link", { name: "#B-1" }).waitFor();
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("button", { name: "Status", exact: true }).click();
    await page.getByRole("checkbox", { name: "Shipped" }).click();
    await page.waitForURL(/status=shipped/);
    await page.getByText("1 order", { exact: true }).first().waitFor();
    const shared = await visit(new URL(page.url()).search.replace(/^/, "/orders"), { as: ben.person });
    await shared.getByText("Nothing matches these filters").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "#A-1" }).click();
    await page.getByRole("heading", { name: "Order #A-1", level: 1 }).waitFor();
    await page
      .getByRole("link", { name: /Customer/ })
      .last()
      .waitFor();
  });

  test("from a day on say the year only when it is not this one", async ({ visit }) => {
    const page = await visit("/orders?from=2000-05-06", { as: admin.person });
    await page.getByRole("button", { name: "Date Since May 6, 2000", exact: true }).waitFor();
    await go(page, `/orders?from=${new Date().getFullYear()}-01-01`);
    await page.getByRole("button", { name: "Date Since Jan 1", exact: true }).waitFor();
  });

  test("of some days are chosen in a calendar", async ({ visit }) => {
    const page = await visit("/orders", { as: admin.person });
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByRole("button", { name: "Date", exact: true }).click();
    await page.getByRole("button", { name: "Previous month" }).click();
    const day = (number: number) => page.getByRole("button", { name: new RegExp(` ${number}, \\d{4}$`) });
    await day(10).click();
    await page.waitForURL(/from=\d{4}-\d{2}-10/);
    await day(15).click();
    await page.waitForURL(/to=\d{4}-\d{2}-15/);
    expect(new URL(page.url()).searchParams.get("from")).toMatch(/-10$/);
    await page.getByText("Nothing matches these filters").waitFor();
    await expectAccessible(page, "choosing days");
  });

  test("are sorted by their total, and by time again", async ({ visit }) => {
    const page = await visit("/orders", { as: admin.person });
    const header = page.getByRole("columnheader", { name: "Total" });
    await header.getByRole("link").click();
    await page.waitForURL("**/orders?sort=total");
    await page.locator("th[aria-sort=descending]", { hasText: "Total" }).waitFor();
    const numbers = await page.getByRole("row").getByRole("link", { name: /^#/ }).allTextContents();
    expect(numbers).toEqual(["#B-1", "#A-1"]);
    await header.getByRole("link").click();
    await page.waitForURL("**/orders");
    await page.locator("th[aria-sort=descending]", { hasText: "Date" }).waitFor();
  });

  test("of another seller are not found", async ({ visit }) => {
    const page = await visit(`/orders/${orderId}`, { as: ben.person, expected: /^404 GET \/orders\// });
    await page.getByRole("heading", { name: "Nothing here" }).waitFor();
  });

  test("are cards on a phone", async ({ visit }) => {
    const page = await visit("/orders", { as: ana.person, viewport: phone });
    await page.getByRole("list", { name: "Orders" }).getByRole("link", { name: "#A-1" }).waitFor();
    expect(await page.getByText("#B-1").count()).toBe(0);
  });
});

describe.each([
  { list: "orders", query: "status=shipped", column: "Total" },
  { list: "customers", query: "q=Iancu", column: "Phone" },
])("the list of $list", ({ list, query, column }) => {
  test("has the columns that the person wants", async ({ visit }) => {
    const page = await visit(`/${list}`, { as: ben.person });
    expect(await page.getByRole("button", { name: "Save view" }).count()).toBe(0);
    await page.getByRole("button", { name: "Columns and row height" }).click();
    const saved = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("checkbox", { name: column }).click();
    await saved;
    await reload(page);
    await page.getByRole("columnheader").first().waitFor();
    expect(await page.getByRole("columnheader", { name: column }).count()).toBe(0);
  });

  test("can be kept as a view", async ({ visit }) => {
    const page = await visit(`/${list}?${query}`, { as: ben.person });
    await page.getByRole("button", { name: "Save view" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill(`My ${list}`);
    await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
    await page.getByRole("link", { name: `My ${list}` }).waitFor();
    await page.getByRole("button", { name: "Save view" }).waitFor({ state: "hidden" });
    await go(page, `/${list}`);
    await page.getByRole("link", { name: `My ${list}` }).click();
    await page.waitForURL(`**/${list}?${query}`);
  });
});

test("a seller can't merge customers; an admin merges two, and the old link leads on", async ({ visit }) => {
  const sellers = await visit(`/customers/${veraId}`, { as: ana.person });
  await sellers.getByRole("heading", { name: "Vera Iancu", level: 1 }).waitFor();
  expect(await sellers.getByRole("button", { name: "Merge" }).count()).toBe(0);

  const page = await visit(`/customers/${veraId}`, { as: admin.person });
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByRole("button", { name: /V\. Iancu/ }).click();
  await page.getByRole("radio", { name: "V. Iancu" }).check();
  await page.getByRole("button", { name: "Merge customers" }).click();
  await page.getByRole("heading", { name: "V. Iancu", level: 1 }).waitFor();
  await page.getByRole("link", { name: "#B-1" }).first().waitFor();
  const [merged] = await asOwner("select merged_into_id from customers where id = $1", [twinId]);
  expect(merged).toEqual({ merged_into_id: veraId });

  const old = await visit(`/customers/${twinId}`, { as: ben.person });
  await old.waitForURL(`**/customers/${veraId}`);
});

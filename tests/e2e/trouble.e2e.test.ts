import type { Page } from "playwright";
import { beforeAll, expect } from "vitest";
import { test } from "#tests/e2e/visit.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";

const list = "/leads?view=all&kpi=waiting";

let seller: Person;

beforeAll(async () => {
  seller = await createMember(await createWorkspace(), "seller", "Sela Seller");
});

/** Changes how high the rows are, which the server keeps. */
async function changeRows(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Columns and row height" }).click();
  await page.getByText("Medium", { exact: true }).click();
}

async function nameView(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("To be won");
  await dialog.getByRole("button", { name: "Save view" }).click();
}

test("whoever is signed out signs in beside a form, which keeps what was typed and then goes through", async ({
  visit,
}) => {
  const page = await visit(list, { as: seller });
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await nameView(page);
  await page.getByText("what you typed stays here").waitFor();
  const opened = page.waitForEvent("popup");
  await page.getByRole("dialog").getByRole("link", { name: "Sign in" }).click();
  await (await opened).waitForURL(/\/login\?/);
  await (await opened).close();
  expect(await page.getByRole("dialog").getByLabel("Name").inputValue()).toBe("To be won");
  await page.context().addCookies(cookies);
  await page.getByRole("dialog").getByRole("button", { name: "Save view" }).click();
  await page.getByRole("link", { name: "To be won" }).waitFor();
});

test("whoever has a page of before an update is told so, and not that the connection is bad", async ({
  visit,
}) => {
  const page = await visit(list, { as: seller, expected: /^409 POST \/leads/ });
  await page.route("**/leads*", (route) => {
    const headers = route.request().headers();
    if (!headers["next-action"]) return route.continue();
    return route.continue({ headers: { ...headers, "next-action": "0".repeat(42) } });
  });
  await changeRows(page);
  await page.getByText("Astra was updated.").waitFor();
  await page.unroute("**/leads*");
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Reload" }).click()]);
});

test("a server that fails is not blamed on the connection, and takes nothing that was typed", async ({
  visit,
}) => {
  // Of another list than the view that was saved above.
  const page = await visit("/leads?view=all&kpi=paid", { as: seller, expected: /^500 POST \/leads/ });
  await page.route("**/leads*", (route) =>
    route.request().headers()["next-action"]
      ? route.fulfill({ status: 500, contentType: "text/html", body: "" })
      : route.continue(),
  );
  await nameView(page);
  await page.getByText("Something went wrong on our side.").waitFor();
  expect(await page.getByText("Check your connection").count()).toBe(0);
  expect(await page.getByRole("dialog").getByLabel("Name").inputValue()).toBe("To be won");
});

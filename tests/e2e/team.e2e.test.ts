import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Ada Admin");
});

describe("an admin", () => {
  test("shuts a seller out, pauses the seller's store with it, and lets the seller in again", async ({
    visit,
  }) => {
    const seller = await createMember(workspace, "seller", "Sela Seller");
    const store = await createStore(workspace, seller);
    const isActive = async () =>
      (await asOwner("select is_active from integrations where id = $1", [store.id]))[0]?.is_active;
    const theirs = await visit("/leads", { as: seller });

    const page = await visit("/settings", { as: admin });
    await page.getByRole("link", { name: "Team" }).click();
    const row = page.getByRole("listitem").filter({ hasText: seller.email });
    await row.getByText("Seller · 1 store").waitFor();
    await row.getByRole("button", { name: "Deactivate" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Deactivate Sela Seller?" });
    expect(await dialog.getByRole("checkbox", { name: "Pause their store" }).isChecked()).toBe(true);
    await expectAccessible(page, "the question whether to deactivate");
    await dialog.getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("Sela Seller is deactivated.").waitFor();
    await row.getByText("Deactivated").waitFor();
    expect(await isActive()).toBe(false);
    await theirs.getByRole("link", { name: "Settings" }).click();
    await theirs.getByRole("alert").getByText("Your account is not active. Ask your admin.").waitFor();

    await row.getByRole("button", { name: "Activate" }).click();
    await page.getByText("Sela Seller can sign in again. Stores that were paused stay paused.").waitFor();
    await row.getByRole("button", { name: "Deactivate" }).waitFor();
    expect(await isActive()).toBe(false);
  });

  test("keeps a store going when that is chosen, and shuts out nobody by the own row", async ({ visit }) => {
    const seller = await createMember(workspace, "seller", "Kay Keeper");
    const store = await createStore(workspace, seller);
    const page = await visit("/settings/team", { as: admin });
    const own = page.getByRole("listitem").filter({ hasText: admin.email });
    await own.getByText("You", { exact: true }).waitFor();
    expect(await own.getByRole("button").count()).toBe(0);
    await page
      .getByRole("listitem")
      .filter({ hasText: seller.email })
      .getByRole("button", { name: "Deactivate" })
      .click();
    await page.getByRole("checkbox", { name: "Pause their store" }).click();
    await page.getByText("New orders go on arriving").waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("Kay Keeper is deactivated.").waitFor();
    expect(await asOwner("select is_active from integrations where id = $1", [store.id])).toEqual([
      { is_active: true },
    ]);
  });
});

test("nobody else finds the team's settings", async ({ visit }) => {
  const manager = await createMember(workspace, "manager", "Max Manager");
  const page = await visit("/settings", { as: manager, expected: /404 GET \/settings\/team/ });
  await page.waitForURL("/settings/stores");
  expect(await page.getByRole("link", { name: "Team" }).count()).toBe(0);
  await go(page, "/settings/team");
  await page.getByRole("heading", { name: "Nothing here" }).waitFor();
});

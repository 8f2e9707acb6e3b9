import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { createBuyer, createPurchase } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Ada Admin");
});

function rowOf(page: Page, { email }: { email: string }, list = "Members") {
  return page.getByRole("list", { name: list }).getByRole("listitem").filter({ hasText: email });
}

/** Chooses something from the menu of a member. */
async function choose(
  page: Page,
  member: { name: string; email: string },
  act: string,
  list?: string,
): Promise<void> {
  await rowOf(page, member, list)
    .getByRole("button", { name: `More about ${member.name}` })
    .click();
  await page.getByRole("menuitem", { name: act }).click();
}

describe("an admin", () => {
  test("invites somebody, who comes; gives another role; hands over what they have, and shuts them out", async ({
    visit,
  }) => {
    const email = `${randomName()}@example.com`;
    const nina = { name: "Nina Nova", email };
    const page = await visit("/settings/team", { as: admin });
    await page.getByText("You work alone so far").waitFor();
    await page.getByRole("button", { name: "Invite" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
    await dialog.getByRole("textbox", { name: "Name" }).fill("Nina New");
    await expectAccessible(page, "the question whom to invite");
    await dialog.getByRole("button", { name: "Invite" }).click();
    await dialog.getByRole("heading", { name: "The link for Nina New" }).waitFor();
    expect(await dialog.getByRole("link", { name: "See them" }).getAttribute("href")).toBe("/dev/mails");
    const link = (await dialog.locator("code").textContent()) ?? "";
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByRole("list", { name: "Invited" }).getByText("Not used yet").waitFor();
    await expectAccessible(page, "the team with an invitation");

    for (let time = 0; time < 2; time += 1) await fetch(link, { method: time === 0 ? "HEAD" : "GET" });
    const theirs = await visit(new URL(link).pathname + new URL(link).search);
    await theirs.getByRole("heading", { name: `Join ${workspace.name}` }).waitFor();
    await theirs.getByText(email).waitFor();
    await expectAccessible(theirs, "the invitation");
    await theirs.getByLabel("Your name").fill("Nina Nova");
    await theirs.getByLabel("Password", { exact: true }).fill("a long enough password");
    await theirs.getByRole("button", { name: "Join" }).click();
    await theirs.waitForURL("/leads?view=to_call");
    const again = await visit(new URL(link).pathname + new URL(link).search);
    await again.getByText("This link no longer works.").waitFor();

    const [row] = await asOwner<{ id: string }>("select id from users where email = $1", [email]);
    const seller = { userId: row?.id ?? "" };
    const other = await createMember(workspace, "seller", "Olga Other");
    const store = await createStore(workspace, seller);
    const buyer = await createBuyer(workspace, { name: "Octavia Pop" });
    const ofNina = { storeId: store.id, owner: seller, customerId: buyer, orderedAt: "2026-11-20T10:00:00Z" };
    await createPurchase(workspace, { ...ofNina, number: "#71" });
    const ofOlga = { storeId: (await createStore(workspace, other)).id, owner: other, customerId: buyer };
    await createPurchase(workspace, { ...ofOlga, number: "#72", orderedAt: "2026-11-20T10:00:00Z" });
    await go(theirs, "/leads?view=all");
    await theirs.getByText("#71").first().waitFor();
    expect(await theirs.getByText("#72").count()).toBe(0);

    await go(page, "/settings/team");
    await rowOf(page, nina).getByText("1 open lead").waitFor();
    expect(await page.getByRole("list", { name: "Invited" }).count()).toBe(0);
    await choose(page, nina, "Change role");
    await page.getByRole("radio", { name: "Manager" }).click();
    await expectAccessible(page, "the question which role");
    await page.getByRole("dialog").getByRole("button", { name: "Change role" }).click();
    await page.getByText("Nina Nova is now: Manager.").waitFor();
    await theirs.getByRole("link", { name: "Orders" }).click();
    await theirs.getByText("#72").first().waitFor();

    await choose(page, nina, "Hand over");
    await page.getByRole("combobox", { name: "To" }).click();
    await page.getByRole("option", { name: "Olga Other" }).click();
    await page.getByLabel("1 store").waitFor();
    await page.getByLabel("1 open lead").waitFor();
    await expectAccessible(page, "what would be handed over");
    await page.getByRole("dialog").getByRole("button", { name: "Hand over" }).click();
    await page.getByText("Olga Other took over 1 store, 1 lead and 0 products.").waitFor();
    await rowOf(page, other).getByText("2 open leads").waitFor();
    await rowOf(page, nina).getByText("No open leads").waitFor();

    await choose(page, nina, "Deactivate");
    await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("Nina Nova is deactivated.").waitFor();
    await theirs.getByRole("link", { name: "Leads" }).first().click();
    await theirs.getByRole("alert").getByText("Your account is not active. Ask your admin.").waitFor();
  });

  test("makes a new link for an invitation, and withdraws it", async ({ visit }) => {
    const email = `${randomName()}@example.com`;
    await asOwner(
      `insert into invitations (workspace_id, email, name, role, token_hash, invited_by_id)
       values ($1, $2, 'Ivo Invited', 'viewer', repeat('i', 43), $3)`,
      [workspace.id, email, admin.userId],
    );
    const page = await visit("/settings/team", { as: admin });
    const row = page.getByRole("list", { name: "Invited" }).getByRole("listitem").filter({ hasText: email });
    await row.getByRole("button", { name: "New link" }).click();
    await page.getByRole("heading", { name: "The link for Ivo Invited" }).waitFor();
    await page.getByRole("button", { name: "Done" }).click();
    await row.getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("The invitation of Ivo Invited is withdrawn.").waitFor();
    await row.waitFor({ state: "detached" });
  });

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
    const row = rowOf(page, seller);
    await row.getByText(store.domain).waitFor();
    await choose(page, seller, "Deactivate");
    const dialog = page.getByRole("alertdialog", { name: "Deactivate Sela Seller?" });
    expect(await dialog.getByRole("checkbox", { name: "Pause their store" }).isChecked()).toBe(true);
    await expectAccessible(page, "the question whether to deactivate");
    await dialog.getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("Sela Seller is deactivated.").waitFor();
    await page.getByText(/^\d deactivated$/).click();
    await rowOf(page, seller, "Deactivated").waitFor();
    await expectAccessible(page, "the members who were shut out");
    expect(await row.count()).toBe(0);
    expect(await isActive()).toBe(false);
    await theirs.getByRole("link", { name: "Settings" }).click();
    await theirs.getByRole("alert").getByText("Your account is not active. Ask your admin.").waitFor();

    await choose(page, seller, "Activate", "Deactivated");
    await page.getByText("Sela Seller can sign in again. Stores that were paused stay paused.").waitFor();
    await row.waitFor();
    expect(await isActive()).toBe(false);
  });

  test("keeps a store going when that is chosen, and neither demotes nor shuts out oneself", async ({
    visit,
  }) => {
    const seller = await createMember(workspace, "seller", "Kay Keeper");
    const store = await createStore(workspace, seller);
    const page = await visit("/settings/team", { as: admin });
    await rowOf(page, admin).getByText("You", { exact: true }).waitFor();
    await rowOf(page, admin).getByRole("button").click();
    await page.getByRole("menuitem", { name: "Hand over" }).waitFor();
    expect(await page.getByRole("menuitem").count()).toBe(1);
    await page.keyboard.press("Escape");
    await choose(page, seller, "Deactivate");
    await page.getByRole("checkbox", { name: "Pause their store" }).click();
    await page.getByText("New orders go on arriving").waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Deactivate" }).click();
    await page.getByText("Kay Keeper is deactivated.").waitFor();
    expect(await asOwner("select is_active from integrations where id = $1", [store.id])).toEqual([
      { is_active: true },
    ]);
  });
});

test("a person of two workspaces goes from one to the other, in all tabs of the browser", async ({
  visit,
}) => {
  const person = await createMember(workspace, "manager", "Tia Two");
  const elsewhere = await createWorkspace();
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'viewer')", [
    elsewhere.id,
    person.userId,
  ]);
  const page = await visit("/orders", { as: person });
  const otherTab = await page.context().newPage();
  await otherTab.goto(page.url());
  await otherTab.getByTitle(workspace.name).waitFor();
  await page.getByRole("button", { name: "Tia Two" }).click();
  await page.getByRole("menuitemradio", { name: elsewhere.name }).click();
  await page.getByRole("button", { name: "Tia Two Viewer" }).waitFor();
  await page.getByTitle(elsewhere.name).waitFor();
  await otherTab.getByTitle(elsewhere.name).waitFor();
});

test("nobody else finds the team's settings", async ({ visit }) => {
  const manager = await createMember(workspace, "manager", "Max Manager");
  const page = await visit("/settings", { as: manager, expected: /404 GET \/settings\/team/ });
  await page.waitForURL("/settings/stores");
  expect(await page.getByRole("link", { name: "Team" }).count()).toBe(0);
  await go(page, "/settings/team");
  await page.getByRole("heading", { name: "Nothing here" }).waitFor();
});

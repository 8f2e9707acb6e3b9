import { beforeAll, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { go, laptop, phone, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { createSale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Person;
let seller: Person;
let leadId: string;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Ada Admin");
  seller = await createMember(workspace, "seller", "Sara Seller");
  const other = await createMember(workspace, "seller", "Olga Other");
  ({ leadId } = await createSale({ workspace, seller, store: await createStore(workspace, seller) }));
  const others = await createSale({ workspace, seller: other, store: await createStore(workspace, other) });
  await asOwner("update crm_leads set name = 'Buyer of Sara', arrived_at = now() where id = $1", [leadId]);
  await asOwner("update crm_leads set name = 'Buyer of Olga', arrived_at = now() where id = $1", [
    others.leadId,
  ]);
});

test("an admin sees Astra as a seller does, changes nothing, and is an admin again", {
  timeout: 60_000,
}, async ({ visit }) => {
  // What is the seller's own is not there, and what would change something is refused.
  const page = await visit("/settings/team", {
    as: admin,
    expected: /^(404 GET \/settings\/(profile|team)|403 (PUT|DELETE|POST) \/api\/)/,
  });
  await page.getByRole("button", { name: "More about Sara Seller" }).click();
  await page.getByRole("menuitem", { name: "View as Sara Seller" }).click();
  await page.waitForURL("/leads?view=to_call");
  const banner = page.getByRole("region", { name: "Viewing as a member" });
  await banner.getByText("You see Astra as Sara Seller.").waitFor();
  await expectAccessible(page, "the leads as a seller sees them");

  await go(page, "/leads?view=all");
  await page.getByText("Buyer of Sara").first().waitFor();
  expect(await page.getByText("Buyer of Olga").count()).toBe(0);

  // On a phone the acts under the thumb stand above the banner, in the order in which the focus goes through them.
  await page.setViewportSize(phone);
  const acts = page.locator("[data-action-bar] > *").filter({ visible: true });
  await expect.poll(() => acts.count()).toBe(2);
  const lowest = () =>
    acts.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().bottom)));
  const highest = () => banner.evaluate((one) => one.getBoundingClientRect().top);
  await expect.poll(async () => (await lowest()) <= (await highest())).toBe(true);
  const places = await acts.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  await page.setViewportSize(laptop);

  for (const path of ["/settings/team", "/settings/profile"]) {
    await go(page, path);
    await page.getByText("This page does not exist").waitFor();
  }

  // No page writes while it is only looked at.
  const open = [
    "/",
    "/leads",
    "/leads/call",
    "/leads/new",
    "/orders",
    "/customers",
    "/inventory",
    "/inventory/new",
  ];
  for (const path of [
    ...open,
    "/settings/stores",
    "/settings/stores/deliveries",
    "/settings/calls",
    "/settings/first-steps",
  ]) {
    await go(page, path);
    await banner.waitFor();
    expect(await page.getByText("This page could not be shown").count(), path).toBe(0);
  }

  await go(page, `/leads/${leadId}`);
  await page.getByRole("textbox", { name: "Note" }).fill("Not mine to write");
  await page.getByRole("button", { name: "Add note" }).click();
  await page.getByText("You see Astra as Sara Seller, so nothing can be changed. End that first.").waitFor();
  expect(
    await asOwner("select 1 from crm_lead_events where lead_id = $1 and type = 'note'", [leadId]),
  ).toEqual([]);

  const answers = await page.evaluate(async () => {
    const statusOf = async (path: string, method: string) =>
      (
        await fetch(path, {
          method,
          headers: { "Content-Type": "application/octet-stream" },
          body: method === "GET" ? null : "x",
        })
      ).status;
    return {
      leads: await (await fetch("/leads/export?view=all")).text(),
      photo: await statusOf(`/api/inventory/photo?product=${crypto.randomUUID()}`, "PUT"),
      removal: await statusOf(`/api/inventory/photo?product=${crypto.randomUUID()}`, "DELETE"),
      import: await statusOf("/api/inventory/import", "POST"),
    };
  });
  expect(answers.leads).toContain("Buyer of Sara");
  expect(answers.leads).not.toContain("Buyer of Olga");
  expect(answers).toMatchObject({ photo: 403, removal: 403, import: 403 });

  await banner.getByRole("button", { name: "End" }).click();
  await page.waitForURL("/settings/team");
  await page.getByRole("button", { name: "More about Sara Seller" }).waitFor();
  expect(await banner.count()).toBe(0);
  const entries = await asOwner(
    "select act from audit_entries where workspace_id = $1 and actor_id = $2 order by at, act",
    [workspace.id, admin.userId],
  );
  expect(entries.map(({ act }) => act)).toEqual(["member:viewing-begun", "member:viewing-ended"]);
});

import { beforeAll, describe, expect } from "vitest";
import { test } from "#tests/e2e/visit.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";

let workspace: Workspace;
let admin: Person;
let seller: Person;
let viewer: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Ada Admin");
  seller = await createMember(workspace, "seller", "Sela Seller");
  viewer = await createMember(workspace, "viewer", "Vic Viewer");
  await share("For everyone");
});

async function share(name: string): Promise<void> {
  await insert("saved_views", {
    workspace_id: workspace.id,
    user_id: seller.userId,
    list: "leads",
    name,
    query: "kpi=paid",
    is_shared: true,
  });
}

describe("a saved view", () => {
  test("is updated from the list, and put in order from the sidebar", async ({ visit }) => {
    const page = await visit("/leads?kpi=waiting&source=manual", { as: seller });
    const views = page.getByRole("navigation", { name: "Saved views" });
    const save = async (name: string) => {
      await page.getByRole("button", { name: "Save view" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill(name);
      await dialog.getByRole("button", { name: "Save view" }).click();
      await views.getByRole("link", { name }).waitFor();
    };
    await save("By hand");
    await page.getByRole("button", { name: "Remove filter: Source" }).click();
    await page.getByRole("button", { name: "Update view" }).click();
    await page.getByText("“By hand” shows this from now on").waitFor();
    await page.getByRole("button", { name: "Update view" }).waitFor({ state: "detached" });
    expect(await views.getByRole("link", { name: "By hand" }).getAttribute("href")).toBe(
      "/leads?kpi=waiting",
    );

    await page.getByRole("button", { name: "Actions for the view By hand" }).click();
    await page.getByRole("menuitem", { name: "Move up" }).click();
    const order = () => views.getByRole("link").allTextContents();
    const place = async () => (await order()).findIndex((name) => name.startsWith("By hand"));
    await expect.poll(place, { timeout: 10_000 }).toBe(0);
  });

  test("of a long name is cut short, and its menu stays in the sidebar", async ({ visit }) => {
    await share("A name as long as it may be, so that no sidebar has room for");
    const page = await visit("/leads", { as: admin });
    const views = page.getByRole("navigation", { name: "Saved views" });
    await views.getByRole("link", { name: "A name as long" }).waitFor();
    expect(await views.evaluate((nav) => nav.scrollWidth - nav.clientWidth)).toBe(0);
  });

  test("of a viewer stays private", async ({ visit }) => {
    const page = await visit("/leads?kpi=waiting", { as: viewer });
    await page.getByRole("button", { name: "Save view" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Only mine");
    expect(await dialog.getByRole("checkbox").count()).toBe(0);
    await dialog.getByRole("button", { name: "Save view" }).click();
    await page.getByRole("link", { name: "Only mine" }).waitFor();
    expect(await page.getByRole("link", { name: /Only mine|For everyone/ }).allTextContents()).toEqual([
      "Only mine",
      "For everyone",
    ]);
    await page.getByRole("button", { name: "Actions for the view Only mine" }).click();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    await dialog.getByLabel("Name").fill("Still mine");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.getByRole("link", { name: "Still mine" }).waitFor();
    expect(await page.getByRole("button", { name: /^Actions for the view/ }).count()).toBe(1);
  });

  test("that a colleague shares is deleted by an admin, once the admin has confirmed it", async ({
    visit,
  }) => {
    await share("Old and long and not needed any more by anyone");
    const page = await visit("/leads", { as: admin });
    await page.getByRole("button", { name: "Actions for the view Old and long" }).click();
    await page.getByRole("menuitem", { name: "Delete for everyone" }).click();
    const question = page.getByRole("alertdialog");
    await question.getByText("A colleague shares it.").waitFor();
    await question.getByRole("button", { name: "Delete for everyone" }).click();
    await page.getByRole("link", { name: "Old and long" }).waitFor({ state: "detached" });
    await page.getByText(/^“Old and long.*” is deleted$/).waitFor();
    await question.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "For everyone" }).click();
    await page.waitForURL(/kpi=paid/);
  });
});

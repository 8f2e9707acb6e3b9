import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright";
import { beforeEach, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { test } from "#tests/e2e/visit.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";

let workspace: Workspace;
let seller: Person;

const longName = "Friedrich-Wilhelm Schnatterer-Donaudampfschifffahrtsgesellschaft von und zu Unterdürrbach";

beforeEach(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Ana Seller");
  for (const [index, name] of ["Olga One", longName].entries()) {
    await insert("crm_leads", {
      id: randomUUID(),
      workspace_id: workspace.id,
      user_id: seller.userId,
      name,
      phone: "+40722123456",
      value: 1000 - index,
      source: "manual",
      cod_status: "pending",
      kpi_status: "waiting",
    });
  }
});

/** Waits until an outcome counts: before, it is taken for a double press. */
async function onTheLine(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  await setTimeout(900);
}

test("the desk names its keys and tags the lead without leaving it", async ({ visit }) => {
  const page = await visit("/leads/call", { as: seller });
  await onTheLine(page, "Olga One");
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("Correct name, phone, address").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByText("0 of 2").waitFor();
  await page.keyboard.press("t");
  await page.getByPlaceholder("Find or name a tag").fill("Regular");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Remove the tag Regular" }).waitFor();
  await page.getByRole("heading", { name: "Olga One", level: 1 }).waitFor();
  await expectAccessible(page, "the desk");
});

test("from buyer to buyer the buttons stand still, and the sidebar's count follows", async ({ visit }) => {
  const page = await visit("/leads/call", { as: seller });
  await onTheLine(page, "Olga One");
  const confirm = page.getByRole("button", { name: "Confirmed" }).first();
  const before = await confirm.boundingBox();
  const leads = page.getByRole("link", { name: /^Leads ?\d+$/ });
  await expect.poll(() => leads.textContent()).toBe("Leads2");
  await page.keyboard.press("1");
  await onTheLine(page, longName);
  await expect.poll(() => leads.textContent()).toBe("Leads1");
  expect(await confirm.boundingBox()).toEqual(before);
});

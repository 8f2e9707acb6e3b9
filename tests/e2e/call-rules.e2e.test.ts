import { expect } from "vitest";
import { test } from "#tests/e2e/visit.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";

test("the rule for no answer is an admin's to change, and everybody's to read", async ({ visit }) => {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller", "Ana Seller");
  const admin = await createMember(workspace, "admin", "Ada Admin");
  const page = await visit("/settings/calls", { as: admin });
  await page.getByRole("textbox", { name: "After try 1" }).fill("45");
  await page.getByRole("combobox", { name: "Unit of: After try 1" }).click();
  await page.getByRole("option", { name: "minutes" }).click();
  await page.getByLabel("Put aside after").fill("99");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Enter a number from 1 to 20.").waitFor();
  await page.getByLabel("Put aside after").fill("4");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("The rule is saved").waitFor();
  const own = await visit("/settings/calls", { as: seller });
  await own.getByText("45 minutes").waitFor();
  await own.getByText("4 tries").waitFor();
  expect(await own.getByRole("button", { name: "Save" }).count()).toBe(0);
});

import { beforeAll, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { signIn } from "#tests/e2e/signing-in.ts";
import { go, test } from "#tests/e2e/visit.ts";
import { linkIn, mailsTo } from "#tests/support/kept-mails.ts";
import { createMember, createWorkspace, randomName, type Workspace } from "#tests/support/people.ts";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
});

test("an address is changed by a link to each, and signs in from then on", async ({ visit }) => {
  const person = await createMember(workspace, "seller", "Cora Change");
  const email = `${randomName()}@example.com`;
  const page = await visit("/settings/profile", { as: person });
  await page.getByRole("button", { name: "Change the address" }).click();
  await page.getByLabel("New address").fill(email);
  await page.getByLabel("Your password").fill(person.password);
  await page.getByRole("button", { name: "Send the links" }).click();
  await page.getByText(`${email} is to be your address`).waitFor();
  await expectAccessible(page, "a change that waits");

  const inbox = await visit(await mailedLink(person.email));
  await inbox.getByText(`From then on you sign in with ${email} in place of ${person.email}.`).waitFor();
  await expectAccessible(inbox, "where a link leads");
  await inbox.getByRole("button", { name: "Confirm" }).click();
  await inbox.getByText("Now follow the link in the mail to the other address.").waitFor();
  await go(page, "/settings/profile");
  await page.getByText(`${person.email}: confirmed`).waitFor();

  const other = await visit(await mailedLink(email));
  await other.getByRole("button", { name: "Confirm" }).click();
  await other.getByText(`From now on you sign in with ${email}.`).waitFor();
  await go(page, "/settings/profile");
  expect(await page.getByLabel("E-mail").inputValue()).toBe(email);

  const anew = await visit("/login");
  await signIn(anew, person);
  await anew.getByRole("alert").getByText("E-mail or password is wrong.").waitFor();
  await signIn(anew, { ...person, email });
  await anew.waitForURL("/leads?view=to_call");
});

async function mailedLink(email: string): Promise<string> {
  const [mail] = await mailsTo(email);
  if (!mail) throw new Error(`No mail was sent to ${email}.`);
  return linkIn(mail);
}

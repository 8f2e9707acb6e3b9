import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { signIn } from "#tests/e2e/signing-in.ts";
import { go, phone, reload, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { mailsTo } from "#tests/support/kept-mails.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";

const password = "a long enough password";

let workspace: Workspace;
let admin: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await createMember(workspace, "admin", "Ada Admin");
});

/** Opens the newest mail to an address where mails are kept, and presses its button. */
async function openMail(page: Page, email: string, button: string): Promise<Page> {
  expect(await mailsTo(email)).toHaveLength(1);
  await go(page, "/dev/mails");
  await page.getByRole("navigation", { name: "Mails" }).getByText(email).click();
  await page.waitForURL(/\?mail=/);
  const opened = page.waitForEvent("popup");
  await page.frameLocator("iframe").getByRole("link", { name: button }).click();
  return opened;
}

describe("a mail", () => {
  test("invites somebody, who comes by its link; the team sees what became of it", async ({ visit }) => {
    const email = `${randomName()}@example.com`;
    const page = await visit("/settings/team", { as: admin });
    await page.getByRole("button", { name: "Invite" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
    await dialog.getByRole("textbox", { name: "Name" }).fill("Nina New");
    await dialog.getByRole("button", { name: "Invite" }).click();
    await dialog.getByRole("link", { name: "See them" }).waitFor();
    await dialog.getByRole("button", { name: "Done" }).click();
    const invited = page.getByRole("list", { name: "Invited" });
    await invited.getByText("Mail is kept, not sent").waitFor();

    const mails = await visit("/dev/mails", { viewport: phone });
    const theirs = await openMail(mails, email, "Accept the invitation");
    // What a mail looks like inside its frame is tried by itself: tests/unit/mail/mails.
    await mails.locator("iframe").evaluate((frame) => frame.remove());
    await expectAccessible(mails, "the kept mails");
    await reload(page);
    await invited.getByText("Mail is kept, not sent").waitFor();
    await theirs.getByRole("heading", { name: `Join ${workspace.name}` }).waitFor();
    await theirs.getByLabel("Password", { exact: true }).fill(password);
    await theirs.getByRole("button", { name: "Join" }).click();
    await theirs.waitForURL("/leads?view=to_call");
  });

  test("brings the new link of an invitation, and none once it is withdrawn", async ({ visit }) => {
    const email = `${randomName()}@example.com`;
    await asOwner(
      `insert into invitations (workspace_id, email, name, role, token_hash, invited_by_id)
       values ($1, $2, 'Rita Renewed', 'viewer', $3, $4)`,
      [workspace.id, email, randomName().padEnd(43, "x"), admin.userId],
    );
    const page = await visit("/settings/team", { as: admin });
    const row = page.getByRole("list", { name: "Invited" }).getByRole("listitem").filter({ hasText: email });
    await row.getByRole("button", { name: "New link" }).click();
    await page.getByRole("dialog").getByText("The link for Rita Renewed").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
    await row.getByText("Mail is kept, not sent").waitFor();
    await row.getByRole("button", { name: "Withdraw" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("The invitation of Rita Renewed is withdrawn.").waitFor();
    expect(await mailsTo(email)).toEqual([]);
  });

  test("brings a link to a new password", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Flo Forgetful");
    const page = await visit("/forgot-password");
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByRole("button", { name: "Send link" }).click();
    await page.getByRole("heading", { name: "No mail leaves this Astra" }).waitFor();
    const theirs = await openMail(page, person.email, "Set a new password");
    await theirs.getByRole("button", { name: "Continue" }).click();
    await theirs.getByLabel("New password").fill(password);
    await theirs.getByRole("button", { name: "Save password" }).click();
    await theirs.waitForURL("/leads?view=to_call");
    const elsewhere = await visit("/login");
    await signIn(elsewhere, { ...person, password });
    await elsewhere.waitForURL("/leads?view=to_call");
  });
});

test("the daily summary is chosen in the profile, and given up by the link of one, signed in or not", async ({
  visit,
}) => {
  const person = await createMember(workspace, "seller", "Sam Seller");
  const page = await visit("/settings/profile", { as: person });
  await page.getByRole("combobox", { name: "Every day at" }).click();
  await page.getByRole("option", { name: "07:00" }).click();
  await page.getByText("The summary comes every day from now on.").waitFor();
  const hours = () =>
    asOwner("select summary_mail_hour as hour from user_settings where user_id = $1", [person.userId]);
  expect(await hours()).toEqual([{ hour: 7 }]);

  const { unsubscribeToken } = await import("#lib/summary/unsubscribe.ts");
  const stranger = await visit(`/api/unsubscribe?token=${unsubscribeToken(person.userId)}`);
  await stranger.getByRole("heading", { name: "No more summaries?" }).waitFor();
  expect(await hours()).toEqual([{ hour: 7 }]);
  await expectAccessible(stranger, "the question whether to do without");
  await stranger.getByRole("button", { name: "No more summaries by mail" }).click();
  await stranger.getByRole("heading", { name: "No more summaries", exact: true }).waitFor();
  expect(await hours()).toEqual([{ hour: null }]);
});

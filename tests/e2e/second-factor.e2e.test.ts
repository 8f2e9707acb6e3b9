import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { codeOf } from "#scripts/stack/totp.ts";
import { expectAccessible } from "#tests/e2e/accessible.ts";
import { pathOf, signIn } from "#tests/e2e/signing-in.ts";
import { go, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { linkIn, mailsTo } from "#tests/support/kept-mails.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
});

/** Goes from the page that sets it up to the recovery codes; answers the key and the codes. */
async function setUp(page: Page, { password }: Person): Promise<{ secret: string; codes: string[] }> {
  await page.getByLabel("Present password").fill("not the password");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByText("This is not your password.").waitFor();
  await page.getByLabel("Present password").fill(password);
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("img", { name: "QR code for your app" }).waitFor();
  const secret = ((await page.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await expectAccessible(page, "the picture for the app");
  await page.getByLabel("6-digit code of the app").fill("12");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("Enter the 6 digits that your app shows.").waitFor();
  // The code of the step before, so that the present one is left for the sign-in.
  await page.getByLabel("6-digit code of the app").fill(codeOf(secret, Date.now() - 30_000));
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("Keep your recovery codes").waitFor();
  const codes = await page
    .getByRole("list", { name: "Recovery codes" })
    .getByRole("listitem")
    .allInnerTexts();
  await expectAccessible(page, "the recovery codes");
  return { secret, codes };
}

describe("two-step sign-in", () => {
  test("is set up, asks for a code at the next sign-in, and lets in who lost the phone by a recovery code", async ({
    visit,
  }) => {
    const person = await createMember(workspace, "seller", "Tina Twofold");
    const page = await visit("/login");
    await signIn(page, person);
    await page.waitForURL("/leads?view=to_call");
    await go(page, "/settings/profile");
    await page.getByRole("link", { name: "Set up" }).click();
    await page.waitForURL("/two-factor");
    const { secret, codes } = await setUp(page, person);
    expect(codes).toHaveLength(10);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a file" }).click();
    expect((await download).suggestedFilename()).toBe("astra-recovery-codes.txt");
    await page.getByRole("link", { name: "I have kept them" }).click();
    await page.waitForURL("/leads?view=to_call");

    await page.getByRole("button", { name: "Tina Twofold" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL("/login");
    await signIn(page, person);
    await page.waitForURL("/login/code?**");
    await expectAccessible(page, "the code at the sign-in");
    await page.getByLabel("6-digit code").fill("000000");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("This code is not right.").waitFor();
    await page.getByLabel("6-digit code").fill(codeOf(secret));
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL("/leads?view=to_call");

    const elsewhere = await visit("/login");
    await signIn(elsewhere, person);
    await elsewhere.waitForURL("/login/code?**");
    await elsewhere.getByRole("link", { name: "Use a recovery code" }).click();
    await elsewhere.getByLabel("Recovery code").fill((codes[0] ?? "").toUpperCase());
    await elsewhere.getByText("Ask an admin of your workspace").waitFor();
    await expectAccessible(elsewhere, "a recovery code at the sign-in");
    await elsewhere.getByRole("button", { name: "Continue" }).click();
    await elsewhere.waitForURL("/leads?view=to_call");
    await go(elsewhere, "/settings/profile");
    await elsewhere.getByText("9 recovery codes are left.").waitFor();
    await elsewhere.getByRole("button", { name: "Turn off" }).click();
    await elsewhere.getByLabel("Your password, or a code of your app").fill("not the password");
    await elsewhere.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
    await elsewhere.getByText("This is not your password.").waitFor();
    await elsewhere.getByLabel("Your password, or a code of your app").fill(person.password);
    await elsewhere.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
    await elsewhere.getByText("Two-step sign-in is off.").waitFor();
  });

  test("gives new recovery codes for the password, which end the old ones", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Nora Newcodes");
    const page = await visit("/two-factor", { as: person });
    const { codes } = await setUp(page, person);
    await go(page, "/settings/profile");
    await page.getByText("10 recovery codes are left.").waitFor();
    await page.getByRole("button", { name: "New recovery codes" }).click();
    await page.getByLabel("Your password, or a code of your app").fill(person.password);
    await page.getByRole("button", { name: "Make new codes" }).click();
    const list = page.getByRole("list", { name: "Recovery codes" });
    await list.waitFor();
    const fresh = await list.getByRole("listitem").allInnerTexts();
    expect(fresh.filter((code) => codes.includes(code))).toEqual([]);
    await page.getByRole("button", { name: "I have kept them" }).click();
    await list.waitFor({ state: "hidden" });
  });
});

test("whoever forgot the password gives a code before another is set", async ({ visit }) => {
  const person = await createMember(workspace, "seller", "Flo Forgetful");
  const { secret } = await setUp(await visit("/two-factor", { as: person }), person);
  const page = await visit("/forgot-password");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("button", { name: "Send link" }).click();
  await page.getByText(`If ${person.email} has an account`).waitFor();
  const [mail] = await mailsTo(person.email);
  await go(page, mail ? linkIn(mail) : "/");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("/login/code?**");
  await go(page, "/new-password");
  expect(pathOf(page)).toBe("/login/code");
  await go(page, "/login/code?next=/new-password");
  await page.getByLabel("6-digit code").fill(codeOf(secret));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("/new-password");
  await page.getByLabel("New password").fill("a long new sentence");
  await page.getByRole("button", { name: "Save password" }).click();
  await page.waitForURL("/leads?view=to_call");
});

describe("required for admins", () => {
  test("is turned on by an admin who has it, and leads the others to set it up where they are signed in", async ({
    visit,
  }) => {
    const strict = await createWorkspace();
    const boss = await createMember(strict, "admin", "Bea Boss");
    const other = await createMember(strict, "admin", "Otto Other");
    const seller = await createMember(strict, "seller", "Sam Seller");
    const open = await visit("/settings/team", { as: other });
    const leads = await visit("/leads", { as: seller });

    const page = await visit("/settings/team", { as: boss });
    expect(await page.getByRole("button", { name: "Require it" }).count()).toBe(0);
    await page.getByRole("link", { name: "Set up mine" }).click();
    await page.waitForURL("/two-factor");
    await setUp(page, boss);
    await go(page, "/settings/team");
    await page.getByRole("button", { name: "Require it" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Require it" }).click();
    await page.getByText("Admins have to sign in with a code now.").waitFor();
    await page.getByText("Two-step sign-in: on").waitFor({ state: "attached" });
    expect(
      await asOwner("select second_factor_for_admins as is_on from workspaces where id = $1", [strict.id]),
    ).toEqual([{ is_on: true }]);

    await open.getByRole("link", { name: "Profile" }).first().click();
    await open.waitForURL("/two-factor");
    await open.getByText(`${strict.name} wants its admins to sign in with a code.`).waitFor();
    await go(open, "/leads");
    expect(pathOf(open)).toBe("/two-factor");
    await setUp(open, other);
    await open.getByRole("link", { name: "I have kept them" }).click();
    await open.waitForURL("/dashboard");

    await go(page, "/settings/team");
    await page.getByRole("button", { name: "More about Otto Other" }).click();
    await page.getByRole("menuitem", { name: "Turn off two-step sign-in" }).click();
    const question = page.getByRole("dialog", { name: "Turn off two-step sign-in of Otto Other?" });
    await expectAccessible(page, "the question whether to turn off a member's second factor");
    await question.getByLabel("Your password, or a code of your app").fill(boss.password);
    await question.getByRole("button", { name: "Turn it off" }).click();
    await page.getByText("Otto Other signs in with the password alone now.").waitFor();
    await go(open, "/leads");
    expect(pathOf(open)).toBe("/login");
    await signIn(open, other);
    await open.waitForURL("/two-factor");

    await go(leads, "/leads");
    expect(pathOf(leads)).toBe("/leads");
  });
});

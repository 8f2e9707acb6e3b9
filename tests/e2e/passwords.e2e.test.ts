import type { Page } from "playwright";
import { beforeAll, describe, expect } from "vitest";
import { pathOf, signIn } from "#tests/e2e/signing-in.ts";
import { go, reload, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import { linkIn, mailsTo } from "#tests/support/kept-mails.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  type Person,
  randomName,
  sessionCookies,
  type Workspace,
} from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";

const password = "a short sentence is good";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
});

describe("a forgotten password", () => {
  test("is replaced through the link in a mail, which works once", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Flo Forgetful");
    const page = await visit("/login");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await askForLink(page, person.email);

    const link = await mailedLink(person.email);
    await follow(page, link);
    await setPassword(page, { password: "too short" });
    await page.getByText("Use at least 10 characters.").waitFor();
    await setPassword(page, { password });
    await page.waitForURL("/leads?view=to_call");

    const elsewhere = await visit("/login");
    await signIn(elsewhere, person);
    await elsewhere.getByRole("alert").getByText("E-mail or password is wrong.").waitFor();
    await signIn(elsewhere, { ...person, password });
    await elsewhere.waitForURL("/leads?view=to_call");

    const late = await visit(link);
    await late.getByRole("alert").getByText("This link has expired. Ask for a new one.").waitFor();
    expect(pathOf(late)).toBe("/login");
  });

  test("has a link that scanners may open: it names the account and waits for the person", async ({
    visit,
  }) => {
    const person = await createMember(workspace, "seller", "Mia Mailed");
    const page = await visit("/forgot-password");
    await askForLink(page, person.email);
    const link = await mailedLink(person.email);
    for (const method of ["HEAD", "GET", "GET"]) {
      const { status, headers } = await rawRequest(link, { method });
      expect(status).toBe(200);
      expect(headers["set-cookie"]).toBeUndefined();
    }
    await go(page, link);
    await page.getByText(`This link signs you in as ${person.email}`).waitFor();
    await reload(page);
    await follow(page, link);
    await page.getByText(`For ${person.email}.`).waitFor();
  });

  test("says whose account a link is for also to somebody who is signed in as another", async ({ visit }) => {
    const [person, other] = [
      await createMember(workspace, "seller", "Una Unaware"),
      await createMember(workspace, "seller", "Otto Other"),
    ];
    const stranger = await visit("/forgot-password");
    await askForLink(stranger, other.email);
    const page = await visit(await mailedLink(other.email), { as: person });
    await page.getByText(`This link signs you in as ${other.email}`).waitFor();
    await go(page, "/leads");
    await page.getByRole("button", { name: "Una Unaware" }).waitFor();
  });

  test("is not replaced through a link that is older than an hour", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Sue Slow");
    const page = await visit("/forgot-password");
    await askForLink(page, person.email);
    await asOwner("update auth.users set recovery_sent_at = now() - interval '61 minutes' where id = $1", [
      person.userId,
    ]);
    await go(page, await mailedLink(person.email));
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("alert").getByText("This link has expired. Ask for a new one.").waitFor();
    await go(page, "/leads");
    expect(pathOf(page)).toBe("/login");
  });

  test("of an unknown account gets the same answer in the same time, and no mail", async ({ visit }) => {
    const [known, unknown] = [(await createMember(workspace, "seller")).email, `${randomName()}@example.com`];
    const page = await visit("/forgot-password");
    const times: number[] = [];
    for (const email of [known, unknown]) {
      await go(page, "/forgot-password");
      const startedAt = performance.now();
      await askForLink(page, email);
      times.push(performance.now() - startedAt);
      await page.getByText(`If ${email} has an account`).waitFor();
    }
    expect(Math.min(...times)).toBeGreaterThan(1_000);
    expect(await mailsTo(known)).toHaveLength(1);
    expect(await mailsTo(unknown)).toEqual([]);
  });
});

describe("a new password", () => {
  test("can't be set by a stranger", async ({ visit }) => {
    const page = await visit("/new-password");
    expect(pathOf(page)).toBe("/login");
  });

  test("asks for the present one, and ends all other sessions", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Cora Careful");
    const elsewhere = await visit("/leads", { as: person });
    const page = await visit("/login");
    await signIn(page, person);
    await page.waitForURL("/leads?view=to_call");

    await page.getByRole("button", { name: "Cora Careful" }).click();
    await page.getByRole("menuitem", { name: "Profile" }).click();
    await page.getByRole("link", { name: "Change password" }).click();
    await page.waitForURL("/new-password");
    await page.getByText(`For ${person.email}.`).waitFor();
    await setPassword(page, { present: "", password });
    await page.getByText("Enter your present password.").waitFor();
    await setPassword(page, { present: "not the present one", password });
    await page.getByText("This is not your present password.").waitFor();
    await setPassword(page, { present: person.password, password });
    await page.waitForURL("/leads?view=to_call");
    await page.getByRole("button", { name: "Cora Careful" }).waitFor();

    await elsewhere.getByRole("link", { name: "Orders", exact: true }).click();
    await elsewhere.getByRole("heading", { name: "Sign in" }).waitFor();
    await signIn(elsewhere, { ...person, password });
    await elsewhere.getByRole("button", { name: "Cora Careful" }).waitFor();
    await reload(page);
    await page.getByRole("button", { name: "Cora Careful" }).waitFor();
    expect(await sessionsOf(person)).toBe(2);
  });

  test("asks for the present one again some minutes after a link was followed", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Lou Later");
    const page = await visit("/forgot-password");
    await askForLink(page, person.email);
    await follow(page, await mailedLink(person.email));
    expect(await page.getByLabel("Present password").count()).toBe(0);
    const [marker] = (await page.context().cookies()).filter(({ name }) => name === "astra-recovery");
    expect(marker?.httpOnly).toBe(true);
    expect((marker?.expires ?? 0) - Date.now() / 1_000).toBeLessThanOrEqual(15 * 60);
    await page.context().clearCookies({ name: "astra-recovery" });
    await reload(page);
    await page.getByLabel("Present password").waitFor();
    // Neither does what another session was given serve, nor one's own word.
    const [, signature] = marker?.value.split(".") ?? [];
    for (const value of [`${Date.now() + 60_000}.${signature}`, `${Date.now() + 60_000}.`, "x"]) {
      await page.context().addCookies([{ name: "astra-recovery", value, url: ownAstra().appUrl }]);
      await reload(page);
      await page.getByLabel("Present password").waitFor();
    }
    const other = await createMember(workspace, "seller", "Another Person");
    const cookie = `${await sessionCookies(other)}; astra-recovery=${marker?.value}`;
    const { text } = await rawRequest(`${ownAstra().appUrl}/new-password`, { headers: { cookie } });
    expect(text).toContain("Present password");
  });
});

async function askForLink(page: Page, email: string): Promise<void> {
  await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
  await page.getByRole("heading", { name: "No mail leaves this Astra" }).waitFor();
}

async function follow(page: Page, link: string): Promise<void> {
  await go(page, link);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("/new-password");
}

async function setPassword(page: Page, passwords: { present?: string; password: string }): Promise<void> {
  if (passwords.present !== undefined) await page.getByLabel("Present password").fill(passwords.present);
  await page.getByLabel("New password").fill(passwords.password);
  await page.getByRole("button", { name: "Save password" }).click();
}

async function sessionsOf({ userId }: Person): Promise<unknown> {
  const [row] = await asOwner("select count(*)::int as count from auth.sessions where user_id = $1", [
    userId,
  ]);
  return row?.count;
}

async function mailedLink(email: string): Promise<string> {
  const [mail, ...others] = await mailsTo(email);
  expect(others).toEqual([]);
  if (!mail) throw new Error(`No mail was sent to ${email}.`);
  return linkIn(mail);
}

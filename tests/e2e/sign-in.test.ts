import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject } from "vitest";
import { signedInPages } from "#tests/e2e/pages.ts";
import { go, test } from "#tests/e2e/visit.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  deactivate,
  type Person,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";

let workspace: Workspace;
let seller: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
});

test("a seller signs in and lands on the leads", async ({ visit }) => {
  const page = await visit("/");
  expect(pathOf(page)).toBe("/login");
  await signIn(page, seller);
  await page.getByRole("heading", { name: "Leads", level: 1 }).waitFor();
  expect(pathOf(page)).toBe("/leads");
});

test("a wrong password is said, and the e-mail stays", async ({ visit }) => {
  const page = await visit("/login");
  await signIn(page, { ...seller, password: "not the password" });
  await page.getByRole("alert").getByText("E-mail or password is wrong.").waitFor();
  expect(await page.getByLabel("E-mail").inputValue()).toBe(seller.email);
  await signIn(page, seller);
  await page.waitForURL("/leads");
});

test("empty fields are named before anything is sent", async ({ visit }) => {
  const page = await visit("/login");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Enter an e-mail address, such as name@company.com.").waitFor();
  await page.getByText("Enter your password.").waitFor();
});

describe("after signing in", () => {
  test("the page that was wanted opens", async ({ visit }) => {
    const page = await visit("/settings/telegram");
    expect(pathOf(page)).toBe("/login");
    await signIn(page, seller);
    await page.getByRole("heading", { name: "Telegram", level: 1 }).waitFor();
    expect(pathOf(page)).toBe("/settings/telegram");
  });

  test.for(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)"])(
    "an address that leads elsewhere leads home: %s",
    async (next, { visit }) => {
      const page = await visit(`/login?next=${encodeURIComponent(next)}`);
      await signIn(page, seller);
      await page.waitForURL("/leads");
    },
  );
});

test.for(signedInPages())("a stranger who opens %s is sent to sign in", async (path, { visit }) => {
  const page = await visit(path);
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(pathOf(page)).toBe("/login");
});

test("signing out ends the session", async ({ visit }) => {
  const leaver = await createMember(workspace, "seller", "Lea Leaver");
  const page = await visit("/leads", { as: leaver });
  await page.getByRole("button", { name: "Lea Leaver" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("/login");
  await go(page, "/leads");
  expect(pathOf(page)).toBe("/login");
});

describe("a deactivated member", () => {
  test("is shut out at the next click, and told why", async ({ visit }) => {
    const former = await createMember(workspace, "seller", "Fee Former");
    const page = await visit("/leads", { as: former });
    await deactivate(workspace, former);
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("alert").getByText("Your account is not active. Ask your admin.").waitFor();
    expect(pathOf(page)).toBe("/login");
    await go(page, "/leads");
    expect(pathOf(page)).toBe("/login");
  });

  test("can't sign in", async ({ visit }) => {
    const former = await createMember(workspace, "seller", "Fay Former");
    await deactivate(workspace, former);
    const page = await visit("/login");
    await signIn(page, former);
    await page.getByRole("alert").getByText("Your account is not active. Ask your admin.").waitFor();
    await go(page, "/leads");
    expect(pathOf(page)).toBe("/login");
  });
});

describe("a forgotten password", () => {
  test("is replaced through the link in a mail, which works once", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Flo Forgetful");
    const password = "a short sentence is good";
    const page = await visit("/login");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await page.getByRole("heading", { name: "Forgot your password?" }).waitFor();
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByRole("button", { name: "Send link" }).click();
    await page.getByRole("heading", { name: "Check your inbox" }).waitFor();

    const link = await mailedLink(person.email);
    await go(page, link);
    await page.getByLabel("New password").fill("too short");
    await page.getByRole("button", { name: "Save password" }).click();
    await page.getByText("Use at least 10 characters.").waitFor();
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Save password" }).click();
    await page.waitForURL("/leads");

    const elsewhere = await visit("/login");
    await signIn(elsewhere, person);
    await elsewhere.getByRole("alert").getByText("E-mail or password is wrong.").waitFor();
    await signIn(elsewhere, { ...person, password });
    await elsewhere.waitForURL("/leads");

    const late = await visit(link);
    await late.getByRole("alert").getByText("This link has expired. Ask for a new one.").waitFor();
    expect(pathOf(late)).toBe("/login");
  });

  test("is not replaced through a link that is older than an hour", async ({ visit }) => {
    const person = await createMember(workspace, "seller", "Sue Slow");
    const page = await visit("/forgot-password");
    await page.getByLabel("E-mail").fill(person.email);
    await page.getByRole("button", { name: "Send link" }).click();
    await page.getByRole("heading", { name: "Check your inbox" }).waitFor();
    await asOwner("update auth.users set recovery_sent_at = now() - interval '61 minutes' where id = $1", [
      person.userId,
    ]);
    await go(page, await mailedLink(person.email));
    await page.getByRole("alert").getByText("This link has expired. Ask for a new one.").waitFor();
    await go(page, "/leads");
    expect(pathOf(page)).toBe("/login");
  });

  test("of an unknown account gets the same answer, and no mail", async ({ visit }) => {
    const email = `${randomName()}@example.com`;
    const page = await visit("/forgot-password");
    await page.getByLabel("E-mail").fill(email);
    await page.getByRole("button", { name: "Send link" }).click();
    await page.getByRole("heading", { name: "Check your inbox" }).waitFor();
    await page.getByText(`If ${email} has an account`).waitFor();
    expect(await mailsTo(email)).toEqual([]);
  });

  test("can't be set without a link", async ({ visit }) => {
    const page = await visit("/new-password");
    await page.getByLabel("New password").fill("a short sentence is good");
    await page.getByRole("button", { name: "Save password" }).click();
    await page.getByRole("alert").getByText("This link has expired. Ask for a new one.").waitFor();
  });
});

test("after too many wrong passwords even the right one has to wait", async ({ visit }) => {
  const target = await createMember(workspace, "seller", "Tara Target");
  const page = await visit("/login");
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await signIn(page, { ...target, password: `guess number ${attempt}` });
    await page.getByRole("alert").getByText("E-mail or password is wrong.").waitFor();
  }
  await signIn(page, target);
  await page.getByRole("alert").getByText("Too many attempts. Try again in 15 minutes.").waitFor();
});

async function signIn(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  const button = page.getByRole("button", { name: "Sign in" });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  await answered;
}

function pathOf(page: Page): string {
  return new URL(page.url()).pathname;
}

interface Mail {
  to: string;
  link: string;
}

async function mailsTo(email: string): Promise<Mail[]> {
  const file = join(inject("dataDir"), "mails.jsonl");
  // The file is made with the first mail.
  await appendFile(file, "");
  const lines = (await readFile(file, "utf8")).split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Mail).filter(({ to }) => to === email);
}

async function mailedLink(email: string): Promise<string> {
  const [mail, ...others] = await mailsTo(email);
  expect(others).toEqual([]);
  if (!mail) throw new Error(`No mail was sent to ${email}.`);
  return mail.link;
}

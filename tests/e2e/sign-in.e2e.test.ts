import { join } from "node:path";
import { beforeAll, describe, expect } from "vitest";
import { pathOf, signIn } from "#tests/e2e/signing-in.ts";
import { go, test } from "#tests/e2e/visit.ts";
import { holdPort } from "#tests/support/held-port.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  deactivate,
  type Person,
  type Workspace,
} from "#tests/support/people.ts";
import { startTestApp } from "#tests/support/test-app.ts";
import { appEnvironment } from "#tests/support/test-process.ts";

let workspace: Workspace;
let seller: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  seller = await createMember(workspace, "seller", "Sela Seller");
});

test("an admin lands where the business is seen whole", async ({ visit }) => {
  const admin = await createMember(workspace, "admin", "Abe Admin");
  const page = await visit("/login");
  await signIn(page, admin);
  await page.getByRole("heading", { name: /^Good .*, Abe$/, level: 1 }).waitFor();
  expect(pathOf(page)).toBe("/dashboard");
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
  await page.waitForURL("/leads?view=to_call");
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

  test.for(["//evil.example", "javascript:alert(1)"])(
    "an address that leads elsewhere leads home: %s",
    async (next, { visit }) => {
      const page = await visit(`/login?next=${encodeURIComponent(next)}`);
      await signIn(page, seller);
      await page.waitForURL("/leads?view=to_call");
    },
  );
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

test("after too many wrong passwords even the right one has to wait, but not elsewhere", async ({
  visit,
}) => {
  const target = await createMember(workspace, "seller", "Tara Target");
  // What stands left of the last address is the guesser's own invention.
  const page = await visit("/login", {
    extraHTTPHeaders: { "x-forwarded-for": "198.51.100.9, 203.0.113.1" },
  });
  for (let attempt = 1; attempt <= 8; attempt += 1) {
    await signIn(page, { ...target, password: `guess number ${attempt}` });
    await page.getByRole("alert").getByText("E-mail or password is wrong.").waitFor();
  }
  await signIn(page, target);
  await page.getByRole("alert").getByText("Too many attempts. Try again in 15 minutes.").waitFor();
  await page.setExtraHTTPHeaders({ "x-forwarded-for": "198.51.100.10, 203.0.113.1" });
  await signIn(page, target);
  await page.getByRole("alert").getByText("Too many attempts. Try again in 15 minutes.").waitFor();

  const elsewhere = await visit("/login", { extraHTTPHeaders: { "x-forwarded-for": "203.0.113.2" } });
  await signIn(elsewhere, target);
  await elsewhere.waitForURL("/leads?view=to_call");
});

test("where no proxy stands, nobody gets new guesses by inventing another address", async ({ visit }) => {
  const target = await createMember(workspace, "seller", "Nora Near");
  const port = await holdPort();
  const app = await startTestApp({
    port,
    env: appEnvironment({
      ...ownAstra().env,
      APP_URL: `http://127.0.0.1:${port}`,
      TRUSTED_PROXIES: "0",
    }),
    logFile: join(ownAstra().dataDir, "no-proxy.log"),
  });
  // The pages are of another address than the one that the other tests visit.
  const page = await visit("/login", { expected: /^left for / });
  await go(page, `${app.url}/login`);
  for (let attempt = 1; attempt <= 9; attempt += 1) {
    const invented = `203.0.113.${attempt}`;
    await page.setExtraHTTPHeaders({ "x-forwarded-for": invented, "x-astra-peer": invented });
    await signIn(page, { ...target, password: `guess number ${attempt}` });
  }
  await page.getByRole("alert").getByText("Too many attempts. Try again in 15 minutes.").waitFor();
  await app.stop();
});

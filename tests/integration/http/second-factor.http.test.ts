import { beforeAll, describe, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import {
  createMember,
  createWorkspace,
  giveSecondFactor,
  type Person,
  sessionCookies,
  type Workspace,
} from "#tests/support/people.ts";
import { rawRequest } from "#tests/support/request.ts";

let workspace: Workspace;
let person: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
  person = await createMember(workspace, "admin", "Sue Sure");
  await giveSecondFactor(person);
});

const open = (path: string, cookie: string) =>
  rawRequest(`${ownAstra().appUrl}${path}`, { headers: { cookie } });

const pages = [
  "/",
  "/leads",
  "/orders",
  "/customers",
  "/inventory",
  "/settings/profile",
  "/settings/team",
  "/new-password",
];
const routes = ["/leads/export", "/orders/export", `/api/profile/photo?person=${crypto.randomUUID()}`];

describe("a session that gave a password alone, of an account with a second factor", () => {
  test.for(pages)("is led from %s to where the code is given, and shown nothing", async (path) => {
    const { status, headers, text } = await open(path, await sessionCookies(person));
    const target = status === 200 ? text : headers.location;
    expect(target).toContain("/login/code");
    expect(text).not.toContain(workspace.name);
  });

  test.for(routes)("is refused %s", async (path) => {
    expect((await open(path, await sessionCookies(person))).status).toBe(401);
  });

  test("is asked for the code under its own address", async () => {
    const { status, text } = await open("/login/code", await sessionCookies(person));
    expect(status).toBe(200);
    expect(text).toContain(person.email);
  });
});

test("a session that gave a code opens the page", async () => {
  const { status, text } = await open("/settings/team", await sessionCookies(person, "aal2"));
  expect(status).toBe(200);
  expect(text).toContain(workspace.name);
});

describe("an admin without a second factor, where the workspace wants one", () => {
  let admin: Person;

  beforeAll(async () => {
    const strict = await createWorkspace();
    admin = await createMember(strict, "admin");
    await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [strict.id]);
  });

  test.for(pages)("is led from %s to where it is set up", async (path) => {
    const { status, headers, text } = await open(path, await sessionCookies(admin));
    expect(status === 200 ? text : headers.location).toContain("/two-factor");
  });

  test.for(routes)("is refused %s", async (path) => {
    expect((await open(path, await sessionCookies(admin))).status).toBe(401);
  });
});

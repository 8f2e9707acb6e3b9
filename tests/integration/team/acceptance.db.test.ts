import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { loadSession } from "#lib/base/auth/session.ts";
import { acceptInvitation, findInvitation } from "#lib/team/acceptance.ts";
import { invite } from "#lib/team/invitations.ts";
import { listMembers, listWorkspaces } from "#lib/team/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import {
  createAccount,
  createMember,
  createWorkspace,
  deactivate,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

/** The cookies of the browser that takes an invitation up. */
const jar = new Map<string, string>();

vi.mock("next/headers", () => ({
  cookies: async () => ({
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
    delete: (name: string) => jar.delete(name),
  }),
  headers: async () => new Headers(),
}));

const password = "a long enough password";
let workspace: Workspace;
let admin: Member;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ada Admin");
});
beforeEach(() => jar.clear());

async function tokenFor(email: string, role: "admin" | "seller" = "seller"): Promise<string> {
  const { link } = await invite(admin, { email, name: "Nina New", role });
  return new URL(link).searchParams.get("token") ?? "";
}

/** From an address where nobody has tried anything yet. */
function accept(token: string, changes: { name?: string; password?: string } = {}) {
  return acceptInvitation({ token, name: "Nina Nova", password, ...changes }, `address ${randomName()}`);
}

async function membershipsOf(email: string) {
  return asOwner(
    `select member.role, member.is_active as "isActive", person.name, person.timezone from memberships member
     join users person on person.id = member.user_id
     where person.email = $1 and member.workspace_id = $2`,
    [email, workspace.id],
  );
}

describe("who has no account", () => {
  test("sets name and password, is a member with the role that the admin chose, and is signed in", async () => {
    const email = `${randomName()}@example.com`;
    expect(await accept(await tokenFor(email))).toMatchObject({ workspaceId: workspace.id, role: "seller" });
    expect(await membershipsOf(email)).toEqual([
      { role: "seller", isActive: true, name: "Nina Nova", timezone: "UTC" },
    ]);
    expect([...jar.keys()].some((name) => name.startsWith("sb-"))).toBe(true);
    expect((await listMembers(admin)).map((member) => member.email)).toContain(email);
  });

  test("uses the link up by it", async () => {
    const email = `${randomName()}@example.com`;
    const token = await tokenFor(email);
    await accept(token);
    expect(await findInvitation(token)).toBeNull();
    await expect(accept(token)).rejects.toThrow("invitationGone");
  });

  test("is one member, however often the button is pressed at once", async () => {
    const email = `${randomName()}@example.com`;
    const token = await tokenFor(email);
    const all = await Promise.allSettled([accept(token), accept(token), accept(token)]);
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await membershipsOf(email)).toHaveLength(1);
    expect(await asOwner("select from auth.users where email = $1", [email])).toHaveLength(1);
  });

  test("leaves no account behind when the link was withdrawn at that moment", async () => {
    const email = `${randomName()}@example.com`;
    const token = await tokenFor(email);
    await asOwner("delete from invitations where email = $1", [email]);
    await expect(accept(token)).rejects.toThrow("invitationGone");
    expect(await asOwner("select from auth.users where email = $1", [email])).toEqual([]);
  });
});

describe("who has an account in another workspace", () => {
  test("proves it by its password, and keeps name, password and the other membership", async () => {
    const elsewhere = await createWorkspace();
    const person = await createMember(elsewhere, "viewer", "Vera Viewer");
    const token = await tokenFor(person.email);
    await expect(accept(token)).rejects.toThrow("accountPasswordWrong");
    expect(await membershipsOf(person.email)).toEqual([]);
    expect(await findInvitation(token)).not.toBeNull();

    await accept(token, { password: person.password });
    expect(await membershipsOf(person.email)).toEqual([
      { role: "seller", isActive: true, name: "Vera Viewer", timezone: "UTC" },
    ]);
    const session = await loadSession(person.userId);
    expect(session).toMatchObject({ role: "viewer", workspace: { id: elsewhere.id } });
    expect(session && (await listWorkspaces(session)).map(({ id }) => id).sort()).toEqual(
      [elsewhere.id, workspace.id].sort(),
    );
  });

  test("comes in although shut out there", async () => {
    const elsewhere = await createWorkspace();
    await createMember(elsewhere, "admin");
    const person = await createMember(elsewhere, "seller");
    await deactivate(elsewhere, person);
    await accept(await tokenFor(person.email), { password: person.password });
    expect(await loadSession(person.userId)).toMatchObject({ workspace: { id: workspace.id } });
  });

  test("guesses no password by it: the attempts are those of the sign-in", async () => {
    const person = await createAccount();
    const token = await tokenFor(person.email);
    const address = `address ${randomName()}`;
    const guess = () => acceptInvitation({ token, name: "Nina", password }, address);
    for (let time = 0; time < 8; time += 1) await expect(guess()).rejects.toThrow("accountPasswordWrong");
    await expect(guess()).rejects.toThrow("tooManyAttempts");
  });
});

test("nobody who was shut out gets in again by an older invitation", async () => {
  const person = await createAccount();
  const token = await tokenFor(person.email, "admin");
  await asOwner(
    "insert into memberships (workspace_id, user_id, role, is_active) values ($1, $2, 'seller', false)",
    [workspace.id, person.userId],
  );
  await expect(accept(token, { password: person.password })).rejects.toThrow("invitationGone");
  expect(await membershipsOf(person.email)).toMatchObject([{ role: "seller", isActive: false }]);
});

import { hash } from "bcryptjs";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { perAccount, perAddress, spend } from "#lib/base/auth/limits.ts";
import { loadSession } from "#lib/base/auth/session.ts";
import { signIn as signInHere } from "#lib/base/auth/sign-in.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { acceptInvitation, findInvitation } from "#lib/team/acceptance.ts";
import { invite, listInvitations, renewInvitation } from "#lib/team/invitations.ts";
import { listMembers, listWorkspaces } from "#lib/team/queries.ts";
import { acceptanceSchema } from "#lib/team/schema.ts";
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

vi.mock("#lib/base/auth/sign-in.ts", async (load) => {
  const { signIn: signInAsEver, ...rest } = await load<typeof import("#lib/base/auth/sign-in.ts")>();
  return { ...rest, signIn: vi.fn(signInAsEver) };
});

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

describe("a password", () => {
  test("of an account is any that the sign-in takes", async () => {
    const token = await tokenFor(`${randomName()}@example.com`);
    const parsed = (secret: string) =>
      acceptanceSchema.safeParse({ token, name: "Nina", password: secret }).success;
    expect([parsed(""), parsed("short"), parsed("x".repeat(200)), parsed("x".repeat(201))]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("of an account that is shorter than a new one may be opens it", async () => {
    const person = await createAccount();
    await asOwner("update auth.users set encrypted_password = $2 where id = $1", [
      person.userId,
      await hash("short", 4),
    ]);
    await accept(await tokenFor(person.email), { password: "short" });
    expect(await membershipsOf(person.email)).toHaveLength(1);
  });

  test.each(["short", "ț".repeat(37)])(
    "that no new account may have (%s) is refused alike whether or not there is an account",
    async (unfit) => {
      const person = await createAccount();
      const email = `${randomName()}@example.com`;
      for (const address of [person.email, email])
        await expect(accept(await tokenFor(address), { password: unfit })).rejects.toMatchObject({
          key: "joinPasswordUnfit",
          field: "password",
        });
      expect(await asOwner("select from auth.users where email = $1", [email])).toEqual([]);
    },
  );
});

describe("an invitation", () => {
  test("is tried ten times a day, from wherever, and a new link begins no new count", async () => {
    const person = await createAccount();
    const token = await tokenFor(person.email);
    for (let time = 0; time < 10; time += 1)
      await expect(accept(token)).rejects.toThrow("accountPasswordWrong");
    await expect(accept(token)).rejects.toThrow("tooManyAttempts");
    const id = (await listInvitations(admin)).find(({ email }) => email === person.email)?.id ?? "";
    const renewed = new URL((await renewInvitation(admin, { id })).link).searchParams.get("token") ?? "";
    await expect(accept(renewed, { password: person.password })).rejects.toThrow("tooManyAttempts");
  });

  test("taken up with the last attempts of an account and an address signs in all the same", async () => {
    const person = await createAccount();
    const token = await tokenFor(person.email);
    const address = `address ${randomName()}`;
    for (let time = 1; time < perAddress.points; time += 1) await spend(perAddress, address);
    for (let time = 1; time < perAccount.points; time += 1) await spend(perAccount, person.email, address);
    const joined = await acceptInvitation({ token, name: "Nina", password: person.password }, address);
    expect(joined).toMatchObject({ userId: person.userId, workspaceId: workspace.id });
  });

  test("taken up is taken up, though the sign-in after it fails", async () => {
    const person = await createAccount();
    const token = await tokenFor(person.email);
    vi.mocked(signInHere).mockRejectedValueOnce(new UserError("authServerAway"));
    expect(await accept(token, { password: person.password })).toMatchObject({
      userId: null,
      workspaceId: workspace.id,
    });
    expect(await membershipsOf(person.email)).toHaveLength(1);
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

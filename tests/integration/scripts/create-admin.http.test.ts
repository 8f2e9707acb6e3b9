import { createClient } from "@supabase/supabase-js";
import { describe, expect, test } from "vitest";
import { createMember } from "#lib/team/commands.ts";
import { asOwner } from "#tests/support/database.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import { createAccount, randomName } from "#tests/support/people.ts";
import { runScript } from "./run-script.ts";

const password = "correct-horse-battery";

function createAdmin(
  email: string,
  workspace: string,
  secret: string | null = password,
  options: string[] = [],
) {
  const args = ["--email", email, "--name", "Ana Pop", "--workspace", workspace, ...options];
  return runScript("create-admin", args, secret === null ? {} : { ASTRA_ADMIN_PASSWORD: secret });
}

async function canSignIn(email: string, secret = password): Promise<boolean> {
  const { SUPABASE_URL = "", SUPABASE_PUBLISHABLE_KEY = "" } = ownAstra().env;
  const client = createClient(SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, { auth: { persistSession: false } });
  return (await client.auth.signInWithPassword({ email, password: secret })).error === null;
}

function admins(workspace: string) {
  return asOwner(
    `select "user".email, member.role, member.is_active, workspace.slug from workspaces workspace
     join memberships member on member.workspace_id = workspace.id join users "user" on "user".id = member.user_id
     where workspace.name = $1 order by member.created_at`,
    [workspace],
  );
}

const usersOf = (email: string) => asOwner("select id from users where email = $1", [email]);
const accountsOf = (email: string) => asOwner("select id from auth.users where email = $1", [email]);

describe("admin:create", () => {
  test("makes a workspace and an admin who can sign in", async () => {
    const [email, name] = [`${randomName()}@example.com`, `Țesături & Co ${randomName()}`];
    expect(await createAdmin(email.toUpperCase(), name)).toMatchObject({ code: 0, errors: "" });
    expect(await canSignIn(email)).toBe(true);
    expect(await admins(name)).toEqual([
      { email, role: "admin", is_active: true, slug: `tesaturi-co-${name.slice(-13)}` },
    ]);
  });

  test("adds a second admin to the same workspace, by its slug too", async () => {
    const [first, second, third] = [1, 2, 3].map(() => `${randomName()}@example.com`) as [
      string,
      string,
      string,
    ];
    const name = randomName();
    await createAdmin(first, name);
    await createAdmin(second, name);
    await createAdmin(third, name);
    expect((await admins(name)).map(({ email }) => email)).toEqual([first, second, third]);
    expect(await asOwner("select id from workspaces where name = $1", [name])).toHaveLength(1);
  });

  test("an account that exists is refused unless that is meant, and nothing is written", async () => {
    const account = await createAccount("Ion");
    const name = randomName();
    const { code, errors } = await createAdmin(account.email, name);
    expect(code).toBe(1);
    expect(errors).toContain("then add --existing");
    expect(await asOwner("select id from workspaces where name = $1", [name])).toEqual([]);
  });

  test("an account that exists and is meant keeps its password and joins", async () => {
    const account = await createAccount("Ion");
    const name = randomName();
    const { code, output } = await createAdmin(account.email, name, "another-password", ["--existing"]);
    expect(code).toBe(0);
    expect(output).toContain("keeps its name and password");
    expect(await canSignIn(account.email, account.password)).toBe(true);
    expect(await canSignIn(account.email, "another-password")).toBe(false);
    expect(await admins(name)).toMatchObject([{ email: account.email, role: "admin" }]);
  });

  test.each([
    ["a weak password", "short", "Use at least 10 characters."],
    ["no password and no terminal to ask at", null, "Set ASTRA_ADMIN_PASSWORD"],
  ])("%s is refused, and nothing is left behind", async (_case, secret, sentence) => {
    const [email, name] = [`${randomName()}@example.com`, randomName()];
    const { code, errors } = await createAdmin(email, name, secret);
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
    expect(errors).not.toContain("    at ");
    expect(await accountsOf(email)).toEqual([]);
    expect(await asOwner("select id from workspaces where name = $1", [name])).toEqual([]);
  });

  test("says what is wrong with its options", async () => {
    const { code, errors } = await runScript("create-admin", ["--email", "nobody", "--name", "Ana"]);
    expect(code).toBe(1);
    expect(errors.trim().split("\n")).toEqual([
      "email: Enter an e-mail address, such as name@company.com.",
      "workspace: is missing",
    ]);
  });

  test("finds the running stack by its data directory, and says so when there is none", async () => {
    const { code, errors } = await runScript(
      "create-admin",
      ["--email", "ana@example.com", "--name", "Ana", "--workspace", "Shops"],
      { DATABASE_URL: "", ASTRA_DATA_DIR: `/nowhere/${randomName()}` },
    );
    expect(code).toBe(1);
    expect(errors).toContain("Astra is not running here: start it with npm start");
  });
});

test("an account whose membership can't be written is not left half-made", async () => {
  const email = `${randomName()}@example.com`;
  const member = { email, name: "Ana", password, role: "seller" as const, workspaceId: crypto.randomUUID() };
  await expect(createMember(member)).rejects.toThrow();
  expect(await accountsOf(email)).toEqual([]);
  expect(await usersOf(email)).toEqual([]);
});

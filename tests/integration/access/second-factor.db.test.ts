import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asOwner, asPerson, asSurePerson, type Query } from "#tests/support/database.ts";
import {
  createMember,
  createWorkspace,
  giveSecondFactor,
  type Person,
  type Workspace,
} from "#tests/support/people.ts";

// The second wall of two-factor sign-in: whoever calls the database past Astra, with a token that a password alone has got.

let workspace: Workspace;
let admin: Person;

beforeAll(async () => {
  workspace = await createWorkspace();
});
beforeEach(async () => {
  admin = await createMember(workspace, "admin");
});

const countMembers = async (query: Query) =>
  (await query("select from memberships where workspace_id = $1", [workspace.id])).rowCount;

test("every table asks how sure the session is", async () => {
  const open = await asOwner(
    `select tablename from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' and not exists (
       select from pg_policies policy
       where policy.schemaname = 'public' and policy.tablename = pg_tables.tablename and policy.permissive = 'RESTRICTIVE'
         and policy.cmd = 'ALL' and policy.roles = '{authenticated}' and policy.qual like '%is_sure_enough()%'
     )`,
  );
  expect(open).toEqual([]);
});

describe("an account with a second factor", () => {
  beforeEach(() => giveSecondFactor(admin));

  test("sees and changes nothing by its password alone", async () => {
    await asPerson(admin.userId, async (query) => {
      expect(await countMembers(query)).toBe(0);
      expect((await query("select from users")).rowCount).toBe(0);
      expect((await query("update workspaces set name = 'mine'")).rowCount).toBe(0);
      expect((await query("delete from crm_tags")).rowCount).toBe(0);
    });
    const adding = asPerson(admin.userId, (query) =>
      query("insert into crm_tags (workspace_id, name, color) values ($1, 'Mine', 'gray')", [workspace.id]),
    );
    await expect(adding).rejects.toThrow("row-level security");
  });

  test("has with a code what it had before", async () => {
    expect(await asSurePerson(admin.userId, countMembers)).toBeGreaterThan(0);
  });

  test("is not bound while the factor was never finished", async () => {
    await asOwner("update auth.mfa_factors set status = 'unverified' where user_id = $1", [admin.userId]);
    expect(await asPerson(admin.userId, countMembers)).toBeGreaterThan(0);
  });
});

describe("a workspace that wants a second factor of its admins", () => {
  let strict: Workspace;
  let boss: Person;

  beforeEach(async () => {
    strict = await createWorkspace();
    boss = await createMember(strict, "admin");
    await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [strict.id]);
  });

  const seesOwn = (person: Person) =>
    asPerson(person.userId, async (query) => (await query("select from memberships")).rowCount > 0);

  test("shows nothing to an admin without one, and all to the others", async () => {
    expect(await seesOwn(boss)).toBe(false);
    for (const role of ["manager", "seller", "viewer"] as const)
      expect(await seesOwn(await createMember(strict, role)), role).toBe(true);
  });

  test("binds nobody who is no longer an admin there", async () => {
    await createMember(strict, "admin");
    await asOwner("update memberships set role = 'seller' where user_id = $1", [boss.userId]);
    expect(await seesOwn(boss)).toBe(true);
  });
});

describe("the rule", () => {
  const write = (isRequired: boolean) => (query: Query) =>
    query("update workspaces set second_factor_for_admins = $2 where id = $1", [workspace.id, isRequired]);

  test("is made by an admin who signed in with a code, and not by a password alone", async () => {
    await expect(asPerson(admin.userId, write(true))).rejects.toThrow("second factor may change this rule");
    await expect(asSurePerson(admin.userId, write(true))).rejects.toThrow(
      "second factor may change this rule",
    );
    await giveSecondFactor(admin);
    expect((await asSurePerson(admin.userId, write(true))).rowCount).toBe(1);
    expect((await asSurePerson(admin.userId, write(false))).rowCount).toBe(1);
  });

  test("is nobody else's to make", async () => {
    for (const role of ["manager", "seller", "viewer"] as const) {
      const member = await createMember(workspace, role);
      expect((await asSurePerson(member.userId, write(true))).rowCount, role).toBe(0);
    }
  });
});

describe("recovery codes", () => {
  const hash = "A".repeat(43);

  test("are made by a session that gave a code alone, and are few", async () => {
    const make = (hashes: string[]) => (query: Query) =>
      query("select astra.replace_recovery_codes($1)", [hashes]);
    await expect(asPerson(admin.userId, make([hash]))).rejects.toThrow("gets recovery codes");
    await expect(
      asSurePerson(admin.userId, make(Array.from({ length: 21 }, (_, n) => `${n}`.padEnd(43, "B")))),
    ).rejects.toThrow("too many codes");
    await asSurePerson(admin.userId, make([hash]));
  });

  test("are used for an own session that lives, once, and can be read by nobody", async () => {
    const other = await createMember(workspace, "admin");
    await asSurePerson(admin.userId, (query) => query("select astra.replace_recovery_codes($1)", [[hash]]));
    const sessionOf = async ({ userId }: Person) => {
      const id = crypto.randomUUID();
      await asOwner("insert into auth.sessions (id, user_id) values ($1, $2)", [id, userId]);
      return id;
    };
    const [own, theirs] = [await sessionOf(admin), await sessionOf(other)];
    const use = (person: Person, session: string) =>
      asPerson(person.userId, async (query) => {
        const { rows } = await query("select astra.use_recovery_code($1, $2) as used", [session, hash]);
        return rows[0]?.used;
      });
    expect(await use(other, theirs)).toBe(false);
    expect(await use(admin, theirs)).toBe(false);
    expect(await use(admin, crypto.randomUUID())).toBe(false);
    expect(await use(admin, own)).toBe(true);
    expect(await use(admin, own)).toBe(false);
    await expect(asSurePerson(admin.userId, (query) => query("select from recovery_codes"))).rejects.toThrow(
      "permission denied",
    );
  });
});

import { beforeEach, describe, expect, test } from "vitest";
import { loadSecondFactor } from "#lib/base/auth/second-factor/queries.ts";
import { accountChangeSchema, tellAccountChange } from "#lib/profile/account-change.ts";
import { deactivateMember } from "#lib/team/commands.ts";
import { listMembers } from "#lib/team/queries.ts";
import { turnOffSecondFactorOf } from "#lib/team/second-factor.ts";
import {
  asAnon,
  asOwner,
  asPerson,
  asSurePerson,
  asSystem,
  type Query,
  type Row,
} from "#tests/support/database.ts";
import { mailsTo } from "#tests/support/kept-mails.ts";
import { createWorkspace, giveSecondFactor, sessionCookies, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

let workspace: Workspace;
let admin: Member;
let seller: Member;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ada Admin");
  seller = await signIn(workspace, "seller", "Sela Seller");
  await giveSecondFactor(seller);
});

const turnOff = (member: Member, by = admin, proof = by.person.password) =>
  turnOffSecondFactorOf(by, { userId: member.userId, proof });

const remove = (query: Query, by: Member, from: Member) =>
  query("select astra.remove_second_factor_of($1, $2, $3, null)", [workspace.id, by.userId, from.userId]);

async function join({ userId }: Member, { id }: Workspace, role: string): Promise<void> {
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, $3)", [
    id,
    userId,
    role,
  ]);
}

async function isOn({ userId }: Member): Promise<boolean> {
  return (await loadSecondFactor({ userId, aal: "aal2" })).isOn;
}

const of = (table: string, { userId }: Member): Promise<Row[]> =>
  asOwner(`select * from ${table} where user_id = $1`, [userId]);

const noted = () =>
  asOwner("select actor_id, subject_id from audit_entries where workspace_id = $1 and act = $2", [
    workspace.id,
    "member:second-factor-removed",
  ]);

describe("who has a second factor", () => {
  const ask = (member: Member, as: typeof asPerson = asPerson) =>
    as(member.userId, async (query) => {
      const { rows } = await query("select astra.members_with_second_factor($1) as id", [workspace.id]);
      return rows.map(({ id }) => id);
    });

  test("is in the list of the team, for those who are active", async () => {
    const marks = async () =>
      (await listMembers(admin)).map(({ name, hasSecondFactor }) => [name, hasSecondFactor]);
    expect(await marks()).toEqual([
      ["Ada Admin", false],
      ["Sela Seller", true],
    ]);
    await deactivateMember(admin, { userId: seller.userId, pausesStores: false });
    expect(await marks()).toEqual([
      ["Ada Admin", false],
      ["Sela Seller", false],
    ]);
  });

  test("is no factor that was never finished", async () => {
    await asOwner("update auth.mfa_factors set status = 'unverified' where user_id = $1", [seller.userId]);
    expect(await ask(admin)).toEqual([]);
  });

  test("is told to the workspace's admins alone, as sure as their account asks for", async () => {
    expect(await ask(admin)).toEqual([seller.userId]);
    for (const role of ["manager", "seller", "viewer"] as const)
      expect(await ask(await signIn(workspace, role)), role).toEqual([]);
    expect(await ask(await signIn(await createWorkspace(), "admin"))).toEqual([]);
    await giveSecondFactor(admin);
    expect(await ask(admin)).toEqual([]);
    expect(await ask(admin, asSurePerson)).toHaveLength(2);
    await expect(
      asAnon((query) => query("select astra.members_with_second_factor($1)", [workspace.id])),
    ).rejects.toThrow("permission denied");
  });
});

describe("an admin who turns off the second factor of a member", () => {
  test("ends it with its recovery codes and all sessions, which is noted and told by mail", async () => {
    await asSurePerson(seller.userId, (query) =>
      query("select astra.replace_recovery_codes($1)", [["A".repeat(43)]]),
    );
    await sessionCookies(seller, "aal2");
    await turnOff(seller);
    expect(await isOn(seller)).toBe(false);
    for (const table of ["auth.mfa_factors", "recovery_codes", "auth.sessions"])
      expect(await of(table, seller), table).toEqual([]);
    expect(await noted()).toEqual([{ actor_id: admin.userId, subject_id: seller.userId }]);
    const [job] = await asOwner(
      "select payload from graphile_worker._private_jobs where payload->>'userId' = $1",
      [seller.userId],
    );
    await tellAccountChange(accountChangeSchema.parse(job?.payload));
    const [mail] = await mailsTo(seller.email);
    expect(mail?.subject).toBe("An admin turned off your two-step sign-in");
    expect(mail?.text).toContain("Ada Admin");
    await expect(turnOff(seller)).rejects.toThrow("memberFactorGone");
  });

  test("proves to be the admin", async () => {
    await expect(turnOff(seller, admin, "not the password")).rejects.toMatchObject({ key: "proofWrong" });
    expect(await isOn(seller)).toBe(true);
  });

  test("leaves another admin a way in, who sets it up anew where the workspace wants it", async () => {
    const other = await signIn(workspace, "admin");
    await giveSecondFactor(other);
    await asOwner("update workspaces set second_factor_for_admins = true where id = $1", [workspace.id]);
    await giveSecondFactor(admin);
    await turnOff(other, { ...admin, aal: "aal2" });
    const owed = await asPerson(other.userId, async (query) => {
      const { rows } = await query("select astra.wanted_factor() as factor");
      return rows[0]?.factor;
    });
    expect(owed).toBe("enrolment");
  });

  test("does it to nobody who works in a workspace, too, of which the admin is none", async () => {
    const elsewhere = await createWorkspace();
    await join(seller, elsewhere, "viewer");
    await expect(turnOff(seller)).rejects.toThrow("factorOfOthersToo");
    await join(admin, elsewhere, "manager");
    await expect(turnOff(seller)).rejects.toThrow("factorOfOthersToo");
    expect(await isOn(seller)).toBe(true);
    expect(await noted()).toEqual([]);
    await asOwner("update memberships set role = 'admin' where user_id = $1", [admin.userId]);
    await turnOff(seller);
    expect(await isOn(seller)).toBe(false);
  });

  test("does it to no former member, and to nobody of another workspace", async () => {
    const stranger = await signIn(await createWorkspace(), "seller");
    await giveSecondFactor(stranger);
    await expect(turnOff(stranger)).rejects.toThrow("notFoundMember");
    await deactivateMember(admin, { userId: seller.userId, pausesStores: false });
    await expect(turnOff(seller)).rejects.toThrow("notFoundMember");
    expect([await isOn(stranger), await isOn(seller)]).toEqual([true, true]);
  });

  test("does not do it to oneself", async () => {
    await giveSecondFactor(admin);
    const sure = { ...admin, aal: "aal2" as const };
    await expect(turnOff(admin, sure)).rejects.toThrow("forbidden");
    await expect(asSystem((query) => remove(query, admin, admin))).rejects.toThrow("Only an admin");
    expect(await isOn(admin)).toBe(true);
  });
});

test("nobody but an admin turns off the second factor of somebody else, whatever is forced", async () => {
  for (const role of ["manager", "seller", "viewer"] as const) {
    const member = await signIn(workspace, role);
    await expect(turnOff(seller, member)).rejects.toThrow("forbidden");
    await expect(turnOff(seller, { ...member, role: "admin" }), role).rejects.toThrow();
  }
  await giveSecondFactor(admin);
  for (const as of [asPerson, asSurePerson])
    await expect(
      as(admin.userId, (query) => remove(query, admin, seller)),
      "an admin's token without the proof",
    ).rejects.toThrow("permission denied");
  expect(await isOn(seller)).toBe(true);
});

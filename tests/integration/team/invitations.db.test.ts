import { beforeAll, describe, expect, test } from "vitest";
import { findInvitation } from "#lib/team/acceptance.ts";
import { deactivateMember } from "#lib/team/commands.ts";
import { invite, listInvitations, renewInvitation, withdrawInvitation } from "#lib/team/invitations.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import {
  createAccount,
  createWorkspace,
  deactivate,
  randomName,
  type Workspace,
} from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

let workspace: Workspace;
let admin: Member;
let stranger: Member;

beforeAll(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ada Admin");
  stranger = await signIn(await createWorkspace(), "admin");
});

function somebody(email = `${randomName()}@example.com`) {
  return { email, name: "Nina New", role: "seller" as const };
}

function tokenOf({ link }: { link: string }): string {
  return new URL(link).searchParams.get("token") ?? "";
}

async function idOf(email: string): Promise<string> {
  const found = (await listInvitations(admin)).find((invitation) => invitation.email === email);
  return found?.id ?? "";
}

describe("the link of an invitation", () => {
  test("names the account, the workspace and who invites, as often as it is opened", async () => {
    const token = tokenOf(await invite(admin, somebody("nina@lumea.example")));
    for (let time = 0; time < 3; time += 1)
      expect(await findInvitation(token)).toEqual({
        email: "nina@lumea.example",
        name: "Nina New",
        workspaceName: workspace.name,
        inviterName: "Ada Admin",
      });
  });

  test("is kept by nobody: the database has its hash", async () => {
    const person = somebody();
    const token = tokenOf(await invite(admin, person));
    const [row] = await asOwner(
      "select row_to_json(invitations)::text as kept from invitations where email = $1",
      [person.email],
    );
    expect(row?.kept).not.toContain(token);
  });

  test("opens for seven days", async () => {
    const person = somebody();
    const token = tokenOf(await invite(admin, person));
    const age = (days: number) =>
      asOwner("update invitations set sent_at = now() - make_interval(days => $2) where email = $1", [
        person.email,
        days,
      ]);
    await age(6);
    expect(await findInvitation(token)).not.toBeNull();
    await age(7);
    expect(await findInvitation(token)).toBeNull();
    expect(await listInvitations(admin)).toContainEqual(
      expect.objectContaining({ email: person.email, isOpen: false }),
    );
  });

  test("opens no longer once whoever made it is no active admin, until another admin makes a new one", async () => {
    const other = await signIn(workspace, "admin", "Bea Boss");
    const person = somebody();
    const token = tokenOf(await invite(other, person));
    await deactivateMember(admin, { userId: other.userId, pausesStores: false });
    expect(await findInvitation(token)).toBeNull();
    const renewed = tokenOf(await renewInvitation(admin, { id: await idOf(person.email) }));
    expect(await findInvitation(renewed)).toMatchObject({ inviterName: "Ada Admin" });
  });

  test("opens no longer once a new one was made, which counts from then on", async () => {
    const person = somebody();
    const first = tokenOf(await invite(admin, person));
    await asOwner("update invitations set sent_at = now() - interval '8 days' where email = $1", [
      person.email,
    ]);
    const second = tokenOf(await renewInvitation(admin, { id: await idOf(person.email) }));
    expect(await findInvitation(first)).toBeNull();
    expect(await findInvitation(second)).not.toBeNull();
  });

  test("opens no longer once the invitation is withdrawn", async () => {
    const person = somebody();
    const token = tokenOf(await invite(admin, person));
    const id = await idOf(person.email);
    await withdrawInvitation(admin, { id });
    expect(await findInvitation(token)).toBeNull();
    await expect(withdrawInvitation(admin, { id })).rejects.toThrow("notFoundInvitation");
    await expect(renewInvitation(admin, { id })).rejects.toThrow("notFoundInvitation");
  });
});

describe("whom an admin invites", () => {
  test("is nobody who is invited, is a member or was one", async () => {
    const person = somebody();
    await invite(admin, person);
    await expect(invite(admin, person)).rejects.toThrow("invitedAlready");
    await expect(invite(admin, somebody(admin.email))).rejects.toThrow("memberAlready");
    const former = await signIn(workspace, "seller");
    await deactivate(workspace, former.person);
    await expect(invite(admin, somebody(former.email))).rejects.toThrow("formerMember");
  });

  test("may have an account elsewhere, of which nothing is told: not even its name", async () => {
    const elsewhere = await createAccount("Secret Name");
    const [known, unknown] = [somebody(elsewhere.email), somebody()];
    const links = [await invite(admin, known), await invite(admin, unknown), await invite(stranger, known)];
    const handedOn = { link: expect.any(String), isMailed: true };
    expect(links).toEqual([handedOn, handedOn, handedOn]);
    const told = (await listInvitations(admin)).filter(({ email }) =>
      [known.email, unknown.email].includes(email),
    );
    expect(told.map(({ id: _id, sentAt: _sentAt, email: _email, ...rest }) => rest)).toEqual([
      { name: "Nina New", role: "seller", inviterName: "Ada Admin", isOpen: true, mailState: "waiting" },
      { name: "Nina New", role: "seller", inviterName: "Ada Admin", isOpen: true, mailState: "waiting" },
    ]);
    expect(await findInvitation(tokenOf(links[0] ?? { link: "" }))).toMatchObject({ name: "Nina New" });
  });
});

test("a workspace has 200 invitations waiting at most, by whatever way, and then one is withdrawn first", async () => {
  const full = await createWorkspace();
  const boss = await signIn(full, "admin");
  const first = somebody();
  await invite(boss, first);
  await asOwner(
    `insert into invitations (workspace_id, email, name, role, token_hash, invited_by_id)
     select $1, n || $3 || '@example.com', 'Nina', 'seller', rpad(md5($3 || n), 43, 'x'), $2 from generate_series(1, 199) n`,
    [full.id, boss.userId, randomName()],
  );
  expect(await listInvitations(boss)).toHaveLength(200);
  await expect(invite(boss, somebody())).rejects.toMatchObject({
    key: "tooManyInvitations",
    values: { limit: 200 },
  });
  await expect(invite(boss, first)).rejects.toThrow("invitedAlready");
  const bySql = asPerson(boss.userId, (query) =>
    query(
      "insert into invitations (workspace_id, email, name, role, token_hash) values ($1, $2, 'Nina', 'seller', $3)",
      [full.id, `${randomName()}@example.com`, "y".repeat(43)],
    ),
  );
  await expect(bySql).rejects.toThrow("at most 200 invitations");
  const [waiting] = await listInvitations(boss);
  await withdrawInvitation(boss, { id: waiting?.id ?? "" });
  await invite(boss, somebody());
});

describe("inviting is an admin's alone, in the own workspace", () => {
  test("whatever is forced", async () => {
    const person = somebody();
    await invite(admin, person);
    const id = await idOf(person.email);
    for (const role of ["manager", "seller", "viewer"] as const) {
      const member = await signIn(workspace, role);
      await expect(invite(member, somebody())).rejects.toThrow("forbidden");
      await expect(renewInvitation(member, { id })).rejects.toThrow("forbidden");
      await expect(withdrawInvitation(member, { id })).rejects.toThrow("forbidden");
      expect(await listInvitations(member)).toEqual([]);
    }
    await expect(renewInvitation(stranger, { id })).rejects.toThrow("notFoundInvitation");
    await expect(withdrawInvitation(stranger, { id })).rejects.toThrow("notFoundInvitation");
    expect((await listInvitations(stranger)).map((invitation) => invitation.id)).not.toContain(id);
  });

  test("and by SQL nobody invites in another's name, for longer, or somebody else than before", async () => {
    const other = await signIn(workspace, "admin");
    const person = somebody();
    await invite(other, person);
    const change = (what: string) =>
      asPerson(admin.userId, (query) =>
        query(`update invitations set ${what} where email = $1`, [person.email]),
      );
    for (const what of [
      "sent_at = now() + interval '1 year'",
      `invited_by_id = '${other.userId}'`,
      "role = 'admin'",
      "email = 'else@example.com'",
    ])
      await expect(change(what)).rejects.toThrow("permission denied");
    await change("token_hash = repeat('x', 43)");
    const [row] = await asOwner("select invited_by_id as by from invitations where email = $1", [
      person.email,
    ]);
    expect(row?.by).toBe(admin.userId);
  });
});

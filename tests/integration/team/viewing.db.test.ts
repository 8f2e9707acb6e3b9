import { randomInt } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { accountOf, reloadSession, type Session } from "#lib/base/auth/session.ts";
import type { Token } from "#lib/base/auth/token.ts";
import { handOver } from "#lib/handover/commands.ts";
import { removeStore } from "#lib/stores/life-commands.ts";
import { activateMember, changeRole, deactivateMember } from "#lib/team/commands.ts";
import { invite, renewInvitation, withdrawInvitation } from "#lib/team/invitations.ts";
import { beginViewing, endViewing } from "#lib/team/viewing.ts";
import { cleanUp } from "#lib/worker/clean-up.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createMember, createWorkspace, randomName, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

const asked = vi.hoisted(() => ({ token: null as Token | null }));
vi.mock("#lib/base/auth/token.ts", () => ({ getToken: async () => asked.token }));

let workspace: Workspace;
let admin: Member;
let seller: Member;
let token: Token;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ada");
  seller = await signIn(workspace, "seller", "Sara");
  token = await begin(admin);
  asked.token = token;
});

async function begin({ userId }: { userId: string }): Promise<Token> {
  const sessionId = crypto.randomUUID();
  await asOwner("insert into auth.sessions (id, user_id) values ($1, $2)", [sessionId, userId]);
  return { userId, sessionId, workspaceId: null };
}

async function auditOf({ id }: Workspace): Promise<{ act: string; actor: unknown; subject: unknown }[]> {
  const rows = await asOwner(
    "select act, actor_id, subject_id, details from audit_entries where workspace_id = $1 order by at, id",
    [id],
  );
  return rows.map(({ act, actor_id, subject_id }) => ({
    act: String(act),
    actor: actor_id,
    subject: subject_id,
  }));
}

describe("an admin looks at Astra as a seller", () => {
  test("in this session alone, in the own language and the seller's time zone", async () => {
    await asOwner("update users set locale = 'ro', timezone = 'Asia/Tokyo' where id = $1", [seller.userId]);
    await asOwner("update users set locale = 'fr' where id = $1", [admin.userId]);
    expect(await beginViewing(admin, seller)).toBe("seller");
    const session = (await reloadSession(token)) as Session;
    expect(session).toMatchObject({
      userId: seller.userId,
      name: "Sara",
      role: "seller",
      locale: "fr",
      timezone: "Asia/Tokyo",
      workspace: { id: workspace.id },
      viewing: { adminId: admin.userId, adminName: "Ada", workspaceId: workspace.id },
    });
    expect(accountOf(session)).toBe(admin.userId);
    expect(await reloadSession(await begin(admin))).toMatchObject({ userId: admin.userId, viewing: null });
    expect(await reloadSession(await begin(seller))).toMatchObject({ userId: seller.userId, viewing: null });
  });

  test("and is an admin again when that is ended; both are noted", async () => {
    await beginViewing(admin, seller);
    await endViewing();
    expect(await reloadSession(token)).toMatchObject({ userId: admin.userId, viewing: null });
    const entries = await auditOf(workspace);
    const by = { actor: admin.userId, subject: seller.userId };
    expect(entries).toContainEqual({ act: "member:viewing-begun", ...by });
    expect(entries).toContainEqual({ act: "member:viewing-ended", ...by });
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      "an hour",
      () => asOwner("update viewings set ends_at = now() where session_id = $1", [token.sessionId]),
    ],
    ["the member's becoming an admin", () => changeRole(admin, { userId: seller.userId, role: "admin" })],
    [
      "the member's being shut out",
      () => deactivateMember(admin, { userId: seller.userId, pausesStores: false }),
    ],
  ])("until %s", async (_name, end) => {
    await beginViewing(admin, seller);
    await end();
    expect(await reloadSession(token)).toMatchObject({ userId: admin.userId, viewing: null });
  });

  test("until the sign-out", async () => {
    await beginViewing(admin, seller);
    await asOwner("delete from auth.sessions where id = $1", [token.sessionId]);
    expect(await reloadSession(token)).toBeNull();
  });

  test("until the admin is none any more", async () => {
    await createMember(workspace, "admin");
    await beginViewing(admin, seller);
    await changeRole(admin, { userId: admin.userId, role: "manager" });
    expect(await reloadSession(token)).toMatchObject({
      userId: admin.userId,
      role: "manager",
      viewing: null,
    });
  });

  test("until the admin is shut out", async () => {
    await createMember(workspace, "admin");
    await beginViewing(admin, seller);
    await deactivateMember(admin, { userId: admin.userId, pausesStores: false });
    expect(await reloadSession(token)).toBeNull();
  });

  test("and what is over is removed", async () => {
    await beginViewing(admin, seller);
    await asOwner("update viewings set ends_at = now() - interval '1 minute' where session_id = $1", [
      token.sessionId,
    ]);
    await cleanUp();
    expect(await asOwner("select from viewings where session_id = $1", [token.sessionId])).toEqual([]);
  });
});

describe("nobody looks at Astra", () => {
  test("as an admin, a former member, or somebody of another workspace", async () => {
    const [other, former] = [await createMember(workspace, "admin"), await createMember(workspace, "seller")];
    await deactivateMember(admin, { userId: former.userId, pausesStores: false });
    const stranger = await createMember(await createWorkspace(), "seller");
    for (const { userId } of [other, former, stranger, admin])
      await expect(beginViewing(admin, { userId })).rejects.toThrow("notFoundViewed");
  });

  test("without being an admin, whatever is forced", async () => {
    for (const role of ["manager", "seller", "viewer"] as const) {
      const member = await signIn(workspace, role);
      asked.token = await begin(member);
      await expect(beginViewing(member, seller)).rejects.toThrow("forbidden");
      await expect(beginViewing({ ...member, role: "admin" }, seller)).rejects.toThrow("notFoundViewed");
    }
  });

  test("in somebody else's session, nor ends a look there", async () => {
    const other = await signIn(workspace, "admin");
    asked.token = await begin(other);
    await expect(beginViewing(admin, seller)).rejects.toThrow("notFoundViewed");
    asked.token = token;
    await beginViewing(admin, seller);
    await asPerson(other.userId, (query) => query("select astra.end_viewing($1)", [token.sessionId]));
    expect(await reloadSession(token)).toMatchObject({ userId: seller.userId });
  });

  test("out of a look: it begins and changes nothing", async () => {
    const other = await createMember(workspace, "seller");
    await beginViewing(admin, seller);
    const session = (await reloadSession(token)) as Session;
    await expect(beginViewing({ ...session, role: "admin" }, other)).rejects.toThrow("notFoundViewed");
  });
});

describe("the audit log", () => {
  test("tells who invited, changed roles, shut out and let in, and handed over", async () => {
    const email = `${randomName()}@example.com`;
    await invite(admin, { email, name: "New", role: "seller" });
    const [invitation] = await asOwner<{ id: string }>("select id from invitations where email = $1", [
      email,
    ]);
    const id = invitation?.id ?? "";
    await renewInvitation(admin, { id });
    await withdrawInvitation(admin, { id });
    const store = await createStore(workspace, seller);
    const receiver = await createMember(workspace, "seller");
    const people = { fromId: seller.userId, toId: receiver.userId };
    await handOver(admin, { ...people, stores: true, leads: true, products: true });
    await changeRole(admin, { userId: seller.userId, role: "viewer" });
    await deactivateMember(admin, { userId: seller.userId, pausesStores: false });
    await activateMember(admin, { userId: seller.userId });
    const byAdmin = (await auditOf(workspace)).filter(({ actor }) => actor === admin.userId);
    expect(byAdmin.map(({ act, subject }) => [act, subject]).sort()).toEqual(
      [
        ["invitation:made", id],
        ["invitation:renewed", id],
        ["invitation:withdrawn", id],
        ["member:activated", seller.userId],
        ["member:deactivated", seller.userId],
        ["member:handed-over", seller.userId],
        ["member:role-changed", seller.userId],
        ["store:handed-over", store.id],
      ].sort(),
    );
    const [change] = await asOwner(
      "select details from audit_entries where act = 'member:role-changed' and subject_id = $1",
      [seller.userId],
    );
    expect(change?.details).toEqual({ from: "seller", to: "viewer" });
  });

  test("tells of secrets that were changed, and never what they are", async () => {
    const store = await createStore(workspace, seller);
    await asPerson(seller.userId, (query) =>
      query("select astra.set_store_secrets($1, 'another-secret', null)", [store.id]),
    );
    const entries = await asOwner(
      "select actor_id, details from audit_entries where act = 'store:secret-changed' and subject_id = $1",
      [store.id],
    );
    expect(entries).toEqual([{ actor_id: seller.userId, details: { name: expect.any(String) } }]);
  });

  test("tells of a secret before that was ended, and of the group in Telegram that was linked, changed and unlinked", async () => {
    const store = await createStore(workspace, seller);
    await asPerson(seller.userId, async (query) => {
      await query("select astra.set_store_secrets($1, 'another-secret', null)", [store.id]);
      await query("select astra.end_previous_secret($1)", [store.id]);
      await query("select astra.end_previous_secret($1)", [store.id]);
    });
    await asOwner(
      "insert into telegram_groups (workspace_id, chat_id, title, linked_by_id) values ($1, $2, 'All', $3)",
      [workspace.id, -randomInt(1_000_000_000), admin.userId],
    );
    await asOwner("update telegram_groups set chat_id = chat_id - 1000000000 where workspace_id = $1", [
      workspace.id,
    ]);
    await asOwner(
      "update telegram_groups set chat_id = chat_id - 1, title = 'Others' where workspace_id = $1",
      [workspace.id],
    );
    await asPerson(admin.userId, (query) =>
      query("delete from telegram_groups where workspace_id = $1", [workspace.id]),
    );
    const acts = ["store:previous-secret-ended", "workspace:group-linked", "workspace:group-unlinked"];
    const noted = (await auditOf(workspace)).filter(({ act }) => acts.includes(act));
    // Several may have come within one millisecond.
    expect(noted.sort((one, other) => one.act.localeCompare(other.act))).toEqual([
      { act: "store:previous-secret-ended", actor: seller.userId, subject: store.id },
      { act: "workspace:group-linked", actor: admin.userId, subject: workspace.id },
      { act: "workspace:group-linked", actor: admin.userId, subject: workspace.id },
      { act: "workspace:group-unlinked", actor: admin.userId, subject: workspace.id },
    ]);
  });

  test("tells of a store that was removed", async () => {
    const store = await createStore(workspace, seller);
    const [{ name } = { name: "" }] = await asOwner<{ name: string }>(
      "select name from integrations where id = $1",
      [store.id],
    );
    await removeStore(admin, { id: store.id, name });
    expect((await auditOf(workspace)).filter(({ subject }) => subject === store.id)).toEqual([
      { act: "store:connected", actor: null, subject: store.id },
      { act: "store:removed", actor: admin.userId, subject: store.id },
    ]);
  });

  test("is only added to, whatever rights somebody has", async () => {
    for (const statement of [
      "update audit_entries set act = 'a:b'",
      "delete from audit_entries",
      "truncate audit_entries",
    ])
      await expect(asOwner(statement)).rejects.toThrow("only added to");
  });

  test("is written to by nobody directly: not by its functions, and of a hand-over by admins alone", async () => {
    const ask = (person: { userId: string }, text: string) =>
      asPerson(person.userId, (query) => query(text, [workspace.id, person.userId]));
    await expect(ask(admin, "select astra.note_act($1, 'a:b', 'member', $2, '{}')")).rejects.toThrow(
      "permission denied",
    );
    await expect(ask(seller, "select astra.note_hand_over($1, $2, $2, '{}')")).rejects.toThrow(
      "Only an admin",
    );
  });

  test("takes no entry beyond its bounds", async () => {
    const large = `{"a": "${"x".repeat(8_000)}"}`;
    await expect(
      asPerson(admin.userId, (query) =>
        query("select astra.note_hand_over($1, $2, $2, $3)", [workspace.id, admin.userId, large]),
      ),
    ).rejects.toThrow("audit_entries_details_check");
  });
});

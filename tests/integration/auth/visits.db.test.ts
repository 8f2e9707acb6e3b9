import { beforeEach, expect, test } from "vitest";
import { reloadSession } from "#lib/base/auth/session.ts";
import { listMembers } from "#lib/team/queries.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorkspace, deactivate, type Workspace } from "#tests/support/people.ts";
import { type Member, signIn } from "#tests/support/purchases.ts";

let workspace: Workspace;
let admin: Member;
let seller: Member;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin");
  seller = await signIn(workspace, "seller");
});

/** A request of the person, from a browser that is in a workspace. */
async function request({ userId }: Member, workspaceId: string | null = null): Promise<void> {
  const sessionId = crypto.randomUUID();
  await asOwner("insert into auth.sessions (id, user_id) values ($1, $2)", [sessionId, userId]);
  await reloadSession({ userId, sessionId, workspaceId });
}

async function lastSeen(): Promise<Date | null | undefined> {
  return (await listMembers(admin)).find(({ id }) => id === seller.userId)?.lastSeenAt;
}

test("a request says that a member is here, and the next five minutes write nothing", async () => {
  expect(await lastSeen()).toBeNull();
  await request(seller);
  const first = await lastSeen();
  expect(Date.now() - (first?.getTime() ?? 0)).toBeLessThan(60_000);
  await request(seller);
  expect(await lastSeen()).toEqual(first);
  await asOwner("update member_visits set seen_at = now() - interval '6 minutes' where user_id = $1", [
    seller.userId,
  ]);
  await request(seller);
  expect((await lastSeen())?.getTime()).toBeGreaterThanOrEqual(first?.getTime() ?? 0);
});

test("an ended session and a member who was shut out are not here", async () => {
  await reloadSession({ userId: seller.userId, sessionId: crypto.randomUUID(), workspaceId: null });
  await deactivate(workspace, seller.person);
  await request(seller);
  await asPerson(seller.userId, (query) => query("select astra.note_visit($1)", [workspace.id]));
  expect(await lastSeen()).toBeNull();
});

test("what a member does in another workspace is not told here", async () => {
  const elsewhere = await createWorkspace();
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
    elsewhere.id,
    seller.userId,
  ]);
  await request(seller, elsewhere.id);
  expect(await lastSeen()).toBeNull();
});

test("a browser is in the workspace that was chosen in it, if the person is an active member there", async () => {
  const elsewhere = await createWorkspace();
  const sessionId = crypto.randomUUID();
  await asOwner("insert into auth.sessions (id, user_id) values ($1, $2)", [sessionId, seller.userId]);
  const chosen = async () =>
    (await reloadSession({ userId: seller.userId, sessionId, workspaceId: elsewhere.id }))?.workspace.id;
  expect(await chosen()).toBe(workspace.id);
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'viewer')", [
    elsewhere.id,
    seller.userId,
  ]);
  expect(await chosen()).toBe(elsewhere.id);
  await deactivate(elsewhere, seller.person);
  expect(await chosen()).toBe(workspace.id);
});

import { beforeEach, describe, expect, test } from "vitest";
import { forSystem } from "#lib/base/db/access.ts";
import { activateMember, deactivateMember } from "#lib/team/commands.ts";
import { listMembers } from "#lib/team/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Member;
let seller: Member;
let store: Store;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin");
  seller = await signIn(workspace, "seller");
  store = await createStore(workspace, seller);
  await asOwner("insert into user_settings (user_id, telegram_chat_id) values ($1, 700100400)", [
    seller.userId,
  ]);
});

async function isActive(member: Member): Promise<unknown> {
  const [row] = await asOwner("select is_active from memberships where user_id = $1", [member.userId]);
  return row?.is_active;
}

async function stateOfStore() {
  const [row] = await asOwner(
    'select is_active as "isActive", paused_reason as reason from integrations where id = $1',
    [store.id],
  );
  return row;
}

/** How many alerts of the seller wait in the queue, after one more lead. */
async function alertsAfterLead(): Promise<unknown> {
  const { leadId } = await createPurchase(workspace, {
    storeId: store.id,
    owner: seller,
    customerId: null,
    number: "#1",
    orderedAt: "2026-11-20T10:00:00Z",
  });
  await forSystem((tx) => tx.$executeRaw`select astra.queue_new_lead_alert(${leadId}::uuid)`);
  const [row] = await asOwner(
    "select count(*)::int as count from graphile_worker.jobs where key like '%' || $1",
    [leadId],
  );
  return row?.count;
}

describe("deactivating a member", () => {
  test("takes effect, and leaves the stores as they are", async () => {
    await deactivateMember(admin, { userId: seller.userId, pausesStores: false });
    expect(await isActive(seller)).toBe(false);
    expect(await stateOfStore()).toEqual({ isActive: true, reason: null });
  });

  test("pauses the person's stores when that is wanted, and nobody else's", async () => {
    const others = await createStore(workspace, admin);
    await deactivateMember(admin, { userId: seller.userId, pausesStores: true });
    expect(await stateOfStore()).toEqual({ isActive: false, reason: null });
    expect(await asOwner("select is_active from integrations where id = $1", [others.id])).toEqual([
      { is_active: true },
    ]);
  });

  test("keeps why a store was paused before", async () => {
    await asOwner("update integrations set is_active = false, paused_reason = 'uninstalled' where id = $1", [
      store.id,
    ]);
    await deactivateMember(admin, { userId: seller.userId, pausesStores: true });
    expect(await stateOfStore()).toEqual({ isActive: false, reason: "uninstalled" });
  });

  test("queues no more alerts for the person", async () => {
    expect(await alertsAfterLead()).toBe(1);
    await deactivateMember(admin, { userId: seller.userId, pausesStores: false });
    expect(await alertsAfterLead()).toBe(0);
  });

  test("is an admin's alone, and only in the admin's own workspace", async () => {
    const elsewhere = await signIn(await createWorkspace(), "admin");
    for (const person of [seller, await signIn(workspace, "manager"), await signIn(workspace, "viewer")])
      await expect(deactivateMember(person, { userId: admin.userId, pausesStores: true })).rejects.toThrow(
        "forbidden",
      );
    await expect(deactivateMember(elsewhere, { userId: seller.userId, pausesStores: true })).rejects.toThrow(
      "notFoundMember",
    );
    expect(await isActive(seller)).toBe(true);
    expect(await stateOfStore()).toEqual({ isActive: true, reason: null });
  });

  test("is refused for the last admin, whose stores go on", async () => {
    const own = await createStore(workspace, admin);
    await expect(deactivateMember(admin, { userId: admin.userId, pausesStores: true })).rejects.toThrow(
      "lastAdmin",
    );
    expect(await isActive(admin)).toBe(true);
    expect(await asOwner("select is_active from integrations where id = $1", [own.id])).toEqual([
      { is_active: true },
    ]);
  });
});

describe("activating a member again", () => {
  test("lets the person in, leaves the stores paused, and is shown in the list of members", async () => {
    await deactivateMember(admin, { userId: seller.userId, pausesStores: true });
    expect(await listMembers(admin)).toMatchObject([
      { id: admin.userId, role: "admin", isActive: true, stores: [] },
      { id: seller.userId, role: "seller", isActive: false, stores: [expect.any(String)], activeStores: 0 },
    ]);
    await activateMember(admin, { userId: seller.userId });
    expect(await isActive(seller)).toBe(true);
    expect(await stateOfStore()).toEqual({ isActive: false, reason: null });
    await expect(activateMember(admin, { userId: seller.userId })).rejects.toThrow("notFoundFormerMember");
  });

  test("is an admin's alone, and only in the admin's own workspace", async () => {
    const elsewhere = await signIn(await createWorkspace(), "admin");
    const manager = await signIn(workspace, "manager");
    await deactivateMember(admin, { userId: seller.userId, pausesStores: false });
    const member = { userId: seller.userId };
    await expect(activateMember(manager, member)).rejects.toThrow("forbidden");
    await expect(activateMember(elsewhere, member)).rejects.toThrow("notFoundFormerMember");
    expect(await isActive(seller)).toBe(false);
    expect((await listMembers(elsewhere)).map(({ id }) => id)).toEqual([elsewhere.userId]);
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, test } from "vitest";
import { asOwner, asPerson, asSystem } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person, type Workspace } from "#tests/support/people.ts";

const refusal = "A workspace keeps at least one active admin.";

describe("a workspace keeps one active admin", () => {
  let workspace: Workspace;
  let admin: Person;

  beforeEach(async () => {
    workspace = await createWorkspace();
    admin = await createMember(workspace, "admin");
  });

  test("the last admin can be neither demoted nor deactivated nor removed", async () => {
    await createMember(workspace, "manager");
    await expect(demote(admin, admin)).rejects.toThrow(refusal);
    const deactivate = asPerson(admin.userId, (query) =>
      query("update memberships set is_active = false where user_id = $1", [admin.userId]),
    );
    await expect(deactivate).rejects.toThrow(refusal);
    const remove = asSystem((query) => query("delete from memberships where user_id = $1", [admin.userId]));
    await expect(remove).rejects.toThrow(refusal);
  });

  test("a deactivated admin does not count", async () => {
    const second = await createMember(workspace, "admin");
    await asPerson(admin.userId, (query) =>
      query("update memberships set is_active = false where user_id = $1", [second.userId]),
    );
    await expect(demote(admin, admin)).rejects.toThrow(refusal);
  });

  test("one of two admins can go", async () => {
    const second = await createMember(workspace, "admin");
    await demote(second, admin);
    expect(await admins()).toEqual([second.userId]);
  });

  test("all at once can't be demoted by one statement", async () => {
    await createMember(workspace, "admin");
    const demoteAll = asPerson(admin.userId, (query) => query("update memberships set role = 'viewer'"));
    await expect(demoteAll).rejects.toThrow(refusal);
  });

  test("two admins who demote each other at the same time: one stays", async () => {
    const second = await createMember(workspace, "admin");
    const both = await Promise.allSettled([demote(admin, second, 300), demote(second, admin, 300)]);
    expect(both.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
  });

  /** Demotes a member, and lingers in the transaction before it is committed. */
  function demote(by: Person, whom: Person, linger = 0): Promise<void> {
    return asPerson(by.userId, async (query) => {
      await query("update memberships set role = 'seller' where user_id = $1", [whom.userId]);
      await sleep(linger);
    });
  }

  async function admins(): Promise<unknown[]> {
    const rows = await asOwner(
      "select user_id from memberships where workspace_id = $1 and role = 'admin' and is_active",
      [workspace.id],
    );
    return rows.map((row) => row.user_id);
  }
});

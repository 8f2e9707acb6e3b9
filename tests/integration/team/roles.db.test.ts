import { beforeEach, describe, expect, test } from "vitest";
import { loadSession } from "#lib/base/auth/session.ts";
import { searchPalette } from "#lib/palette/queries.ts";
import { changeRole, deactivateMember } from "#lib/team/commands.ts";
import { pageOf } from "#tests/integration/leads/list/ask.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createMember, createWorkspace, randomName, type Workspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Member;
let seller: Member;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin");
  seller = await signIn(workspace, "seller");
});

async function roleOf({ userId }: { userId: string }, { id } = workspace): Promise<unknown> {
  const [row] = await asOwner("select role from memberships where user_id = $1 and workspace_id = $2", [
    userId,
    id,
  ]);
  return row?.role;
}

describe("another role", () => {
  test("counts from the next request", async () => {
    await changeRole(admin, { userId: seller.userId, role: "viewer" });
    expect(await loadSession(seller.userId)).toMatchObject({ role: "viewer" });
  });

  test("is given by admins only, whatever is forced", async () => {
    for (const role of ["manager", "seller", "viewer"] as const) {
      const member = await signIn(workspace, role);
      await expect(changeRole(member, { userId: member.userId, role: "admin" })).rejects.toThrow("forbidden");
      const forced = { ...member, role: "admin" as const };
      await expect(changeRole(forced, { userId: member.userId, role: "admin" })).rejects.toThrow(
        "notFoundMember",
      );
      const written = await asPerson(member.userId, (query) =>
        query("update memberships set role = 'admin'"),
      );
      expect(written.rowCount).toBe(0);
      expect(await roleOf(member)).toBe(role);
    }
  });

  test("changes nothing in another workspace of the person", async () => {
    const elsewhere = await createWorkspace();
    await createMember(elsewhere, "admin");
    await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'manager')", [
      elsewhere.id,
      seller.userId,
    ]);
    await changeRole(admin, { userId: seller.userId, role: "viewer" });
    await deactivateMember(admin, { userId: seller.userId, pausesStores: true });
    expect(await roleOf(seller, elsewhere)).toBe("manager");
    expect(await loadSession(seller.userId)).toMatchObject({
      role: "manager",
      workspace: { id: elsewhere.id },
    });
  });

  test("is not taken from the last active admin", async () => {
    await expect(changeRole(admin, { userId: admin.userId, role: "seller" })).rejects.toThrow("lastAdmin");
    expect(await roleOf(admin)).toBe("admin");
  });

  test("of two admins who demote each other at once leaves one", async () => {
    const other = await signIn(workspace, "admin");
    const both = await Promise.allSettled([
      changeRole(admin, { userId: other.userId, role: "seller" }),
      changeRole(other, { userId: admin.userId, role: "seller" }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect([await roleOf(admin), await roleOf(other)].sort()).toEqual(["admin", "seller"]);
  });

  test("changes what lists and the palette find, both ways", async () => {
    const other = await signIn(workspace, "seller");
    const store = await createStore(workspace, other);
    const name = `Octavia ${randomName()}`;
    const customerId = await createBuyer(workspace, { name });
    await createPurchase(workspace, {
      storeId: store.id,
      owner: other,
      customerId,
      number: "#1",
      orderedAt: "2026-11-20T10:00:00Z",
    });
    const found = async () => {
      const session = await loadSession(seller.userId);
      if (!session) throw new Error("The member has no session.");
      const { rows } = await pageOf(session, "view=all");
      const { leads, customers } = await searchPalette(session, name);
      return [rows.length, leads.length, customers.length];
    };
    expect(await found()).toEqual([0, 0, 0]);
    await changeRole(admin, { userId: seller.userId, role: "manager" });
    expect(await found()).toEqual([1, 1, 1]);
    await changeRole(admin, { userId: seller.userId, role: "seller" });
    expect(await found()).toEqual([0, 0, 0]);
  });
});

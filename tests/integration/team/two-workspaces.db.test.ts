import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { listDashboardOptions } from "#lib/kpi/queries.ts";
import { listFilterOptions } from "#lib/leads/queries.ts";
import { loadNames } from "#lib/team/names.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

// Of two people who are colleagues in two workspaces, each workspace shows its own stores and people, and nobody twice.

let busy: Member;
let empty: Session;
let seller: Member;
let store: Store;

async function join(workspace: Workspace, member: Member, role: string): Promise<Session> {
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, $3)", [
    workspace.id,
    member.userId,
    role,
  ]);
  return { ...member, workspace: { ...member.workspace, ...workspace } };
}

beforeAll(async () => {
  const workspace = await createWorkspace();
  const other = await createWorkspace();
  busy = await signIn(workspace, "admin", "Ada");
  seller = await signIn(workspace, "seller", "Ana");
  empty = await join(other, busy, "admin");
  store = await createStore(workspace, seller);
  await createPurchase(workspace, {
    storeId: store.id,
    owner: seller,
    customerId: await createBuyer(workspace, {}),
    number: "#1",
    orderedAt: "2026-11-20T10:00:00Z",
  });
});

describe("a workspace without a store", () => {
  test("has none in its filters, nor the people of the other one", async () => {
    expect(await listDashboardOptions(empty)).toMatchObject({
      stores: [],
      sellers: [{ id: busy.userId, name: "Ada" }],
    });
    expect(await listFilterOptions(empty)).toMatchObject({ stores: [], sellers: [] });
  });

  test("has colleagues who are colleagues elsewhere, once", async () => {
    await join({ ...empty.workspace }, seller, "viewer");
    for (const session of [busy, empty]) {
      const { people } = await forUser(session, (tx) => loadNames(tx, session));
      expect([...people.values()].sort()).toEqual(["Ada", "Ana"]);
    }
    expect(await listFilterOptions(empty)).toMatchObject({ stores: [], sellers: [] });
  });
});

test("the workspace with the store shows it, and who works its leads", async () => {
  const theirs = { id: seller.userId, name: "Ana" };
  const named = { id: store.id, name: store.domain, domain: store.domain, isRemoved: false };
  expect((await listDashboardOptions(busy)).stores).toEqual([named]);
  expect(await listFilterOptions(busy)).toMatchObject({ stores: [{ id: store.id }], sellers: [theirs] });
});

import { beforeEach, describe, expect, test } from "vitest";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { mergeCustomers } from "#lib/customers/merge.ts";
import type { MergePart } from "#lib/customers/model.ts";
import { undoMerge } from "#lib/customers/undo-merge.ts";
import { asOwner, asPerson, type Row } from "#tests/support/database.ts";
import { createWorkspace, type Workspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

let workspace: Workspace;
let admin: Member;
let ana: Member;
let mihai: Member;
let keptId: string;
let mergedId: string;
let mergedLeadId: string;

beforeEach(async () => {
  workspace = await createWorkspace();
  admin = await signIn(workspace, "admin", "Ioana");
  ana = await signIn(workspace, "seller", "Ana");
  mihai = await signIn(workspace, "seller", "Mihai");
  keptId = await createBuyer(workspace, {
    name: "Vera Iancu",
    email: "vera@example.com",
    phone: "+40722000001",
  });
  mergedId = await createBuyer(workspace, {
    name: "V. Iancu",
    email: "work@example.com",
    phone: "+40722000002",
    street: "Lungă 1",
    city: "Cluj",
  });
  const anas = { storeId: (await createStore(workspace, ana)).id, owner: ana, kpi: "paid" as const };
  const mihais = { storeId: (await createStore(workspace, mihai)).id, owner: mihai, kpi: "paid" as const };
  await createPurchase(workspace, {
    ...anas,
    customerId: keptId,
    number: "1",
    orderedAt: "2025-03-01T10:00:00Z",
    total: "10.000",
  });
  await createPurchase(workspace, {
    ...anas,
    customerId: mergedId,
    number: "2",
    orderedAt: "2025-03-02T10:00:00Z",
    total: "5.000",
  });
  const sale = {
    ...mihais,
    customerId: mergedId,
    number: "3",
    orderedAt: "2025-03-03T10:00:00Z",
    total: "7.000",
  };
  mergedLeadId = (await createPurchase(workspace, sale)).leadId;
});

async function customerRow(id: string) {
  const [row] = await asOwner("select * from customers where id = $1", [id]);
  return row ?? {};
}

const pair = () => ({ keptId, mergedId });

describe("an undone merge", () => {
  const merge = (taken: MergePart[] = []) => mergeCustomers(admin, { ...pair(), taken });

  test("leaves both as they were, with what was theirs", async () => {
    const before = [await customerRow(keptId), await customerRow(mergedId)];
    const known = await everythingOf([keptId, mergedId]);
    const { mergeId } = await merge(["name", "email", "phone", "address"]);
    expect(await undoMerge(admin, { mergeId })).toEqual({ mergedId, leads: 2 });
    const after = [await customerRow(keptId), await customerRow(mergedId)];
    const plain = ({ updated_at: _, ...row }: Row) => row;
    expect(after.map(plain)).toEqual(before.map(plain));
    expect(await everythingOf([keptId, mergedId])).toEqual(known);
    const [event] = await asOwner(
      "select user_id from crm_lead_events where lead_id = $1 and type = 'customer_unmerged'",
      [mergedLeadId],
    );
    expect(event).toEqual({ user_id: admin.userId });
  });

  test("keeps what was changed since, and what came since", async () => {
    const { mergeId } = await merge();
    await asOwner("update customers set name = 'Vera I. Iancu' where id = $1", [keptId]);
    const anas = { storeId: (await createStore(workspace, ana)).id, owner: ana };
    await createPurchase(workspace, {
      ...anas,
      customerId: keptId,
      number: "4",
      orderedAt: "2025-03-04T10:00:00Z",
    });
    await undoMerge(admin, { mergeId });
    expect((await getCustomer(admin, keptId))?.orders.map(({ number }) => number)).toEqual(["4", "1"]);
    expect(await customerRow(keptId)).toMatchObject({ name: "Vera I. Iancu" });
  });

  test("is offered for a day to those who may merge, and only the last one", async () => {
    const { mergeId } = await merge();
    expect((await getCustomer(admin, keptId))?.merge).toMatchObject({ id: mergeId, person: "Ioana" });
    expect((await getCustomer(ana, keptId))?.merge).toBeNull();
    const thirdId = await createBuyer(workspace, { name: "Third" });
    const last = await mergeCustomers(admin, { keptId, mergedId: thirdId, taken: [] });
    await expect(undoMerge(admin, { mergeId })).rejects.toMatchObject({ key: "mergeUndoTooLate" });
    await undoMerge(admin, { mergeId: last.mergeId });
    await asOwner("update customer_merges set created_at = now() - interval '25 hours' where id = $1", [
      mergeId,
    ]);
    expect((await getCustomer(admin, keptId))?.merge).toBeNull();
    await expect(undoMerge(admin, { mergeId })).rejects.toMatchObject({ key: "mergeUndoTooLate" });
  });

  test("is undone once, by those who may merge", async () => {
    const { mergeId } = await merge();
    const stranger = await signIn(await createWorkspace(), "admin");
    await expect(undoMerge(stranger, { mergeId })).rejects.toMatchObject({ key: "mergeUndoTooLate" });
    for (const { userId } of [ana, stranger]) {
      const undo = asPerson(userId, (query) => query("select astra.undo_merge($1)", [mergeId]));
      await expect(undo).rejects.toMatchObject({ code: "42501" });
    }
    await undoMerge(admin, { mergeId });
    await expect(undoMerge(admin, { mergeId })).rejects.toMatchObject({ key: "mergeUndoTooLate" });
    expect(await asOwner("select before from customer_merges where id = $1", [mergeId])).toEqual([
      { before: {} },
    ]);
  });
});

/** What is kept of customers beside their rows. */
async function everythingOf(ids: string[]): Promise<Row[][]> {
  const tables = [
    [
      "customer_contacts",
      "customer_id, user_id, name, email, phone, street, city, known_since, orders_count, refused_count, spent_thousandths",
    ],
    [
      "customer_sellers",
      "customer_id, user_id, orders_count, refused_count, spent, first_order_at, last_order_at",
    ],
    ["orders", "customer_id, id"],
    ["crm_leads", "customer_id, id"],
  ];
  return Promise.all(
    tables.map(([table, columns]) =>
      asOwner(`select ${columns} from ${table} where customer_id = any ($1) order by 1, 2`, [ids]),
    ),
  );
}

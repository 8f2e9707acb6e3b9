import { beforeEach, describe, expect, test } from "vitest";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { customerList } from "#lib/customers/list.ts";
import { findToMerge, mergeCustomers, previewMerge } from "#lib/customers/merge.ts";
import type { Contact } from "#lib/customers/model.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
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

test("the preview says what each has, what moves and what has to be chosen", async () => {
  expect(await previewMerge(admin, pair())).toMatchObject({
    kept: { id: keptId, name: "Vera Iancu" },
    merged: { id: mergedId, name: "V. Iancu", address: { street: "Lungă 1", city: "Cluj" } },
    orders: 2,
    leads: 2,
    conflicts: ["name", "email", "phone"],
    areStrangers: true,
  });
});

test.each([{ name: "Iancu Vera" }, { phone: "+40722000001" }])(
  "two who share %o are no strangers",
  async (shared) => {
    const twinId = await createBuyer(workspace, { name: "Dan Pop", ...shared });
    expect(await previewMerge(admin, { keptId, mergedId: twinId })).toMatchObject({ areStrangers: false });
  },
);

test("orders, leads and figures go to the one that is kept", async () => {
  expect(await mergeCustomers(admin, { ...pair(), taken: [] })).toMatchObject({ leads: 2 });
  const kept = await getCustomer(admin, keptId);
  expect(kept?.orders.map((order) => order.number)).toEqual(["3", "2", "1"]);
  expect(kept?.figures).toMatchObject({ orders: 3, spent: { RON: "22" } });
  const sellers = await asOwner(
    "select user_id, orders_count, spent from customer_sellers where customer_id = $1 order by orders_count",
    [keptId],
  );
  expect(sellers).toEqual([
    { user_id: mihai.userId, orders_count: 1, spent: { RON: "7.000" } },
    { user_id: ana.userId, orders_count: 2, spent: { RON: "15.000" } },
  ]);
  for (const table of ["customer_sellers", "customer_contacts"])
    expect(await asOwner(`select 1 from ${table} where customer_id = $1`, [mergedId])).toEqual([]);
  const leads = await asOwner("select 1 from crm_leads where customer_id = $1", [mergedId]);
  expect(leads).toEqual([]);
});

test("the kept one's values win unless others are chosen, and what it lacks it takes over", async () => {
  await mergeCustomers(admin, { ...pair(), taken: ["name", "phone"] });
  expect(await customerRow(keptId)).toMatchObject({
    name: "V. Iancu",
    email: "vera@example.com",
    phone: "+40722000002",
    street: "Lungă 1",
    city: "Cluj",
  });
});

test("an e-mail can change places: it stays unique, and the other one is kept among the store's values", async () => {
  await mergeCustomers(admin, { ...pair(), taken: ["email"] });
  expect(await customerRow(keptId)).toMatchObject({ email: "work@example.com" });
  const merged = await customerRow(mergedId);
  expect(merged).toMatchObject({ email: null, merged_into_id: keptId });
  expect(merged.store_values).toMatchObject({ email: "vera@example.com" });
});

test("what a person chose between counts as corrected", async () => {
  await mergeCustomers(admin, { ...pair(), taken: ["name"] });
  const { corrections } = await customerRow(keptId);
  expect(Object.keys(corrections as object).sort()).toEqual(["email", "name", "phone"]);
  expect(corrections).toMatchObject({ name: { storeValue: "Vera Iancu", userId: admin.userId } });
});

test("every moved lead's timeline says who merged, and not what other sellers call the two", async () => {
  await mergeCustomers(admin, { ...pair(), taken: [] });
  const events = await asOwner(
    "select lead_id, user_id, details from crm_lead_events where type = 'customer_merged' and user_id = $1",
    [admin.userId],
  );
  expect(events).toHaveLength(2);
  expect(events).toContainEqual({
    lead_id: mergedLeadId,
    user_id: admin.userId,
    details: { fromId: mergedId },
  });
});

test("old links lead on, for sellers too, and lists and searches no longer hold the merged one", async () => {
  await mergeCustomers(admin, { ...pair(), taken: [] });
  for (const member of [admin, ana, mihai]) {
    expect(await getCustomer(member, mergedId)).toMatchObject({ mergedIntoId: keptId });
    for (const query of ["", "?q=iancu"]) {
      const page = await listCustomers(member, customerList.load(query));
      expect(page.rows.map((row) => row.id)).toEqual([keptId]);
      expect(page.total).toBe(1);
    }
  }
});

test("one that was merged before leads to the last one too", async () => {
  const lastId = await createBuyer(workspace, { name: "Vera again" });
  await mergeCustomers(admin, { ...pair(), taken: [] });
  await mergeCustomers(admin, { keptId: lastId, mergedId: keptId, taken: [] });
  expect(await getCustomer(admin, mergedId)).toMatchObject({ mergedIntoId: lastId });
});

describe("the next order of the buyer", () => {
  const find = async (seller: Member, { email = null, phone = null }: Partial<Contact>) => {
    const [found] = await asOwner<{ id: string }>(
      "select astra.lock_kept_customer(astra.match_buyer($1, $2, 'Vera', $3, $4)) as id",
      [workspace.id, seller.userId, email, phone],
    );
    return found?.id;
  };

  test.each([
    { email: "work@example.com" },
    { email: "vera@example.com" },
    { phone: "+40722000001" },
    { phone: "+40722000002" },
  ])("with %s comes to the kept one, and changes nothing that was chosen", async (contact) => {
    await mergeCustomers(admin, { ...pair(), taken: ["phone"] });
    const newcomer = await signIn(workspace, "seller", "Radu");
    for (const seller of [ana, newcomer]) expect(await find(seller, contact)).toBe(keptId);
    await asOwner("select astra.refresh_customers(array[$1]::uuid[])", [keptId]);
    expect(await customerRow(keptId)).toMatchObject({
      name: "Vera Iancu",
      email: "vera@example.com",
      phone: "+40722000002",
    });
  });

  test("comes to the kept one when the order was known under the merged one", async () => {
    await mergeCustomers(admin, { ...pair(), taken: [] });
    const [kept] = await asOwner("select astra.lock_kept_customer($1) as id", [mergedId]);
    expect(kept).toEqual({ id: keptId });
  });
});

describe("is refused", () => {
  test("with itself", async () => {
    const itself = { keptId, mergedId: keptId };
    await expect(previewMerge(admin, itself)).rejects.toMatchObject({ key: "mergeWithItself" });
    await expect(mergeCustomers(admin, { ...itself, taken: [] })).rejects.toMatchObject({
      key: "mergeWithItself",
    });
  });

  test("across workspaces", async () => {
    const foreignId = await createBuyer(await createWorkspace(), { name: "Vera Iancu" });
    for (const ids of [
      { keptId, mergedId: foreignId },
      { keptId: foreignId, mergedId },
    ])
      await expect(mergeCustomers(admin, { ...ids, taken: [] })).rejects.toMatchObject({
        key: "notFoundCustomer",
      });
  });

  test("a second time", async () => {
    await mergeCustomers(admin, { ...pair(), taken: [] });
    await expect(mergeCustomers(admin, { ...pair(), taken: [] })).rejects.toMatchObject({
      key: "mergedAlready",
    });
  });

  test.each(["seller", "viewer"] as const)("by the database for a %s", async (role) => {
    const member = role === "seller" ? ana : await signIn(workspace, role);
    await expect(mergeCustomers(member, { ...pair(), taken: [] })).rejects.toThrow();
    expect(await customerRow(mergedId)).toMatchObject({ merged_into_id: null });
  });

  test("by the database for an admin of two workspaces, across them", async () => {
    const other = await createWorkspace();
    await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'admin')", [
      other.id,
      admin.userId,
    ]);
    const foreignId = await createBuyer(other, { name: "Vera" });
    const merge = asPerson(admin.userId, (query) =>
      query("select astra.merge_customers($1, $2, '{}')", [keptId, foreignId]),
    );
    await expect(merge).rejects.toMatchObject({ code: "42501" });
  });
});

test("two merges of one pair at once: one wins, nothing is lost", async () => {
  const results = await Promise.allSettled([
    mergeCustomers(admin, { ...pair(), taken: [] }),
    mergeCustomers(admin, { keptId: mergedId, mergedId: keptId, taken: [] }),
  ]);
  expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  const orders = await asOwner("select distinct customer_id from orders where workspace_id = $1", [
    workspace.id,
  ]);
  expect(orders).toHaveLength(1);
});

test("candidates: who shares the phone, or whom a search finds; never the customer itself or one of another workspace", async () => {
  const twinId = await createBuyer(workspace, { name: "Twin", phone: "+40722000001" });
  await createBuyer(await createWorkspace(), { name: "Vera Iancu", phone: "+40722000001" });
  const ids = async (text: string) => (await findToMerge(admin, { keptId, text })).map(({ id }) => id);
  expect(await ids("")).toEqual([twinId]);
  expect(await ids("iancu")).toEqual([mergedId]);
});

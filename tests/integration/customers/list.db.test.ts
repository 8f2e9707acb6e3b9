import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { encodeCursor } from "#lib/base/list/cursor.ts";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { customerList } from "#lib/customers/list.ts";
import { type CustomerRow, listCustomers } from "#lib/customers/queries.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createBuyer, createPurchase, type Member, signIn } from "#tests/support/purchases.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

type Asker = "admin" | "manager" | "viewer" | "ana" | "mihai" | "stranger";

let members: Record<Asker, Member>;
let buyers: Record<"vera" | "stefan" | "maria" | "called", string>;

beforeAll(async () => {
  const workspace = await createWorkspace();
  members = {
    admin: await signIn(workspace, "admin"),
    manager: await signIn(workspace, "manager"),
    viewer: await signIn(workspace, "viewer"),
    ana: await signIn(workspace, "seller", "Ana"),
    mihai: await signIn(workspace, "seller", "Mihai"),
    stranger: await signIn(await createWorkspace(), "admin"),
  };
  const { ana, mihai } = members;
  buyers = {
    vera: await createBuyer(workspace, {
      name: "Vera Iancu",
      email: "vera@example.com",
      createdAt: "2025-03-01T10:00:00Z",
    }),
    stefan: await createBuyer(workspace, {
      name: "Ștefan Popescu",
      phone: "+40722123456",
      createdAt: "2025-03-02T10:00:00Z",
    }),
    maria: await createBuyer(workspace, { name: "Maria Ene", createdAt: "2025-03-03T10:00:00Z" }),
    called: await createBuyer(workspace, { name: "Called Only", createdAt: "2025-03-04T10:00:00Z" }),
  };
  const anas = { storeId: (await createStore(workspace, ana)).id, owner: ana };
  const mihais = { storeId: (await createStore(workspace, mihai)).id, owner: mihai };
  const vera = { customerId: buyers.vera, kpi: "paid" as const };
  await createPurchase(workspace, {
    ...anas,
    ...vera,
    number: "1",
    orderedAt: "2025-03-01T10:00:00Z",
    total: "10.500",
  });
  await createPurchase(workspace, {
    ...anas,
    ...vera,
    number: "2",
    orderedAt: "2025-03-02T10:00:00Z",
    total: "4.500",
    currency: "EUR",
  });
  // An order that two sellers know counts once for those who see everything.
  await createPurchase(workspace, {
    ...anas,
    ...vera,
    assignee: mihai,
    number: "3",
    orderedAt: "2025-03-03T10:00:00Z",
    total: "2.000",
  });
  await createPurchase(workspace, {
    ...mihais,
    ...vera,
    number: "4",
    orderedAt: "2025-03-04T10:00:00Z",
    total: "1.000",
  });
  await createPurchase(workspace, {
    ...mihais,
    customerId: buyers.vera,
    cod: "refused",
    kpi: "rejected",
    number: "5",
    orderedAt: "2025-03-05T10:00:00Z",
  });
  await createPurchase(workspace, {
    ...mihais,
    ...vera,
    isTest: true,
    number: "6",
    orderedAt: "2025-02-01T10:00:00Z",
  });
  await createPurchase(workspace, {
    ...anas,
    customerId: buyers.stefan,
    number: "7",
    orderedAt: "2025-03-06T10:00:00Z",
  });
  await createPurchase(workspace, {
    ...mihais,
    customerId: buyers.maria,
    number: "8",
    orderedAt: "2025-03-07T10:00:00Z",
  });
  await insert("crm_leads", {
    workspace_id: workspace.id,
    user_id: ana.userId,
    customer_id: buyers.called,
    name: "Called Only",
    source: "manual",
    cod_status: "pending",
    kpi_status: "waiting",
  });
});

function pageOf(asker: Asker, query: string) {
  return listCustomers(members[asker], customerList.load(`?${query}`));
}

function namesOf(rows: CustomerRow[]): string[] {
  return rows.map((row) => row.name?.split(" ")[0] ?? "");
}

const everybody = ["Called", "Maria", "Ștefan", "Vera"];
const visible: Record<Asker, string[]> = {
  admin: everybody,
  manager: everybody,
  viewer: everybody,
  ana: ["Called", "Ștefan", "Vera"],
  mihai: ["Maria", "Vera"],
  stranger: [],
};

const searches: [string, string[]][] = [
  ["stefan+pop", ["Ștefan"]],
  ["0722+123+456", ["Ștefan"]],
  ["722-123", ["Ștefan"]],
  ["vera@exam", ["Vera"]],
  ["maria", ["Maria"]],
  ["nobody", []],
];

describe.each(Object.keys(visible) as Asker[])("%s", (asker) => {
  test("lists the customers of the role, newest first and oldest first", async () => {
    const page = await pageOf(asker, "");
    expect(namesOf(page.rows)).toEqual(visible[asker]);
    expect(page).toMatchObject({ total: visible[asker].length, isCapped: false, next: null, previous: null });
    expect(namesOf((await pageOf(asker, "sort=oldest")).rows)).toEqual(visible[asker].toReversed());
    expect(namesOf((await pageOf(asker, "sort=worst&size=3&after=x")).rows)).toEqual(visible[asker]);
  });

  test("may come from beyond all time: then the list is all ahead, or over", async () => {
    const id = randomUUID();
    expect(
      namesOf((await pageOf(asker, `after=${encodeCursor({ part: 0, key: "8640000000000000", id })}`)).rows),
    ).toEqual(visible[asker]);
    expect(
      (await pageOf(asker, `after=${encodeCursor({ part: 0, key: "-8640000000000000", id })}`)).rows,
    ).toEqual([]);
  });

  test.each(searches)("searches for %s", async (text, names) => {
    const expected = names.filter((name) => visible[asker].includes(name));
    const page = await pageOf(asker, `q=${text}`);
    expect(namesOf(page.rows)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });
});

const allOfVera = {
  orders: 5,
  spent: { RON: "13.5", EUR: "4.5" },
  lastOrderAt: new Date("2025-03-05T10:00:00Z"),
};
const figures: Partial<Record<Asker, typeof allOfVera>> = {
  admin: allOfVera,
  manager: allOfVera,
  viewer: allOfVera,
  ana: { orders: 3, spent: { RON: "12.5", EUR: "4.5" }, lastOrderAt: new Date("2025-03-03T10:00:00Z") },
};

test.each(Object.entries(figures) as [Asker, typeof allOfVera][])(
  "%s sees the figures of the own orders, in the list and on the page",
  async (asker, { orders, spent, lastOrderAt }) => {
    const [row] = (await pageOf(asker, "q=vera")).rows;
    const customer = await getCustomer(members[asker], buyers.vera);
    expect(row).toMatchObject({ orders, lastOrderAt });
    expect(asNumbers(row?.spent)).toEqual(asNumbers(spent));
    expect(customer?.figures).toMatchObject({ orders, spent, lastOrderAt });
  },
);

function asNumbers(spent: Record<string, string> = {}): Record<string, number> {
  return Object.fromEntries(Object.entries(spent).map(([currency, amount]) => [currency, Number(amount)]));
}

describe("a customer's page", () => {
  test("holds the whole history for those who see everything", async () => {
    const customer = await getCustomer(members.manager, buyers.vera);
    expect(customer?.orders.map((order) => order.number)).toEqual(["5", "4", "3", "2", "1", "6"]);
    expect(customer?.figures).toMatchObject({
      refused: 1,
      firstOrderAt: new Date("2025-03-01T10:00:00Z"),
    });
    expect(customer?.orders[0]).toMatchObject({ sellerName: "Mihai", status: "pending", currency: "RON" });
  });

  test("holds a seller's own orders alone", async () => {
    const customer = await getCustomer(members.mihai, buyers.vera);
    expect(customer?.orders.map((order) => order.number)).toEqual(["5", "4", "3", "6"]);
    expect(customer?.figures).toMatchObject({ orders: 3, refused: 1, spent: { RON: "3" } });
  });

  test("holds leads without an order", async () => {
    const customer = await getCustomer(members.ana, buyers.called);
    expect(customer).toMatchObject({ orders: [], otherLeads: [{ codStatus: "pending", sellerName: "Ana" }] });
  });

  test("is not there for whoever has no business with the customer", async () => {
    expect(await getCustomer(members.mihai, buyers.stefan)).toBeNull();
    expect(await getCustomer(members.mihai, buyers.called)).toBeNull();
    expect(await getCustomer(members.ana, buyers.maria)).toBeNull();
    expect(await getCustomer(members.stranger, buyers.vera)).toBeNull();
    expect(await getCustomer(members.ana, buyers.stefan)).not.toBeNull();
  });
});

/** The ids of all pages, from the first to the last, and the same read backwards. */
async function readAll(member: Member): Promise<{ forth: string[]; back: string[] }> {
  const ask = (cursor: string) => listCustomers(member, customerList.load(`?size=25${cursor}`));
  let page = await ask("");
  const forth = page.rows.map((row) => row.id);
  while (page.next) {
    page = await ask(`&after=${page.next}`);
    forth.push(...page.rows.map((row) => row.id));
  }
  const back = page.rows.map((row) => row.id);
  while (page.previous) {
    page = await ask(`&before=${page.previous}`);
    back.unshift(...page.rows.map((row) => row.id));
  }
  return { forth, back };
}

test.each(["admin", "seller"] as const)("every customer is on one page, there and back: %s", async (role) => {
  const workspace = await createWorkspace();
  const member = await signIn(workspace, role);
  for (let index = 0; index < 60; index++) {
    const createdAt = new Date(Date.UTC(2025, 0, 1, 0, Math.floor(index / 4))).toISOString();
    const customerId = await createBuyer(workspace, { name: `Buyer ${index}`, createdAt });
    await insert("customer_contacts", {
      customer_id: customerId,
      user_id: member.userId,
      workspace_id: workspace.id,
      known_since: new Date(createdAt),
    });
  }
  const { forth, back } = await readAll(member);
  expect(new Set(forth).size).toBe(60);
  expect(back).toEqual(forth);
});

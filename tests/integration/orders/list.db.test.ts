import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { encodeCursor } from "#lib/base/list/cursor.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders, type OrderRow } from "#lib/orders/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorkspace } from "#tests/support/people.ts";
import { createPurchase, type Member, type Purchase, signIn } from "#tests/support/purchases.ts";
import { createStore } from "#tests/support/stores.ts";

type Asker = "admin" | "manager" | "viewer" | "ana" | "mihai" | "stranger";

let members: Record<Asker, Member>;
let stores: Record<"lamps" | "vases", string>;
let purchases: (Purchase & { sees: Asker[]; id?: string })[];

const overview: Asker[] = ["admin", "manager", "viewer"];

beforeAll(async () => {
  const workspace = await createWorkspace();
  const others = await createWorkspace();
  members = {
    admin: await signIn(workspace, "admin"),
    manager: await signIn(workspace, "manager"),
    viewer: await signIn(workspace, "viewer"),
    ana: await signIn(workspace, "seller", "Ana"),
    mihai: await signIn(workspace, "seller", "Mihai"),
    stranger: await signIn(others, "admin"),
  };
  const { ana, mihai } = members;
  stores = {
    lamps: (await createStore(workspace, ana)).id,
    vases: (await createStore(workspace, mihai)).id,
  };
  const anas = { storeId: stores.lamps, owner: ana, customerId: null };
  const mihais = { storeId: stores.vases, owner: mihai, customerId: null };
  purchases = [
    {
      ...anas,
      number: "#1",
      orderedAt: "2025-03-01T10:00:00Z",
      total: "99.9",
      name: "Ștefan Popescu",
      phone: "+40722123456",
      sees: ["ana"],
    },
    {
      ...anas,
      number: "#2",
      orderedAt: "2025-03-02T10:00:00Z",
      status: "shipped",
      name: "Maria Ene",
      sees: ["ana"],
    },
    {
      ...anas,
      number: "#3",
      orderedAt: "2025-03-03T21:59:00Z",
      payment: "paid",
      total: "120",
      name: "Maria Pop",
      sees: ["ana"],
    },
    {
      ...anas,
      number: "#4",
      orderedAt: "2025-03-03T22:00:00Z",
      status: "delivered",
      payment: "paid",
      name: "Ion Rusu",
      sees: ["ana"],
    },
    {
      ...anas,
      number: "#5",
      orderedAt: "2025-03-05T10:00:00Z",
      credited: mihai,
      total: "1000.005",
      name: "Ion Mare",
      sees: ["ana", "mihai"],
    },
    {
      ...anas,
      number: "#6",
      orderedAt: "2025-03-06T10:00:00Z",
      assignee: mihai,
      total: "99.9",
      name: "Dana Radu",
      sees: ["ana", "mihai"],
    },
    {
      ...mihais,
      number: "#7001",
      orderedAt: "2025-03-07T10:00:00Z",
      status: "cancelled",
      total: "0",
      name: "Maria Stan",
      sees: ["mihai"],
    },
    {
      ...mihais,
      number: "#8002",
      orderedAt: "2025-03-08T10:00:00Z",
      status: "refunded",
      payment: "refunded",
      email: "vera@example.com",
      name: "Vera Iancu",
      sees: ["mihai"],
    },
  ];
  for (const purchase of purchases) purchase.id = (await createPurchase(workspace, purchase)).orderId;
});

function pageOf(asker: Asker, query: string) {
  return listOrders(members[asker], orderList.load(`?${query}`));
}

function numbers(rows: OrderRow[]): string[] {
  return rows.map((row) => row.number);
}

function expected(
  asker: Asker,
  isAskedFor: (purchase: Purchase) => boolean,
  compare: (one: Comparable, other: Comparable) => number = newest,
): string[] {
  return purchases
    .filter((one) => overview.includes(asker) || one.sees.includes(asker))
    .filter(isAskedFor)
    .sort(compare)
    .map((one) => one.number);
}

type Comparable = Pick<Purchase, "orderedAt" | "total"> & { id?: string };

const newest = (one: Comparable, other: Comparable) =>
  Date.parse(other.orderedAt) - Date.parse(one.orderedAt);
const highest = (one: Comparable, other: Comparable) =>
  Number(other.total ?? 20) - Number(one.total ?? 20) || (String(one.id) < String(other.id) ? 1 : -1);

const day = (from: string, before: string) => (one: Purchase) =>
  new Date(one.orderedAt) >= new Date(from) && new Date(one.orderedAt) < new Date(before);

const filters: [string, (one: Purchase) => boolean][] = [
  ["", () => true],
  ["status=shipped", (one) => one.status === "shipped"],
  ["status=cancelled,refunded", (one) => one.status === "cancelled" || one.status === "refunded"],
  ["payment=paid", (one) => one.payment === "paid"],
  ["payment=paid&status=delivered", (one) => one.payment === "paid" && one.status === "delivered"],
  ["store=lamps", (one) => one.storeId === stores.lamps],
  ["store=lamps,vases", () => true],
  ["from=2025-03-04&to=2025-03-05", day("2025-03-03T22:00:00Z", "2025-03-05T22:00:00Z")],
  ["to=2025-03-03", day("2000-01-01", "2025-03-03T22:00:00Z")],
  ["from=2025-03-07", day("2025-03-06T22:00:00Z", "2100-01-01")],
  ["q=stefan+pop", (one) => one.name === "Ștefan Popescu"],
  ["q=0722+123+456", (one) => one.phone === "+40722123456"],
  ["q=vera@example.com", (one) => one.email === "vera@example.com"],
  ["q=%237001", (one) => one.number === "#7001"],
  ["q=maria", (one) => one.name?.startsWith("Maria") ?? false],
  ["q=maria&payment=paid", (one) => one.name === "Maria Pop"],
  ["q=nobody+at+all", () => false],
  ["status=nonsense&from=never&size=7&sort=up&after=x&store=1", () => true],
];

describe.each<Asker>(["admin", "manager", "viewer", "ana", "mihai"])("%s", (asker) => {
  const withIds = (query: string) => query.replace(/lamps|vases/g, (name) => stores[name as "lamps"]);

  test.each(filters)("asks for ?%s", async (query, isAskedFor) => {
    const page = await pageOf(asker, withIds(query));
    const rows = expected(asker, isAskedFor);
    expect(numbers(page.rows)).toEqual(rows);
    expect(page).toMatchObject({ total: rows.length, isCapped: false, next: null, previous: null });
  });

  test.each(filters)("asks for the highest total of ?%s", async (query, isAskedFor) => {
    const page = await pageOf(asker, `sort=total&${withIds(query).replace("sort=up&", "")}`);
    const rows = expected(asker, isAskedFor, highest);
    expect(numbers(page.rows)).toEqual(rows);
    expect(page).toMatchObject({ total: rows.length, isCapped: false, next: null, previous: null });
  });

  test.each(["newest", "total"])(
    "may come from beyond all, by %s: then the list is all ahead, or over",
    async (sort) => {
      const id = randomUUID();
      const first = await pageOf(asker, `sort=${sort}`);
      const beyond = (key: number) =>
        pageOf(asker, `sort=${sort}&after=${encodeCursor({ part: 0, key: String(key), id })}`);
      expect((await beyond(8.64e15)).rows).toEqual(first.rows);
      expect((await beyond(-8.64e15)).rows).toEqual([]);
    },
  );

  test("sorts by the oldest", async () => {
    const page = await pageOf(asker, "sort=oldest");
    expect(numbers(page.rows)).toEqual(expected(asker, () => true).reverse());
  });
});

test("those who see everything filter by the seller credited, a seller can't", async () => {
  const query = `seller=${members.mihai.userId}`;
  expect(numbers((await pageOf("manager", query)).rows)).toEqual(["#8002", "#7001", "#5"]);
  expect(numbers((await pageOf("ana", query)).rows)).toEqual(expected("ana", () => true));
});

test("another workspace's admin finds nothing", async () => {
  expect(await pageOf("stranger", "")).toMatchObject({ rows: [], total: 0 });
  expect(await pageOf("stranger", "q=maria")).toMatchObject({ rows: [], total: 0 });
});

test("a row says what the list shows", async () => {
  const [row] = (await pageOf("admin", "q=vera")).rows;
  expect(row).toMatchObject({
    number: "#8002",
    customerName: "Vera Iancu",
    status: "refunded",
    paymentStatus: "refunded",
    total: "20.000",
    currency: "RON",
    sellerName: "Mihai",
    orderedAt: new Date("2025-03-08T10:00:00Z"),
  });
});

describe("with more orders than a page has", () => {
  let seller: Member;
  let admin: Member;
  beforeAll(async () => {
    const workspace = await createWorkspace();
    admin = await signIn(workspace, "admin");
    seller = await signIn(workspace, "seller");
    const helper = await signIn(workspace, "seller");
    const store = await createStore(workspace, seller);
    for (let index = 0; index < 60; index++) {
      await createPurchase(workspace, {
        storeId: store.id,
        owner: seller,
        credited: index % 3 === 0 ? helper : seller,
        customerId: null,
        number: String(index),
        name: index % 2 === 0 ? "Maria Pop" : "Ion Rusu",
        // Several at one moment and of one total: the id decides.
        orderedAt: new Date(Date.UTC(2025, 0, 1, 0, Math.floor(index / 4))).toISOString(),
        total: totals[index % totals.length] ?? "0",
      });
    }
  });

  const totals = ["20", "99999999999.999", "20", "0.001", "-5.5", "20"];
  const time = (row: OrderRow) => row.orderedAt.getTime();
  // A sum that no order comes to is last.
  const total = (row: OrderRow) => (Number(row.total) < 1e9 ? Number(row.total) : -1e18);
  const orders: Record<string, (one: OrderRow, other: OrderRow) => number> = {
    newest: (one, other) => time(other) - time(one) || (one.id < other.id ? 1 : -1),
    oldest: (one, other) => time(one) - time(other) || (one.id < other.id ? -1 : 1),
    total: (one, other) => total(other) - total(one) || (one.id < other.id ? 1 : -1),
  };

  test.each(
    Object.keys(orders).flatMap((sort) => [
      { sort, query: "", count: 60 },
      { sort, query: "&q=maria", count: 30 },
    ]),
  )("every order is on one page, there and back: $sort $query", async ({ sort, query, count }) => {
    for (const session of [seller, admin]) {
      const ask = (cursor: string) =>
        listOrders(session, orderList.load(`?size=25&sort=${sort}${query}${cursor}`));
      let page = await ask("");
      const forth = [...page.rows];
      while (page.next) {
        page = await ask(`&after=${page.next}`);
        forth.push(...page.rows);
      }
      const back = [...page.rows];
      while (page.previous) {
        page = await ask(`&before=${page.previous}`);
        back.unshift(...page.rows);
      }
      expect(new Set(numbers(forth)).size).toBe(count);
      expect(numbers(back)).toEqual(numbers(forth));
      expect(page).toMatchObject({ total: count, isCapped: false });
      expect(numbers(forth)).toEqual(numbers(forth.toSorted(orders[sort])));
    }
  });
});

test("a total that has changed has a new place", async () => {
  const first = async () => (await pageOf("admin", "sort=total")).rows[0]?.number;
  const amount = (total: string) =>
    asOwner("update orders set current_total_amount = $2 where order_number = '#2' and workspace_id = $1", [
      members.admin.workspace.id,
      total,
    ]);
  await amount("5000");
  expect(await first()).toBe("#2");
  await amount("20");
  expect(await first()).toBe("#5");
});

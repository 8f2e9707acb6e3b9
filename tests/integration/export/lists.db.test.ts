import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { customerList } from "#lib/customers/list.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { leadList } from "#lib/leads/list.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { createWorld, type World } from "#tests/integration/leads/list/world.ts";
import { exportList } from "./exported.ts";

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

const askers = ["admin", "manager", "viewer", "ana", "mihai", "stranger"] as const;

/** The rows of a list, page by page as a person turns them. */
async function turnPages<Row>(
  page: (after: string) => Promise<{ rows: Row[]; next: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const { rows: more, next }: { rows: Row[]; next: string | null } = await page(after);
    rows.push(...more);
    after = next;
  }
  return rows;
}

function leads(session: Session, query: string) {
  return turnPages((after) => listLeads(session, { ...leadList.load(query), size: 25, after }));
}

describe.each(askers)("the leads that %s exports", (asker) => {
  test.each([
    "?",
    "?view=to_call",
    "?view=shipped",
    "?cod=pending,confirmed",
    "?kpi=waiting",
    "?logistic=pending",
    "?from=2025-03-02&to=2025-03-03",
    "?sort=oldest",
    "?sort=value",
    "?q=stefan",
    "?q=nobody-has-this-name",
    "?size=25&after=junk",
  ])("are the list, in its order: %s", async (query) => {
    const session = world.sessions[asker];
    const listed = await leads(session, query);
    const exported = await exportList("leads", session, query);
    expect(exported.map((row) => [row.Order, row.Customer, row.Phone])).toEqual(
      listed.map((row) => [row.orderNumber ?? "", row.customerName ?? "", row.phone ?? ""]),
    );
  });
});

test("leads by store and by tag are the list", async () => {
  const { sessions, stores, tags } = world;
  for (const query of [
    `?store=${stores.lamps}`,
    `?tag=${tags.gift}`,
    `?store=${stores.rugs}&tag=${tags.gift}`,
  ]) {
    const listed = await leads(sessions.admin, query);
    const exported = await exportList("leads", sessions.admin, query);
    expect(exported.map((row) => row.Customer)).toEqual(listed.map((row) => row.customerName));
  }
});

test("a page in the middle is asked for, and the whole list is exported", async () => {
  const session = world.sessions.admin;
  const { next } = await listLeads(session, { ...leadList.load("?"), size: 25 });
  const all = await exportList("leads", session);
  expect(all.length).toBeGreaterThan(25);
  expect(await exportList("leads", session, `?size=25&after=${next}`)).toEqual(all);
});

describe("a seller", () => {
  test("exports the leads that are the seller's own, and no others", async () => {
    const own = world.leads.filter(({ worker, owner }) => worker === "ana" || owner === "ana");
    const exported = await exportList("leads", world.sessions.ana);
    expect(own.length).toBeLessThan(world.leads.length);
    expect(exported.map((row) => row.Customer).sort()).toEqual(own.map(({ name }) => name).sort());
  });

  test("gets them too when asking for another seller's", async () => {
    const query = `?seller=${world.sessions.mihai.userId}`;
    const exported = await exportList("leads", world.sessions.ana, query);
    expect(exported).toEqual(await exportList("leads", world.sessions.ana));
  });

  test("reads nothing of who works what", async () => {
    const [seller] = await exportList("leads", world.sessions.ana);
    const [admin] = await exportList("leads", world.sessions.admin);
    expect(seller).not.toHaveProperty("Seller");
    expect(admin).toHaveProperty("Seller");
  });
});

describe.each(askers)("what %s exports of", (asker) => {
  test.each(["?", "?sort=oldest", "?sort=total", "?status=pending", "?q=stefan", "?sort=total&q=stefan"])(
    "orders is the list: %s",
    async (query) => {
      const session = world.sessions[asker];
      const params = orderList.load(query);
      const listed = await turnPages((after) => listOrders(session, { ...params, size: 25, after }));
      const exported = await exportList("orders", session, query);
      expect(exported.map((row) => row.Order)).toEqual(listed.map((row) => row.number));
    },
  );

  test.each(["?", "?sort=oldest", "?q=stefan"])("customers is the list: %s", async (query) => {
    const session = world.sessions[asker];
    const params = customerList.load(query);
    const listed = await turnPages((after) => listCustomers(session, { ...params, size: 25, after }));
    const exported = await exportList("customers", session, query);
    expect(exported.map((row) => [row.Customer, row.Orders])).toEqual(
      listed.map((row) => [row.name ?? "", String(row.orders)]),
    );
  });
});

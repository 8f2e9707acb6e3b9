import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forSystem, forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { isVisibleLead, placesOfLeads, placesOfOrders } from "#lib/sales/visibility.ts";
import { asOwner } from "#tests/support/database.ts";
import { createWorld, type World } from "./world.ts";

// Who sees a lead or an order is told by the policies, by lib/sales/visibility.ts and by the functions that apply it themselves: all say the same.

const roles = {
  admin: "admin",
  manager: "manager",
  seller: "seller",
  otherSeller: "seller",
  assignedSeller: "seller",
  viewer: "viewer",
  stranger: "admin",
} as const satisfies Partial<Record<keyof World["people"], Role>>;
type Name = keyof typeof roles;
const names = Object.keys(roles) as Name[];

let world: World;
const word = `visible${crypto.randomUUID().replaceAll("-", "")}`;

beforeAll(async () => {
  world = await createWorld();
  // Each lead has a word of its own: of words that many leads have, the search leaves the finding to the list.
  await asOwner(
    "update crm_leads set name = $1 || replace(id::text, '-', '') where workspace_id = any ($2)",
    [word, [world.ours.id, world.strangers.id]],
  );
});

function sessionOf(name: Name): Session {
  const { userId, email, name: called } = world.people[name];
  const workspace = name === "stranger" ? world.strangers : world.ours;
  const of = { userId, email, name: called, role: roles[name] };
  const its = { aal: "aal1", locale: "en", timezone: "UTC", timeFormat: "24h" } as const;
  return { ...of, ...its, workspace: { ...workspace, currency: "RON", timezone: "UTC" } };
}

/** As the system, with the person's claims: past the policies, so that the condition alone decides. */
function withoutPolicies<T>({ userId }: Session, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const claims = JSON.stringify({ sub: userId, role: "authenticated" });
  return forSystem(async (tx) => {
    await tx.$executeRaw`select set_config('request.jwt.claims', ${claims}, true), set_config('request.jwt.claim.sub', ${userId}, true)`;
    return work(tx);
  });
}

async function idsOf(tx: Transaction, query: Prisma.Sql): Promise<string[]> {
  return (await tx.$queryRaw<{ id: string }[]>(query)).map(({ id }) => id).sort();
}

describe.each(names)("%s", (name) => {
  test("sees the leads that the policies let through, each in one place", async () => {
    const session = sessionOf(name);
    const seen = await forUser(session, (tx) => idsOf(tx, Prisma.sql`select id from crm_leads lead`));
    const selects = placesOfLeads(session).map(
      (place) => Prisma.sql`select id from crm_leads lead where ${place}`,
    );
    await withoutPolicies(session, async (tx) => {
      expect(await idsOf(tx, Prisma.join(selects, " union all "))).toEqual(seen);
      const visible = Prisma.sql`select id from crm_leads lead where ${isVisibleLead(session)}`;
      expect(await idsOf(tx, visible)).toEqual(seen);
    });
    expect(seen.length > 0).toBe(true);
  });

  test("sees the orders that the policies let through, each in one place", async () => {
    const session = sessionOf(name);
    const seen = await forUser(session, (tx) => idsOf(tx, Prisma.sql`select id from orders`));
    const selects = placesOfOrders(session).map(
      (place) => Prisma.sql`select id from orders "order" where ${place}`,
    );
    const found = await withoutPolicies(session, (tx) => idsOf(tx, Prisma.join(selects, " union all ")));
    expect(found).toEqual(seen);
  });

  test("finds by the numbers of their orders the leads that the policies let through", async () => {
    const session = sessionOf(name);
    const orders = await asOwner<{ number: string }>(
      "select order_number as number from orders where workspace_id = any ($1)",
      [[world.ours.id, world.strangers.id]],
    );
    await forUser(session, async (tx) => {
      const seen = await idsOf(tx, Prisma.sql`select id from crm_leads where order_id is not null`);
      const numbers = orders.map(({ number }) => number);
      const found = Prisma.sql`
        select distinct lead_id as id from astra.leads_of_numbers(${session.workspace.id}::uuid, ${numbers}::text[])`;
      expect(await idsOf(tx, found)).toEqual(seen);
    });
  });

  test("finds the leads that the policies let through", async () => {
    const session = sessionOf(name);
    const named = await asOwner<{ name: string }>("select name from crm_leads where starts_with(name, $1)", [
      word,
    ]);
    expect(named.length > 0).toBe(true);
    await forUser(session, async (tx) => {
      const seen = await idsOf(tx, Prisma.sql`select id from crm_leads where starts_with(name, ${word})`);
      const found = Prisma.sql`
        select unnest(astra.search_leads(${session.workspace.id}::uuid, array[name])) as id
        from unnest(${named.map(({ name }) => name)}::text[]) as name`;
      expect(await idsOf(tx, found)).toEqual(seen);
      expect(seen.length > 0).toBe(true);
    });
  });
});

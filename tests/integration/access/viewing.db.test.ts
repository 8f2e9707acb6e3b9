import { beforeAll, describe, expect, test } from "vitest";
import { forUser, type Person as Viewed } from "#lib/base/db/access.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { insertStatement } from "#tests/support/sales.ts";
import { readMatrix } from "./matrix.ts";
import { createWorld, type World } from "./world.ts";

// An admin who looks at Astra as a member reads what that member reads in that workspace, nothing else, and writes nothing.

const matrix = await readMatrix();
const members = ["manager", "seller", "otherSeller", "assignedSeller", "viewer"] as const;

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

function viewed(member: (typeof members)[number]): Viewed {
  return { userId: world.people[member].userId, viewing: { workspaceId: world.ours.id } };
}

/** The rows of a table that somebody reads, each by its place; "refused" where no row may be asked for. */
async function rowsOf(person: Viewed, table: string): Promise<string[] | "refused"> {
  try {
    const rows = await forUser(person, (tx) =>
      tx.$queryRawUnsafe<{ place: string }[]>(`select md5(t::text) as place from ${table} t`),
    );
    return rows.map(({ place }) => place).sort();
  } catch {
    return "refused";
  }
}

/** Why a statement was refused; null when it was not. */
async function refusalOf(person: Viewed, text: string, values: unknown[] = []): Promise<string | null> {
  try {
    await forUser(person, (tx) => tx.$executeRawUnsafe(text, ...values));
    return null;
  } catch (error) {
    return String(error);
  }
}

describe.each(members)("as the %s", (member) => {
  test("reads the rows that the member reads, of every table", async () => {
    for (const table of Object.keys(matrix)) {
      const own = await rowsOf({ userId: world.people[member].userId }, table);
      expect(await rowsOf(viewed(member), table), table).toEqual(own);
    }
  });

  test("writes no row of any table, also where the member may", async () => {
    for (const [table, { trials }] of Object.entries(matrix)) {
      const { change, inserts } = trials(world);
      const statements: [string, unknown[]?][] = [
        [`update ${table} set ${change}`],
        [`delete from ${table}`],
        ...Object.values(inserts(world.people[member].userId)).map((values) =>
          insertStatement(table, values),
        ),
      ];
      for (const [text, values] of statements)
        expect(await refusalOf(viewed(member), text, values), text).toMatch(
          /read-only transaction|permission denied/,
        );
    }
  });
});

test("whoever is read only can't be otherwise in the middle, nor by a function of the database", async () => {
  const seller = viewed("seller");
  expect(await refusalOf(seller, "set transaction read write")).toMatch(/must be set before any query/);
  expect(await refusalOf(seller, "select set_config('transaction_read_only', 'off', true)")).toMatch(
    /must be set before any query|cannot set transaction read-write/,
  );
  expect(
    await refusalOf(seller, "select astra.set_store_secrets($1::uuid, 'x', null)", [
      world.sales.sellers.storeId,
    ]),
  ).toMatch(/read-only transaction/);
});

test("of another workspace of the member nothing is read, not even that the member is in it", async () => {
  const { seller, stranger } = world.people;
  const before = new Map<string, unknown>();
  for (const table of Object.keys(matrix)) before.set(table, await rowsOf(viewed("seller"), table));
  await asOwner("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'admin')", [
    world.strangers.id,
    seller.userId,
  ]);
  const person = { userId: seller.userId };
  expect((await rowsOf(person, "orders")).length).toBeGreaterThan((before.get("orders") as string[]).length);
  for (const table of Object.keys(matrix))
    expect(await rowsOf(viewed("seller"), table), table).toEqual(before.get(table));
  const asked = (text: string) =>
    forUser(viewed("seller"), (tx) => tx.$queryRawUnsafe<object[]>(text, world.strangers.id));
  expect(await asked("select * from astra.colleagues($1::uuid)")).toEqual([]);
  expect(await asked("select * from astra.store_names($1::uuid)")).toEqual([]);
  await asOwner("update users set photo = id || '/' || gen_random_uuid() || '.png' where id = $1", [
    stranger.userId,
  ]);
  for (const told of ["store_domains", "store_choices", "photos_of_colleagues"])
    expect(await asked(`select * from astra.${told}($1::uuid)`), told).toEqual([]);
  expect(await asked("select * from astra.leads_of_numbers($1::uuid, '{#1001}')")).toEqual([]);
  expect(await asked("select * from astra.buyer_signs($1::uuid, array(select id from crm_leads))")).toEqual(
    [],
  );
  expect(await asked("select * from astra.product_sales($1::uuid)")).toEqual([]);
  for (const search of ["search_leads", "search_customers"])
    expect(await asked(`select astra.${search}($1::uuid, '{a}') as found`)).toEqual([{ found: [] }]);
  expect(await asked("select * from astra.own_sessions() where $1::uuid is not null")).toEqual([]);
  for (const text of [
    "select 1 as own from astra.own_email_change() where $1::uuid is not null",
    "select 1 as own from generate_series(1, astra.recovery_codes_left()) where $1::uuid is not null",
  ]) {
    const own = await asPerson(seller.userId, (query) => query(text, [world.strangers.id]));
    expect(own.rowCount, text).toBeGreaterThan(0);
    expect(await asked(text), text).toEqual([]);
  }
  expect(stranger.userId).not.toBe(seller.userId);
});

import { beforeAll, describe, expect, test } from "vitest";
import { timezones } from "#lib/base/time/zones.ts";
import { detailsOf } from "#lib/sales/timeline/details.ts";
import type { LeadEventType } from "#lib/sales/timeline/kinds.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";
import { createWorld, type World } from "./world.ts";

// What no page could show, as a member would write it who speaks SQL or REST to the database: it would stop the pages of everybody who
// sees the row.

let world: World;

beforeAll(async () => {
  world = await createWorld();
});

const long = "x".repeat(250_001);

/** By the type of a column, as SQL. */
const hostile: Record<string, string[]> = {
  text: [`'${long}'`],
  jsonb: [`'{"a": "${long}"}'`],
  ARRAY: ["array_fill('x'::text, array[100000])"],
  "uuid[]": ["array_fill(gen_random_uuid(), array[100000])"],
  numeric: ["'NaN'"],
  "timestamp with time zone": ["'infinity'", "'-infinity'", "'0044-03-15 BC'", "'200000-01-01'"],
};

/** What something else keeps within bounds. */
const keptOtherwise = [
  // Triggers, for persons alone (below).
  "crm_lead_events.details",
  "crm_leads.arrived_at",
  // The policy lets some in (rules.db.test.ts).
  "crm_lead_events.type",
  // Read by nobody but who wrote it.
  "product_imports.changes",
];

test("every column that a member may write is bounded", async () => {
  const columns = await asOwner<{ table: string; name: string; type: string }>(
    `select distinct granted.table_name as "table", granted.column_name as name, 
       case known.udt_name when '_uuid' then 'uuid[]' else known.data_type end as type
     from information_schema.column_privileges granted
     join information_schema.columns known using (table_schema, table_name, column_name)
     where table_schema = 'public' and grantee = 'authenticated' and privilege_type in ('INSERT', 'UPDATE') and case known.udt_name when '_uuid' then 'uuid[]' else known.data_type end = any ($1)`,
    [Object.keys(hostile)],
  );
  expect(columns.length).toBeGreaterThan(50);
  const unbounded: string[] = [];
  for (const { table, name, type } of columns) {
    if (keptOtherwise.includes(`${table}.${name}`)) continue;
    for (const value of hostile[type] ?? []) {
      const attempt = `do $$ begin
        update ${table} set ${name} = ${value} where ctid = (select ctid from ${table} limit 1);
        raise exception 'It was written, or there was no row.';
      end $$`;
      const code = await asOwner(attempt).catch((error: { code: string }) => error.code);
      if (code !== "23514") unbounded.push(`${table}.${name} = ${value.slice(0, 20)}: ${code}`);
    }
  }
  expect(unbounded).toEqual([]);
});

test("what a lead is worth is its order's to say", async () => {
  const { leadId } = world.sales.sellers;
  await expect(
    asPerson(world.people.seller.userId, (query) =>
      query("update crm_leads set value = 1000 where id = $1", [leadId]),
    ),
  ).rejects.toThrow("permission denied");
});

test.each(["arrived_at = '-infinity'", "arrived_at = '0044-03-15 BC'", "call_attempts = 2147483647"])(
  "no lead is entered with %s",
  async (hostileValue) => {
    const [column, value] = hostileValue.split(" = ");
    await expect(
      asPerson(world.people.seller.userId, (query) =>
        query(
          `insert into crm_leads (workspace_id, user_id, name, source, cod_status, kpi_status, ${column})
           values ($1, $2, 'New', 'manual', 'pending', 'waiting', ${value})`,
          [world.ours.id, world.people.seller.userId],
        ),
      ),
    ).rejects.toMatchObject({ code: "23514" });
  },
);

describe("the details of an entry that a person writes", () => {
  const write = (type: string, details: unknown) =>
    asPerson(world.people.seller.userId, (query) =>
      query("insert into crm_lead_events (lead_id, user_id, type, details) values ($1, $2, $3, $4)", [
        world.sales.sellers.leadId,
        world.people.seller.userId,
        type,
        JSON.stringify(details),
      ]),
    );

  test.each([
    ["note", { text: { a: 1 } }],
    ["note", { text: "x".repeat(2_001) }],
    ["note", { text: "a", dueAt: "x" }],
    ["note", { text: "a", amount: "x", currency: "no currency" }],
    ["note", ["a"]],
    ["customer_corrected", { field: "name", from: null, to: long }],
    ["status_changed", { field: "codStatus", from: "pending", to: "postponed", callBackAt: "infinity" }],
    ["status_changed", { field: "codStatus", from: "a", to: "b", callBackAt: "2026-13-01T00:00:00Z" }],
    ["tag_added", { tag: 1 }],
  ])("are nothing that a page can't show (%s, %j)", (type, details) =>
    expect(write(type, details)).rejects.toMatchObject({ code: "23514" }),
  );

  test("are those that Astra writes", async () => {
    await write("note", { text: "ț".repeat(2_000) });
    await write("status_changed", {
      field: "codStatus",
      from: "pending",
      to: "postponed",
      callBackAt: new Date().toISOString(),
      isUndo: "true",
    });
    await write("customer_corrected", { field: "name", from: null, to: "Ana" });
    const [policy] = await asOwner<{ check: string }>(
      "select with_check as check from pg_policies where tablename = 'crm_lead_events' and policyname = 'editors_add'",
    );
    const types = [...(policy?.check.split("EXISTS")[0] ?? "").matchAll(/'(\w+)'::text/g)].map(
      ([, type]) => type as LeadEventType,
    );
    expect(types.length).toBeGreaterThan(5);
    for (const type of types) {
      const schema = detailsOf[type];
      // A person writes no arrival of an order.
      const shape = "options" in schema ? schema.options[1].shape : schema.shape;
      const [row] = await asOwner<{ names: string[] }>("select astra.detail_names($1) as names", [type]);
      expect(row?.names.toSorted(), type).toEqual(Object.keys(shape).toSorted());
    }
  });
});

test.each(["users", "workspaces"] as const)(
  "a time zone that nobody knows is refused in %s",
  async (table) => {
    const { ours, people } = world;
    const id = table === "users" ? people.admin.userId : ours.id;
    const write = (timezone: string) =>
      asPerson(people.admin.userId, (query) =>
        query(`update ${table} set timezone = $2 where id = $1`, [id, timezone]),
      );
    for (const timezone of ["Nowhere/Atlantis", "+02:00", ""])
      await expect(write(timezone), timezone).rejects.toThrow("no such time zone");
    for (const timezone of ["Europe/Kyiv", "Asia/Calcutta", "UTC"]) await write(timezone);
  },
);

test("the database knows every time zone that the app offers", async () => {
  const rows = await asOwner<{ name: string }>("select name from pg_timezone_names", []);
  const known = new Set(rows.map(({ name }) => name));
  expect(timezones().filter((name) => !known.has(name))).toEqual([]);
});

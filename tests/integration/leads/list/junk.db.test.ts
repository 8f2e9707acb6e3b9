import { array, assert, asyncProperty, constantFrom, oneof, string, tuple, uuid } from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { leadList } from "#lib/leads/list.ts";
import { names, namesOf, pageOf } from "./ask.ts";
import { createWorld, visibleTo, type World } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

test("a place by value as links had it before, in the currency's units, is the first page", async () => {
  const expected = await namesOf(world.sessions.admin, "sort=value");
  const id = world.leads[0]?.id;
  const { rows } = await pageOf(world.sessions.admin, `sort=value&size=25&after=0_10.500_${id}`);
  expect(names(rows)).toEqual(expected.slice(0, 25));
});

test.each([
  "view=everything&cod=maybe&kpi=1&logistic=,&sort=price&size=1000000",
  "store=1&tag=%27&seller=x",
  "after=x&before=1_2_3&from=yesterday&to=2025-13-45",
  "size=-1&size=25&view=&q=",
])("?%s is the first page of everything", async (query) => {
  const { rows, total } = await pageOf(world.sessions.admin, query);
  const expected = await namesOf(world.sessions.admin, "");
  expect(names(rows)).toEqual(expected.slice(0, rows.length));
  expect(total).toBe(expected.length);
});

const keys = constantFrom(...(Object.keys(leadList.parsers) as (keyof typeof leadList.parsers)[]));
const values = oneof(
  string({ unit: "binary", maxLength: 30 }),
  string({ maxLength: 30 }),
  uuid(),
  constantFrom(
    "value",
    "oldest",
    "to_call",
    "275760-09-13",
    "0000-01-01",
    "9999-12-31",
    "-000001-01-01",
    "\0",
    "%00",
    "\ud800",
    "a\0bc",
  ),
  tuple(
    constantFrom("0", "1", "2"),
    constantFrom("0", "-1", "20.5", "1e400", "999999999999999", "240000000000000", "NaN"),
    uuid(),
  ).map((parts) => parts.join("_")),
);

test("no query string breaks the list or shows more than it may", async () => {
  const { ana } = world.sessions;
  const visible = new Set(visibleTo(world, "ana").map(({ id }) => id));
  await assert(
    asyncProperty(array(tuple(keys, values), { maxLength: 6 }), async (pairs) => {
      const { rows } = await pageOf(ana, new URLSearchParams(pairs).toString());
      for (const { id } of rows) expect(visible).toContain(id);
    }),
    { numRuns: 300 },
  );
});

import { array, assert, asyncProperty, constantFrom, oneof, string, tuple, uuid } from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { orderList } from "#lib/orders/list.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { createWorld, type World } from "#tests/integration/leads/list/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

function pageOf(query: string) {
  return listOrders(world.sessions.ana, orderList.load(`?${query}`));
}

const keys = constantFrom(...(Object.keys(orderList.parsers) as (keyof typeof orderList.parsers)[]));
const values = oneof(
  string({ unit: "binary", maxLength: 30 }),
  string({ maxLength: 30 }),
  uuid(),
  constantFrom("total", "oldest", "275760-09-13", "0000-01-01", "9999-12-31", "\0", "%00", "\ud800"),
  tuple(
    constantFrom(
      "0",
      "-1",
      "20.5",
      "138264000000",
      "2821109907455",
      "-2821109907455",
      "8640000000000000",
      "-8640000000000000",
      "9999999999999999",
    ),
    uuid(),
  ).map(([key, id]) => `0_${key}_${id}`),
);

test("no query string breaks the list or shows more than it may", async () => {
  const { rows, isCapped } = await pageOf("size=100");
  expect(isCapped).toBe(false);
  const visible = new Set(rows.map(({ id }) => id));
  await assert(
    asyncProperty(array(tuple(keys, values), { maxLength: 6 }), async (pairs) => {
      const page = await pageOf(new URLSearchParams(pairs).toString());
      for (const { id } of page.rows) expect(visible).toContain(id);
    }),
    { numRuns: 300 },
  );
});

import { array, assert, asyncProperty, constantFrom, oneof, string, tuple, uuid } from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadOrderListParams, orderListParams } from "#lib/orders/filters.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { createWorld, type World } from "#tests/integration/leads/list/world.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

function pageOf(query: string) {
  return listOrders(world.sessions.ana, loadOrderListParams(`?${query}`));
}

const keys = constantFrom(...(Object.keys(orderListParams) as (keyof typeof orderListParams)[]));
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
      "2ai9gs0",
      "zzzzzzzz",
      "-zzzzzzzz",
      "22mjqa48xs0",
      "-22mjqa48xs0",
      "zzzzzzzzzzz",
    ),
    uuid(),
  ).map((parts) => parts.join(".")),
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

import { beforeAll, describe, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { archiveProducts } from "#lib/inventory/bulk-commands.ts";
import { addProduct } from "#lib/inventory/commands.ts";
import { searchPalette } from "#lib/palette/queries.ts";
import { shopifyLine } from "#tests/fixtures/shopify-order.ts";
import { createDesk, type Desk, tellNew } from "#tests/integration/leads/detail/desk.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";

let desk: Desk;
let neighbours: Desk;

beforeAll(async () => {
  [desk, neighbours] = [await createDesk(), await createDesk()];
  await sell(desk, "2026-01-05T10:00:00Z", { sku: "ARIA-BLK-44", name: "Watch, old name" });
  await sell(desk, "2026-03-05T10:00:00Z", { sku: "ARIA-BLK-44", name: "Ceas fitness Aria" });
  await sell(desk, "2026-02-05T10:00:00Z", { sku: "ARIA-BLK-44", name: "Watch, in between" });
  await sell(desk, "2026-03-06T10:00:00Z", { sku: "lmp-Å/2 x", name: "Lampă LED cu senzor" });
  await sell(desk, "2026-03-07T10:00:00Z", { sku: null, name: "Lampă fără cod" });
  await sell(neighbours, "2026-03-08T10:00:00Z", { sku: "ARIA-RED-1", name: "Ceas fitness al altora" });
});

function sell({ store }: Desk, at: string, line: { sku: string | null; name: string }): Promise<string> {
  const line_items = [shopifyLine({ ...line, title: line.name })];
  return tellNew(store, { created_at: at, updated_at: at, line_items });
}

async function find(session: Session, text: string) {
  return (await searchPalette(session, text)).products;
}

const watch = { id: null, sku: "ARIA-BLK-44", name: "Ceas fitness Aria" };
const lamp = { id: null, sku: "lmp-Å/2 x", name: "Lampă LED cu senzor" };

describe("a product", () => {
  test.each([
    ["ARIA-BLK-44", watch],
    ["aria-blk", watch],
    ["BLK-4", watch],
    ["Fitness", watch],
    ["ceas fit", watch],
    ["lampa led", lamp],
    ["LAMPĂ", lamp],
    ["lmp-a/2", lamp],
  ])("is found by %s, under its latest name", async (typed, product) => {
    expect(await find(desk.admin, typed)).toEqual([product]);
  });

  test.each(["Watch", "fără cod", "al altora", "ARIA-RED", "%%%", "___", "ar", "\u0000", "\u0000ar"])(
    "is not found by %j",
    async (typed) => {
      expect(await find(desk.admin, typed)).toEqual([]);
    },
  );

  test.each(["admin", "manager", "viewer"] as const)("is found by the %s", async (who) => {
    expect(await find(desk[who], "aria")).toEqual([watch]);
  });

  test.each(["seller", "otherSeller"] as const)("is not for a %s", async (who) => {
    expect(await find(desk[who], "aria")).toEqual([]);
  });

  test("of another workspace is never found", async () => {
    expect(await find(desk.stranger, "aria")).toEqual([]);
    expect(await find(neighbours.admin, "aria")).toEqual([
      { id: null, sku: "ARIA-RED-1", name: "Ceas fitness al altora" },
    ]);
  });

  test("of whom the SKU is typed comes first", async () => {
    await sell(desk, "2026-03-09T10:00:00Z", { sku: "BAND-1", name: "Band for ARIA-BLK-44" });
    expect((await find(desk.admin, "aria-blk-44")).map(({ sku }) => sku)).toEqual(["ARIA-BLK-44", "BAND-1"]);
  });
});

test("a product that is kept in stock is found by all who see it, once, and leads to itself", async () => {
  const kept = { sku: "STR-22-BK", name: "Curea silicon" };
  await sell(desk, "2026-03-10T10:00:00Z", { sku: kept.sku, name: "Strap" });
  const { id } = await addProduct(desk.seller, {
    ...kept,
    price: "59.5",
    currency: "RON",
    lowStockAt: null,
    ownerId: desk.seller.userId,
    stock: 1,
    servesPastOrders: false,
  });
  for (const who of ["admin", "viewer", "seller"] as const)
    expect(await find(desk[who], "str-22")).toEqual([{ id, ...kept }]);
  expect(await find(desk.otherSeller, "str-22")).toEqual([]);
  await archiveProducts(desk.seller, { ids: [id], isArchived: true });
  expect(await find(desk.seller, "str-22")).toEqual([]);
});

test("the next SKU is one step in the index away, under row level security too", async () => {
  await asOwner("analyze order_items");
  const plan = await asPerson(desk.admin.userId, async (query) => {
    await query("set local enable_seqscan = off");
    const { rows } = await query(
      `explain (costs off) select product_sku, product_name from order_items
       where workspace_id = $1 and product_sku > $2 order by product_sku, ordered_at desc limit 1`,
      [desk.workspace.id, "A"],
    );
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toMatch(/Index Scan using order_items_workspace_id_product_sku_ordered_at_order_id_idx/);
  expect(plan).toMatch(/Index Cond: .*workspace_id = .*product_sku > 'A'/);
  expect(plan).not.toMatch(/Sort/);
});

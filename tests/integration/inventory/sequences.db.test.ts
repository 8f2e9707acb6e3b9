import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { asOwner } from "#tests/support/database.ts";
import { randomName } from "#tests/support/people.ts";
import { type Run, withOwner } from "./connection.ts";
import { after, arrived, type Event, effect, type Line, toCheck } from "./model.ts";
import {
  answer,
  move,
  openShop,
  type Shop,
  type Sold,
  sell,
  setLead,
  setQuantity,
  stockOf,
  stockProduct,
} from "./shop.ts";

/** How many sequences are tried; the night tries more. */
const sequences = Number(process.env.STOCK_SEQUENCES ?? 1_000);

/** What a failing run says, so that it can be had again. */
const seed = Number(process.env.STOCK_SEED ?? Date.now() % 2 ** 31);

/** So many run at a time, each over a connection of its own, on the same few products. */
const atOnce = 4;

/** One order's life, and what somebody corrects by hand meanwhile. */
interface Sequence {
  product: number;
  quantity: number;
  events: Event[];
  /** Whether each event is told twice, the second time late. */
  isTwice: boolean;
  correction: number;
}

const quantity = fc.integer({ min: 0, max: 5 });
const event: fc.Arbitrary<Event> = fc.oneof(
  quantity.map((to): Event => ({ kind: "edit", quantity: to })),
  fc
    .constantFrom("pending", "confirmed", "rejected", "duplicate", "refused", "collected")
    .map((to): Event => ({ kind: "cod", to })),
  fc
    .constantFrom("pending", "packed", "shipped", "in_transit", "delivered", "returned", "cancelled")
    .map((to): Event => ({ kind: "logistic", to })),
  fc.boolean().map((isTest): Event => ({ kind: "test", isTest })),
  fc
    .record({ sellable: fc.integer({ min: 0, max: 2 }), damaged: fc.integer({ min: 0, max: 2 }) })
    .map((said): Event => ({ kind: "answer", ...said })),
);
const sequence: fc.Arbitrary<Sequence> = fc.record({
  product: fc.nat({ max: 2 }),
  quantity: fc.integer({ min: 1, max: 5 }),
  events: fc.array(event, { maxLength: 7 }),
  isTwice: fc.boolean(),
  correction: fc.integer({ min: -2, max: 2 }),
});

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});

test(`after ${sequences} orders were made, edited, called off, shipped, returned and corrected at the same time, stock is what it should be`, {
  timeout: 600_000,
}, async () => {
  const lives = fc.sample(sequence, { numRuns: sequences, seed });
  const products = await Promise.all(
    [0, 1, 2].map(() => stockProduct(shop, { owner: shop.seller.userId, stock: 100, lowStockAt: 3 })),
  );
  const expected = products.map(() => ({ stock: 100, reserved: 0, toCheck: 0 }));
  const waiting = [...lives];
  const work = () =>
    withOwner(async (run) => {
      for (let life = waiting.pop(); life; life = waiting.pop()) {
        const product = products[life.product];
        const sum = expected[life.product];
        if (!product || !sum) throw new Error("There is no such product.");
        const line = await live(shop, run, product, life);
        const { stock, reserved } = effect(line);
        sum.stock += stock + life.correction;
        sum.reserved += reserved;
        sum.toCheck += toCheck(line);
      }
    });
  await Promise.all(Array.from({ length: atOnce }, work));
  expect(await Promise.all(products.map(({ id }) => stockOf(id))), `with STOCK_SEED=${seed}`).toEqual(
    expected,
  );
  expect(await unexplained(shop)).toEqual([]);
  expect(await asOwner("select count(*)::int as due from stock_due")).toEqual([{ due: 0 }]);
});

/** Plays one order against the database, and answers what the model makes of it. */
async function live(of: Shop, run: Run, product: { id: string; sku: string }, life: Sequence): Promise<Line> {
  await run("begin");
  const sold = await sell(of, { sku: product.sku, quantity: life.quantity }, run);
  await run("commit");
  let line = arrived(life.quantity);
  for (const one of life.events) {
    const next = after(line, one);
    await tell(run, sold, one, next !== line);
    line = next;
    if (life.isTwice && one.kind !== "answer") await tell(run, sold, one, true);
  }
  if (life.correction !== 0) await move(product.id, "correction", life.correction, run);
  return line;
}

async function tell(run: Run, sold: Sold, one: Event, isAccepted: boolean): Promise<void> {
  switch (one.kind) {
    case "edit":
      await setQuantity(sold.itemId, one.quantity, run);
      return;
    case "cod":
      await setLead(sold.leadId, "cod_status", one.to, run);
      return;
    case "logistic":
      await setLead(sold.leadId, "logistic_status", one.to, run);
      return;
    case "test":
      await run("update orders set is_test = $2 where id = $1", [sold.orderId, one.isTest]);
      return;
    case "answer": {
      const answered = answer(sold.itemId, one, run).then(
        () => true,
        (error: Error) => {
          if (!/not so much|not yours/.test(error.message)) throw error;
          return false;
        },
      );
      expect(await answered).toBe(isAccepted);
    }
  }
}

/** Lines whose movements do not add up to what is kept of them. */
function unexplained({ workspace }: Shop) {
  return asOwner(
    `select item.id from order_items item
    left join stock_allocations known on known.order_item_id = item.id
    left join lateral (
      select coalesce(sum(reserved_delta), 0) as reserved, coalesce(sum(delta), 0) as delta
      from stock_movements where order_item_id = item.id
    ) moved on true
    where item.workspace_id = $1
      and (moved.reserved, moved.delta) <> (coalesce(known.reserved, 0), coalesce(known.returned_sellable - known.shipped, 0))`,
    [workspace.id],
  );
}

test("two who change one order at the same moment leave it as both said", async () => {
  const { id, sku } = await stockProduct(shop, { owner: shop.seller.userId, stock: 1_000 });
  const trials = 15;
  for (let trial = 0; trial < trials; trial++) {
    const sold = await sell(shop, { sku, quantity: 0 });
    await Promise.all([setQuantity(sold.itemId, 2), setLead(sold.leadId, "cod_status", "rejected")]);
  }
  expect(await stockOf(id)).toEqual({ stock: 1_000, reserved: 0, toCheck: 0 });
});

test("orders of the same products in every order of lines never wait for each other in a ring", async () => {
  const products = await Promise.all(
    [1, 2, 3, 4].map(() => stockProduct(shop, { owner: null, stock: 1_000, sku: randomName() })),
  );
  const buy = (order: typeof products) =>
    withOwner(async (run) => {
      for (let round = 0; round < 15; round++) {
        await run("begin");
        for (const { sku } of order) await sell(shop, { sku }, run);
        await run("commit");
      }
    });
  await Promise.all([
    buy(products),
    buy([...products].reverse()),
    buy(products),
    buy([...products].reverse()),
  ]);
  for (const { id } of products) expect(await stockOf(id)).toMatchObject({ reserved: 60 });
});

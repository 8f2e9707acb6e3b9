import { beforeAll, expect, test } from "vitest";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { getOrder } from "#lib/orders/order-query.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { createSale, type Sale } from "#tests/support/sales.ts";
import { createStore } from "#tests/support/stores.ts";

let session: Session;
let sale: Sale;

beforeAll(async () => {
  const workspace = await createWorkspace();
  const seller = await createMember(workspace, "seller");
  session = (await loadSession(seller.userId)) as Session;
  sale = await createSale({ workspace, seller, store: await createStore(workspace, seller) });
});

/** Gives the order lines beside its first one, of 1.50 each. */
async function addLines(count: number, name = "Lamp"): Promise<void> {
  await asOwner("delete from order_items where order_id = $1 and position > 0", [sale.orderId]);
  await asOwner(
    `insert into order_items (order_id, external_line_id, position, product_name, quantity, current_quantity, price_per_unit)
     select $1, 'line ' || n, n, $3, 1, 1, 1.5 from generate_series(1, $2::int) n`,
    [sale.orderId, count, name],
  );
}

async function shown() {
  const order = await getOrder(session, sale.orderId);
  const lead = await getLead(session, sale.leadId);
  expect(lead?.order?.items).toEqual(order?.items);
  expect(lead?.order?.more).toEqual(order?.more);
  return { lines: order?.items.length, more: order?.more };
}

test("an order of a hundred lines is shown whole", async () => {
  await addLines(99);
  expect(await shown()).toEqual({ lines: 100, more: null });
});

test("of more lines a hundred are shown, and what the others come to", async () => {
  await addLines(2_999);
  expect(await shown()).toEqual({ lines: 100, more: { count: 2_900, total: "4350.000000" } });
});

test("of lines with very long names fewer are shown", async () => {
  await addLines(2_999, "x".repeat(500));
  const { lines = 0, more } = await shown();
  expect(lines).toBeLessThan(65);
  expect(lines + (more?.count ?? 0)).toBe(3_000);
});

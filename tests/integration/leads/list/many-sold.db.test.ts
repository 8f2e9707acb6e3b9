import { beforeAll, expect, test } from "vitest";
import type { Session } from "#lib/base/auth/session.ts";
import { orderList } from "#lib/orders/list.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { asOwner } from "#tests/support/database.ts";
import { createMember, createWorkspace } from "#tests/support/people.ts";
import { createStore } from "#tests/support/stores.ts";
import { pageOf } from "./ask.ts";

let session: Session;

/** 3,200 orders of the SKU "BEST-1", the newest 300 bought by "Maria", and before them one order of the SKU "MARIA". */
beforeAll(async () => {
  const workspace = await createWorkspace();
  const { userId, name, email } = await createMember(workspace, "admin");
  const store = await createStore(workspace, { userId });
  const place = { ...workspace, currency: "EUR", timezone: "UTC" };
  session = {
    userId,
    name,
    email,
    role: "admin",
    aal: "aal1",
    locale: "en",
    timezone: "UTC",
    timeFormat: "24h",
    workspace: place,
  };
  await asOwner(
    `with sold as (
      insert into orders (id, workspace_id, integration_id, user_id, external_order_id, order_number, status, payment_status,
        fulfillment_status, payment_kind, currency, total_amount, current_total_amount, order_created_at, external_updated_at)
      select gen_random_uuid(), $1, $2, $3, n::text, '#' || n, 'pending', 'pending', 'unfulfilled', 'cash_on_delivery', 'EUR', 20, 20, at, at
      from generate_series(1, 3201) n, lateral (select timestamptz '2025-06-01' - n * interval '1 minute' as at) placed
      returning id, external_order_id::int as n, order_created_at
    ), leads as (
      insert into crm_leads (workspace_id, order_id, integration_id, user_id, name, source, cod_status, kpi_status, arrived_at)
      select $1, id, $2, $3, case when n <= 300 then 'Maria' else 'Ion' end || ' Radu', 'shopify', 'pending', 'waiting', order_created_at
      from sold
    )
    insert into order_items (order_id, external_line_id, position, product_name, product_sku, quantity, current_quantity, price_per_unit)
    select id, n::text, 0, 'Dress', case when n > 3200 then 'MARIA' else 'BEST-1' end, 1, 1, 20 from sold`,
    [workspace.id, store.id, userId],
  );
  // A line takes its workspace from its order, which was not yet there when the statement began.
  await asOwner(
    `update order_items item set workspace_id = sale.workspace_id, ordered_at = sale.order_created_at
    from orders sale where sale.id = item.order_id and sale.workspace_id = $1`,
    [workspace.id],
  );
});

test("a SKU that was sold too often to know every lead is found by walking", async () => {
  const first = await pageOf(session, "q=best-1&size=100");
  expect(first).toMatchObject({ total: 1_000, isCapped: true });
  expect(first.rows.map(({ itemSku }) => itemSku)).toEqual(Array(100).fill("BEST-1"));
  const second = await pageOf(session, `q=best-1&size=100&after=${first.next}`);
  expect(second.rows).toHaveLength(100);
});

test("a word that is both a SKU and a name finds both", async () => {
  const page = await pageOf(session, "q=maria&size=100");
  expect(page.rows.every(({ customerName }) => customerName === "Maria Radu")).toBe(true);
  expect(page).toMatchObject({ total: 300, isCapped: true });
  const sold = await pageOf(session, "q=maria&size=100&sort=oldest");
  expect(sold.rows[0]).toMatchObject({ customerName: "Ion Radu", itemSku: "MARIA" });
});

test("orders are found by the same words", async () => {
  const orders = (query: string) => listOrders(session, orderList.load(query));
  expect(await orders("?q=best-1&size=100")).toMatchObject({ total: 1_000, isCapped: true });
  const page = await orders("?q=maria&size=100&sort=oldest");
  expect(page.rows[0]).toMatchObject({ customerName: "Ion Radu", number: "#3201" });
  expect(page).toMatchObject({ total: 300, isCapped: true });
});

test("what is counted among the newest is never less than what is shown", async () => {
  await asOwner(
    "update crm_leads set name = 'Petra Radu' where workspace_id = $1 and name = 'Maria Radu' and arrived_at < $2",
    [session.workspace.id, "2025-05-31T23:50:00Z"],
  );
  await asOwner("update crm_leads set name = 'Maria Radu' where workspace_id = $1 and arrived_at < $2", [
    session.workspace.id,
    "2025-05-31T00:00:00Z",
  ]);
  const query = "q=maria&size=50";
  expect(await pageOf(session, query)).toMatchObject({ total: 50, isCapped: true });
  expect(await listOrders(session, orderList.load(`?${query}`))).toMatchObject({
    total: 50,
    isCapped: true,
  });
});

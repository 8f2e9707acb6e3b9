import type { Session } from "#lib/base/auth/session.ts";
import { getCustomer } from "#lib/customers/customer-query.ts";
import { buyerHistory } from "#lib/customers/history.ts";
import { customerList } from "#lib/customers/list.ts";
import { listCustomers } from "#lib/customers/queries.ts";
import { stopCalling, takeNext } from "#lib/leads/calling.ts";
import { getLead } from "#lib/leads/lead-query.ts";
import { leadList } from "#lib/leads/list.ts";
import { listLeads } from "#lib/leads/queries.ts";
import { orderList } from "#lib/orders/list.ts";
import { getOrder } from "#lib/orders/order-query.ts";
import { listOrders } from "#lib/orders/queries.ts";
import { searchPalette } from "#lib/palette/queries.ts";
import { exportList } from "#tests/integration/export/exported.ts";
import { asOwner, asPerson } from "#tests/support/database.ts";

/** All that a person can read, through pages, exports and in SQL with a token of their own, as one text. */
export async function readableBy(session: Session): Promise<string> {
  return JSON.stringify([await pagesOf(session), await tablesOf(session)]);
}

async function pagesOf(session: Session): Promise<unknown[]> {
  const leads = (await listLeads(session, leadList.load("?view=all"))).rows;
  const orders = (await listOrders(session, orderList.load(""))).rows;
  const customers = (await listCustomers(session, customerList.load(""))).rows;
  const calling = await takeNext(session, { query: "?view=all", skipped: [] });
  await stopCalling(session);
  const each = <Row extends { id: string }>(
    rows: Row[],
    read: (session: Session, id: string) => Promise<unknown>,
  ) => Promise.all(rows.map(({ id }) => read(session, id)));
  return [
    [leads, orders, customers, calling],
    await each(leads, getLead),
    await each(orders, getOrder),
    await each(customers, getCustomer),
    await each(customers, buyerHistory),
    await Promise.all((["leads", "orders", "customers"] as const).map((list) => exportList(list, session))),
  ];
}

/** Every row of every table, and what the functions answer that look past the policies. */
async function tablesOf(session: Session): Promise<unknown[]> {
  const readable = await asOwner<{ table: string; columns: string }>(
    `select table_name as "table", string_agg(distinct quote_ident(column_name), ', ') as columns
     from information_schema.column_privileges
     where grantee = 'authenticated' and table_schema = 'public' and privilege_type = 'SELECT' group by table_name`,
  );
  return asPerson(session.userId, async (query) => {
    const found: unknown[] = [];
    for (const { table, columns } of readable)
      found.push((await query(`select ${columns} from ${table}`)).rows);
    found.push(
      (
        await query("select * from astra.buyer_signs($1, array(select id from crm_leads))", [
          session.workspace.id,
        ])
      ).rows,
      (await query("select astra.kept_customer(customer_id) from crm_leads")).rows,
      (await query("select * from astra.colleagues($1)", [session.workspace.id])).rows,
      (await query("select * from astra.store_names($1)", [session.workspace.id])).rows,
    );
    return found;
  });
}

/** How much searches for a word come to. */
export async function countFound(session: Session, word: string): Promise<number> {
  const lists = [
    await listLeads(session, leadList.load(`?view=all&q=${encodeURIComponent(word)}`)),
    await listOrders(session, orderList.load(`?q=${encodeURIComponent(word)}`)),
    await listCustomers(session, customerList.load(`?q=${encodeURIComponent(word)}`)),
  ];
  const palette = await searchPalette(session, word);
  const hits = Object.values(palette).reduce((sum, list) => sum + list.length, 0);
  return lists.reduce((sum, { total }) => sum + total, hits);
}

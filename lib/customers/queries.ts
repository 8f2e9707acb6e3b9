import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countAmong, countRows } from "#lib/base/list/count.ts";
import { byTime, inOrderOf, sortedBy } from "#lib/base/list/in-order.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  fromNewest,
  type Page,
  type PagePlace,
  placeOf,
  toCount,
  toPage,
} from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { knownCustomers } from "#lib/customers/contacts.ts";
import type { CustomerListParams } from "#lib/customers/list.ts";
import { matchCustomers } from "#lib/sales/search/matches.ts";

/** A customer as the list shows it. To a seller it tells what the seller's own leads and orders say, and their figures. */
export interface CustomerRow {
  id: string;
  createdAt: Date;
  name: string | null;
  email: string | null;
  phone: string | null;
  orders: number;
  /** What was paid, per currency, as decimal strings; unlike currencies are never added up. */
  spent: Record<string, string>;
  lastOrderAt: Date | null;
}

/** One page of the customers that the person may see and asks for. */
export function listCustomers(session: Session, params: CustomerListParams): Promise<Page<CustomerRow>> {
  const place = placeOf(params);
  return forUser(session, async (tx) => {
    const matches = await matchCustomers(tx, session, params.q);
    const page = selectCustomers(session, matches?.condition, place, params.size + 1);
    const rows = await selectRows(tx, session, page, place);
    const count =
      countOnFirstPage(rows, params.size, place.beyond === null) ?? (await countAll(tx, session, matches));
    return toPage(rows, count, params, place, (row) => ({ key: row.createdAt.getTime(), id: row.id }));
  });
}

async function countAll(tx: Transaction, session: Session, matches: Matches | null): Promise<Count> {
  if (matches?.ids) return toCount(matches.ids.length);
  const newest = selectCustomers(session, undefined, fromNewest, countedUpTo + 1);
  if (matches) return countAmong(tx, newest, Prisma.sql`customer`, matches.condition);
  return countRows(tx, newest);
}

function selectRows(
  tx: Transaction,
  session: Session,
  customers: Prisma.Sql,
  place: PagePlace,
): Promise<CustomerRow[]> {
  return tx.$queryRaw<CustomerRow[]>`
    with page as materialized (${customers})
    select page.id, page.created_at as "createdAt", page.name, page.email, page.phone,
      coalesce(figures.orders, 0) as orders, coalesce(figures.spent, '{}') as spent, figures.last_order_at as "lastOrderAt"
    from page
    left join lateral (${figures(session)}) figures on true
    ${sortedBy(byTime(Prisma.sql`page.created_at`, Prisma.sql`page.id`), place)}`;
}

/** The customers that are asked for, in order. */
function selectCustomers(
  session: Session,
  asked: Prisma.Sql | undefined,
  place: PagePlace,
  limit: number,
): Prisma.Sql {
  const inOrder = inOrderOf(byTime(Prisma.sql`customer.created_at`, Prisma.sql`customer.id`), place, limit);
  return Prisma.sql`
    select customer.* from ${knownCustomers(session)} where ${asked ?? Prisma.sql`true`} ${inOrder}`;
}

/**
 * What a customer of the page came to. For a seller it is counted already; for those who see everything it is counted from the orders,
 * since one order may be known to several sellers and would count for each.
 */
function figures(session: Session): Prisma.Sql {
  if (!seesEverything(session.role)) {
    return Prisma.sql`
      select orders_count as orders, spent, last_order_at from customer_sellers
      where customer_id = page.id and user_id = ${session.userId}::uuid`;
  }
  return Prisma.sql`
    with sale as (
      select "order".currency, "order".current_total_amount, "order".order_created_at, "order".is_test or "order".repeats_parent as is_left_out,
        lead.kpi_status
      from orders "order" left join crm_leads lead on lead.order_id = "order".id
      where "order".customer_id = page.id
    )
    select count(*) filter (where not is_left_out)::int as orders, max(order_created_at) as last_order_at,
      (select jsonb_object_agg(currency, amount::text) from (
        select currency, sum(current_total_amount) as amount from sale
        where kpi_status = 'paid' and not is_left_out and astra.known_currency(currency) group by currency
      ) per_currency) as spent
    from sale`;
}

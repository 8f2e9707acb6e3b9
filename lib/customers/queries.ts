import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countAmong, countOn, countRows } from "#lib/base/list/count.ts";
import { cursorKey } from "#lib/base/list/cursor.ts";
import { isAscending } from "#lib/base/list/define.ts";
import { inOrderOf, type Ordering, sortedBy } from "#lib/base/list/order.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  fromStart,
  type Page,
  type PagePlace,
  placeOf,
  toCount,
  toPage,
} from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { knownCustomers } from "#lib/customers/contacts.ts";
import { type CustomerListParams, customerList } from "#lib/customers/list.ts";
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
  const place = placeOf(params, "time");
  return forUser(session, async (tx) => {
    const matches = await matchCustomers(tx, session, params.q);
    const selected = { session, sort: params.sort, place };
    const page = selectCustomers(selected, matches?.condition, params.size + 1);
    const rows = await selectRows(tx, selected, page);
    const count =
      countOnFirstPage(rows, params.size, place.from === null) ??
      (await countAll(tx, session, matches, countedUpTo));
    return toPage(rows, count, params, place, (row) => ({
      part: 0,
      key: cursorKey(row.createdAt),
      id: row.id,
    }));
  });
}

/** Counts the customers of a list after its page; see `countOn`. */
export function countCustomersOn(
  session: Session,
  params: CustomerListParams,
  page: Count,
): Promise<Count> | null {
  return countOn(session, page, async (tx, upTo) =>
    countAll(tx, session, await matchCustomers(tx, session, params.q), upTo),
  );
}

async function countAll(
  tx: Transaction,
  session: Session,
  matches: Matches | null,
  upTo: number,
): Promise<Count> {
  if (matches?.ids) return toCount(matches.ids.length, upTo);
  const newest = selectCustomers({ session, sort: "newest", place: fromStart }, undefined, upTo + 1);
  if (matches) return countAmong(tx, newest, Prisma.sql`customer`, matches.condition, upTo);
  return countRows(tx, newest, upTo);
}

/** For whom customers are read, in which order and from where. */
interface Selected {
  session: Session;
  sort: CustomerListParams["sort"];
  place: PagePlace;
}

function orderingOf(customer: Prisma.Sql, { sort }: Selected): Ordering {
  return {
    column: Prisma.sql`${customer}.created_at`,
    type: "time",
    id: Prisma.sql`${customer}.id`,
    isAscending: isAscending(customerList, sort),
  };
}

function selectRows(tx: Transaction, selected: Selected, customers: Prisma.Sql): Promise<CustomerRow[]> {
  return tx.$queryRaw<CustomerRow[]>`
    with page as materialized (${customers})
    select page.id, page.created_at as "createdAt", page.name, page.email, page.phone,
      coalesce(figures.orders, 0) as orders, coalesce(figures.spent, '{}') as spent, figures.last_order_at as "lastOrderAt"
    from page
    left join lateral (${figures(selected.session)}) figures on true
    order by ${sortedBy(orderingOf(Prisma.sql`page`, selected), selected.place.isBackwards)}`;
}

/** The customers that are asked for, in order. */
function selectCustomers(selected: Selected, asked: Prisma.Sql | undefined, limit: number): Prisma.Sql {
  const inOrder = inOrderOf(orderingOf(Prisma.sql`customer`, selected), selected.place, limit);
  return Prisma.sql`
    select customer.* from ${knownCustomers(selected.session)} where ${asked ?? Prisma.sql`true`} ${inOrder}`;
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

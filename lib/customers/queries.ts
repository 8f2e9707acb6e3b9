import "server-only";
import { seesEverything } from "#lib/auth/permissions.ts";
import type { Session } from "#lib/auth/session.ts";
import type { CustomerListParams } from "#lib/customers/filters.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import {
  type Count,
  countedUpTo,
  fromNewest,
  type Page,
  type PagePlace,
  placeOf,
  toCount,
  toPage,
} from "#lib/http/page.ts";
import { matchCustomers } from "#lib/search/matches.ts";

/** A customer as the list shows it. What a seller sees are the figures of the seller's own orders. */
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
export async function listCustomers(
  session: Session,
  params: CustomerListParams,
): Promise<Page<CustomerRow>> {
  const place = placeOf(params);
  const [rows, count] = await Promise.all([
    forUser(session, async (tx) => {
      const matches = await matchCustomers(tx, session, params.q);
      const asked = matches ? [matches.condition] : [];
      return selectRows(tx, session, selectCustomers(session, asked, place, params.size + 1), place);
    }),
    forUser(session, (tx) => countAll(tx, session, params)),
  ]);
  return toPage(rows, count, params, place, (row) => ({ at: row.createdAt, id: row.id }));
}

/** Among matches that are too many to know, only so many of the newest customers are looked at. */
async function countAll(tx: Transaction, session: Session, { q }: CustomerListParams): Promise<Count> {
  const matches = await matchCustomers(tx, session, q);
  if (matches?.ids === null) {
    const [row] = await tx.$queryRaw<{ total: number; lookedAt: number }[]>`
      select count(*) filter (where ${matches.condition})::int as total, count(*)::int as "lookedAt"
      from (${selectCustomers(session, [], fromNewest, countedUpTo)}) customer`;
    return { total: row?.total ?? 0, isCapped: row?.lookedAt === countedUpTo };
  }
  const customers = selectCustomers(session, matches ? [matches.condition] : [], fromNewest, countedUpTo + 1);
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from (${customers}) counted`;
  return toCount(row?.count ?? 0);
}

function selectRows(
  tx: Transaction,
  session: Session,
  customers: Prisma.Sql,
  { isAscending }: PagePlace,
): Promise<CustomerRow[]> {
  const direction = isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  return tx.$queryRaw<CustomerRow[]>`
    with page as materialized (${customers})
    select page.id, page.created_at as "createdAt", page.name, page.email, page.phone,
      coalesce(figures.orders, 0) as orders, coalesce(figures.spent, '{}') as spent, figures.last_order_at as "lastOrderAt"
    from page
    left join lateral (${figures(session)}) figures on true
    order by page.created_at ${direction}, page.id ${direction}`;
}

/**
 * The customers that are asked for, in order. A seller's customers are in two places: those who ordered from the seller, and those whom
 * the seller only has leads of.
 */
function selectCustomers(session: Session, asked: Prisma.Sql[], place: PagePlace, limit: number): Prisma.Sql {
  const there = Prisma.sql`customer.workspace_id = ${session.workspace.id}::uuid and customer.merged_into_id is null`;
  const where = Prisma.join([there, ...asked, ...beyond(place)], " and ");
  const direction = place.isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  const sorted = Prisma.sql`order by customer.created_at ${direction}, customer.id ${direction} limit ${limit}`;
  const select = Prisma.sql`select customer.* from customers customer`;
  if (seesEverything(session.role)) return Prisma.sql`${select} where ${where} ${sorted}`;
  const isKnown = Prisma.sql`known.customer_id = customer.id and known.user_id = ${session.userId}::uuid`;
  return Prisma.sql`
    select customer.* from (
      (${select} join customer_sellers known on ${isKnown} where ${where} ${sorted})
      union all
      (${select} where ${where} and customer.id in (select astra.assigned_customers())
        and not exists (select 1 from customer_sellers known where ${isKnown}) ${sorted})
    ) customer
    ${sorted}`;
}

function beyond({ isAscending, beyond }: PagePlace): Prisma.Sql[] {
  if (!beyond) return [];
  const comparison = isAscending ? Prisma.sql`>` : Prisma.sql`<`;
  return [
    Prisma.sql`(customer.created_at, customer.id) ${comparison} (${beyond.at}::timestamptz, ${beyond.id}::uuid)`,
  ];
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
      select "order".currency, "order".current_total_amount, "order".order_created_at, "order".is_test, lead.kpi_status
      from orders "order" left join crm_leads lead on lead.order_id = "order".id
      where "order".customer_id = page.id
    )
    select count(*) filter (where not is_test)::int as orders, max(order_created_at) as last_order_at,
      (select jsonb_object_agg(currency, amount::text) from (
        select currency, sum(current_total_amount) as amount from sale where kpi_status = 'paid' and not is_test group by currency
      ) per_currency) as spent
    from sale`;
}

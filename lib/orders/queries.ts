import "server-only";
import type { Session } from "#lib/auth/session.ts";
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
import { type OrderListParams, toOrderFilter } from "#lib/orders/filters.ts";
import { conditions, selectOrders, throughLead } from "#lib/orders/list-query.ts";
import type { OrderStatus, PaymentStatus } from "#lib/orders/model.ts";
import { matchLeads } from "#lib/search/matches.ts";

/** An order as the list shows it. Amounts are decimal strings. */
export interface OrderRow {
  id: string;
  number: string;
  orderedAt: Date;
  isTest: boolean;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  isCod: boolean;
  currency: string;
  /** What the order is worth now. */
  total: string;
  customerName: string | null;
  phone: string | null;
  storeName: string | null;
  sellerId: string;
  sellerName: string | null;
}

/** One page of the orders that the person may see and asks for. */
export async function listOrders(session: Session, params: OrderListParams): Promise<Page<OrderRow>> {
  const place = placeOf(params);
  const [rows, count] = await Promise.all([
    forUser(session, async (tx) => {
      const { filter, search } = await ask(tx, session, params);
      return selectRows(tx, selectOrders(session, [...filter, ...search], place, params.size + 1), place);
    }),
    forUser(session, (tx) => countAll(tx, session, params)),
  ]);
  return toPage(rows, count, params, place, (row) => ({ at: row.orderedAt, id: row.id }));
}

/** What the parameters ask of `"order"`; `isVague` when the search in it matches too many to know. */
async function ask(
  tx: Transaction,
  session: Session,
  params: OrderListParams,
): Promise<{ filter: Prisma.Sql[]; search: Prisma.Sql[]; isVague: boolean }> {
  const matches = await matchLeads(tx, session, params.q);
  return {
    filter: conditions(toOrderFilter(params, session)),
    search: matches ? [throughLead(matches.condition)] : [],
    isVague: matches?.ids === null,
  };
}

/** Among matches that are too many to know, only so many of the newest orders are looked at. */
async function countAll(tx: Transaction, session: Session, params: OrderListParams): Promise<Count> {
  const { filter, search, isVague } = await ask(tx, session, params);
  if (isVague) {
    const [row] = await tx.$queryRaw<{ total: number; lookedAt: number }[]>`
      select count(*) filter (where ${Prisma.join(search, " and ")})::int as total, count(*)::int as "lookedAt"
      from (${selectOrders(session, filter, fromNewest, countedUpTo)}) "order"`;
    return { total: row?.total ?? 0, isCapped: row?.lookedAt === countedUpTo };
  }
  const orders = selectOrders(session, [...filter, ...search], fromNewest, countedUpTo + 1);
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from (${orders}) counted`;
  return toCount(row?.count ?? 0);
}

function selectRows(tx: Transaction, orders: Prisma.Sql, { isAscending }: PagePlace): Promise<OrderRow[]> {
  const direction = isAscending ? Prisma.sql`asc` : Prisma.sql`desc`;
  return tx.$queryRaw<OrderRow[]>`
    with page as materialized (${orders})
    select page.id, page.order_number as number, page.order_created_at as "orderedAt", page.is_test as "isTest", page.status,
      page.payment_status as "paymentStatus", page.is_cod as "isCod", page.currency,
      page.current_total_amount::text as total, coalesce(lead.name, page.shipping_name, customer.name) as "customerName",
      coalesce(lead.phone, page.shipping_phone, customer.phone) as phone,
      store.name as "storeName", page.user_id as "sellerId", seller.name as "sellerName"
    from page
    left join crm_leads lead on lead.order_id = page.id
    left join customers customer on customer.id = page.customer_id
    left join astra.store_names() store on store.id = page.integration_id
    left join astra.colleagues() seller on seller.id = page.user_id
    order by page.order_created_at ${direction}, page.id ${direction}`;
}

import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { Prisma } from "#lib/db/generated/client.ts";
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
export function listOrders(session: Session, params: OrderListParams): Promise<Page<OrderRow>> {
  const place = placeOf(params);
  return forUser(session, async (tx) => {
    const filter = conditions(toOrderFilter(params, session));
    const matches = await matchLeads(tx, session, params.q);
    const asked = matches ? [...filter, throughLead(matches)] : filter;
    const rows = await selectRows(tx, selectOrders(session, asked, place, params.size + 1), place);
    const count =
      countOnFirstPage(rows, params.size, place.beyond === null) ??
      (matches?.ids === null
        ? await countAmongNewest(tx, session, filter, throughLead(matches))
        : await countOrders(tx, session, asked));
    return toPage(rows, count, params, place, (row) => ({ at: row.orderedAt, id: row.id }));
  });
}

async function countOrders(tx: Transaction, session: Session, asked: Prisma.Sql[]): Promise<Count> {
  const orders = selectOrders(session, asked, fromNewest, countedUpTo + 1);
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from (${orders}) counted`;
  return toCount(row?.count ?? 0);
}

/** Among matches that are too many to know, only so many of the newest orders are looked at. */
async function countAmongNewest(
  tx: Transaction,
  session: Session,
  filter: Prisma.Sql[],
  isMatch: Prisma.Sql,
): Promise<Count> {
  const [row] = await tx.$queryRaw<{ total: number; lookedAt: number }[]>`
    select count(*) filter (where ${isMatch})::int as total, count(*)::int as "lookedAt"
    from (${selectOrders(session, filter, fromNewest, countedUpTo)}) "order"`;
  return { total: row?.total ?? 0, isCapped: row?.lookedAt === countedUpTo };
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

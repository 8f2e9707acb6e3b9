import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countAmong, countOn, countRows } from "#lib/base/list/count.ts";
import { cursorKey } from "#lib/base/list/cursor.ts";
import { sortedBy } from "#lib/base/list/order.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  fromStart,
  type Page,
  placeOf,
  toPage,
} from "#lib/base/list/page.ts";
import type { Matches } from "#lib/base/search/row-matches.ts";
import { contactJoin } from "#lib/customers/contacts.ts";
import { totalKey } from "#lib/orders/amounts.ts";
import type { OrderListParams } from "#lib/orders/list.ts";
import {
  conditions,
  isFound,
  type OrderPlace,
  orderingOf,
  selectForCount,
  selectFoundOrders,
  selectOrders,
} from "#lib/orders/list-query.ts";
import { matchLeads } from "#lib/sales/search/matches.ts";
import type { OrderStatus, PaymentKind, PaymentStatus } from "#lib/sales/statuses.ts";

/** An order as the list shows it. Amounts are decimal strings. */
export interface OrderRow {
  id: string;
  number: string;
  orderedAt: Date;
  isTest: boolean;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  paymentKind: PaymentKind;
  currency: string;
  /** What the order came to when it was placed. */
  placed: string;
  /** What of it is left after edits and refunds. */
  total: string;
  /** What is still to be paid. */
  due: string;
  customerName: string | null;
  phone: string | null;
  storeName: string | null;
  isByHand: boolean;
  sellerId: string;
  sellerName: string | null;
}

/** One page of the orders that the person may see and asks for. */
export function listOrders(session: Session, params: OrderListParams): Promise<Page<OrderRow>> {
  const { sort } = params;
  const place: OrderPlace = { ...placeOf(params, sort === "total" ? "number" : "time"), sort };
  return forUser(session, async (tx) => {
    const question = await ask(tx, session, params);
    const rows = await selectRows(tx, session, select(session, question, place, params.size + 1), place);
    const count =
      countOnFirstPage(rows, params.size, place.from === null) ??
      (await countAll(tx, session, question, countedUpTo));
    return toPage(rows, count, params, place, (row) => ({ part: 0, key: keyOf(row, place), id: row.id }));
  });
}

/** Counts the orders of a list after its page; see `countOn`. */
export function countOrdersOn(session: Session, params: OrderListParams, page: Count): Promise<Count> | null {
  return countOn(session, page, async (tx, upTo) =>
    countAll(tx, session, await ask(tx, session, params), upTo),
  );
}

/** An order's key in a cursor: thousandths, or milliseconds. */
function keyOf({ total, orderedAt }: OrderRow, { sort }: OrderPlace): string {
  return cursorKey(sort === "total" ? totalKey(total) : orderedAt);
}

/** What the parameters of a list ask of `"order"`. */
interface Question {
  filter: Prisma.Sql[];
  matches: Matches | null;
}

async function ask(tx: Transaction, session: Session, params: OrderListParams): Promise<Question> {
  return { filter: conditions(session, params), matches: await matchLeads(tx, session, params.q) };
}

function select(
  session: Session,
  { filter, matches }: Question,
  place: OrderPlace,
  limit: number,
): Prisma.Sql {
  return matches
    ? selectFoundOrders(session, filter, matches, place, limit)
    : selectOrders(session, filter, place, limit);
}

const newestFirst: OrderPlace = { ...fromStart, sort: "newest" };

function countAll(tx: Transaction, session: Session, question: Question, upTo: number): Promise<Count> {
  const { filter, matches } = question;
  if (!matches) return countRows(tx, selectForCount(session, filter, upTo + 1), upTo);
  if (matches.ids) return countRows(tx, select(session, question, newestFirst, upTo + 1), upTo);
  const newest = selectOrders(session, filter, newestFirst, upTo + 1);
  return countAmong(tx, newest, Prisma.sql`"order"`, isFound(matches), upTo);
}

function selectRows(
  tx: Transaction,
  session: Session,
  orders: Prisma.Sql,
  place: OrderPlace,
): Promise<OrderRow[]> {
  return tx.$queryRaw<OrderRow[]>`
    with page as materialized (${orders})
    select page.id, page.order_number as number, page.order_created_at as "orderedAt", page.is_test as "isTest", page.status,
      page.payment_status as "paymentStatus", page.payment_kind as "paymentKind", page.amount_due::text as due, page.currency,
      page.total_amount::text as placed, page.current_total_amount::text as total, coalesce(lead.name, page.shipping_name, contact.name) as "customerName",
      coalesce(lead.phone, page.shipping_phone, contact.phone) as phone,
      store.name as "storeName", page.integration_id is null as "isByHand", page.user_id as "sellerId", seller.name as "sellerName"
    from page
    left join crm_leads lead on lead.order_id = page.id
    ${contactJoin(session, Prisma.sql`page`)}
    left join astra.store_names(${session.workspace.id}::uuid) store on store.id = page.integration_id
    left join astra.colleagues(${session.workspace.id}::uuid) seller on seller.id = page.user_id
    order by ${sortedBy(orderingOf(Prisma.sql`page`, place), place.isBackwards)}`;
}

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { OrderStatus, StatusMeaning } from "#lib/sales/statuses.ts";
import {
  meaningIn,
  type PaymentQuestion,
  paymentQuestions,
  type ShownAnswer,
  type StoreAnswers,
  shownAnswers,
} from "#lib/stores/answers.ts";

/** A status of the store that nobody knows. */
export interface StatusQuestion {
  status: string;
  orders: number;
}

/** What Astra asks about a store. */
export interface StoreQuestions {
  payments: PaymentQuestion[];
  statuses: StatusQuestion[];
}

/** What its owner has answered. */
export interface ShownAnswers {
  payments: ShownAnswer[];
  statuses: { status: string; meaning: StatusMeaning }[];
}

type AnsweredStore = StoreAnswers & { id: string };

/** What to ask about each of the stores, by their ids: methods and statuses that orders have and nobody knows. */
export async function findQuestions(
  tx: Transaction,
  stores: AnsweredStore[],
): Promise<Map<string, StoreQuestions>> {
  const ids = stores.map(({ id }) => id);
  // Free orders name no method, and nobody wonders how they are paid.
  const payments = await tx.$queryRaw<{ storeId: string; gateways: string[]; orders: number }[]>`
    select integration_id as "storeId", gateways, count(*)::int as orders from orders
    where integration_id = any (${ids}::uuid[]) and payment_kind = 'unknown' and deleted_in_store_at is null and not is_test
      and total_amount > 0
    group by 1, 2`;
  const statuses = await tx.$queryRaw<(StatusQuestion & { storeId: string })[]>`
    select integration_id as "storeId", store_status as status, count(*)::int as orders from orders
    where integration_id = any (${ids}::uuid[]) and is_status_unknown and store_status is not null
      and deleted_in_store_at is null and not is_test
    group by 1, 2 order by 3 desc, 2`;
  const of = <Row extends { storeId: string }>(rows: Row[], { id }: AnsweredStore) =>
    rows.filter(({ storeId }) => storeId === id);
  return new Map(
    stores.map((store) => [
      store.id,
      {
        payments: paymentQuestions(of(payments, store), store),
        statuses: of(statuses, store)
          .filter(({ status }) => meaningIn(store, status) === null)
          .map(({ status, orders }) => ({ status, orders })),
      },
    ]),
  );
}

const looksAt = 2_000;

/** What the owner has answered, by the names that the store's newest orders give to its methods. */
export async function findAnswers(tx: Transaction, store: AnsweredStore): Promise<ShownAnswers> {
  const newest = await tx.$queryRaw<{ gateways: string[] }[]>`
    select distinct gateways from (
      select gateways from orders where integration_id = ${store.id}::uuid order by order_created_at desc, id desc limit ${looksAt}
    ) newest`;
  return {
    payments: shownAnswers(store.paymentMethods, newest),
    statuses: Object.entries(store.statusMap)
      .map(([status, meaning]) => ({ status, meaning }))
      .sort((one, other) => one.status.localeCompare(other.status)),
  };
}

/** An order that a mapping of its status concerns. */
export interface OrderOfStatus {
  id: string;
  number: string;
  orderedAt: Date;
  buyer: string | null;
  status: OrderStatus;
}

/** The newest orders of a status, and how many there are, as far as they were counted. */
export interface OrdersOfStatus {
  orders: OrderOfStatus[];
  count: number;
  isMore: boolean;
}

const shownOrders = 8;
const countsUpTo = 1_000;

/** The newest orders of a status of the store, and how many there are; counting stops at 1,000. */
export async function listOrdersOfStatus(
  session: Session,
  { id, status }: { id: string; status: string },
): Promise<OrdersOfStatus> {
  return forUser(session, async (tx) => {
    const where = {
      workspaceId: session.workspace.id,
      integrationId: id,
      storeStatus: status,
      deletedInStoreAt: null,
    };
    const orders = await tx.order.findMany({
      where,
      orderBy: [{ orderCreatedAt: "desc" }, { id: "desc" }],
      take: shownOrders,
      select: { id: true, orderNumber: true, orderCreatedAt: true, shippingName: true, status: true },
    });
    const count =
      orders.length < shownOrders ? orders.length : await tx.order.count({ where, take: countsUpTo });
    return {
      orders: orders.map((order) => ({
        id: order.id,
        number: order.orderNumber,
        orderedAt: order.orderCreatedAt,
        buyer: order.shippingName,
        status: order.status as OrderStatus,
      })),
      count,
      isMore: count === countsUpTo,
    };
  });
}

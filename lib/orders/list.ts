import { type Role, seesEverything } from "#lib/base/auth/permissions.ts";
import { defineList, type ParamsOf } from "#lib/base/list/define.ts";
import { days, someIds, someOf } from "#lib/base/list/params.ts";
import { dayRange } from "#lib/base/time/day.ts";
import { type OrderStatus, orderStatuses, type PaymentStatus, paymentStatuses } from "#lib/sales/statuses.ts";

export const orderList = defineList({
  name: "orders",
  path: "/orders",
  permission: "orders.read",
  sorts: { newest: "descending", oldest: "ascending", total: "descending" },
  params: {
    status: someOf(orderStatuses),
    payment: someOf(paymentStatuses),
    store: someIds,
    seller: someIds,
    ...days,
  },
});

export type OrderListParams = ParamsOf<typeof orderList>;

/** The parameters of the list as the query takes them: days are instants. */
export interface OrderFilter {
  statuses: OrderStatus[];
  payments: PaymentStatus[];
  stores: string[];
  /** Only for those who see everything. */
  sellers: string[];
  /** Half-open: from the first instant of the first day to the first instant after the last. */
  orderedFrom: Date | null;
  orderedBefore: Date | null;
}

/** What a filter asks, with what the role may not ask ignored. */
export function toOrderFilter(
  params: OrderListParams,
  session: { role: Role; timezone: string },
): OrderFilter {
  const ordered = dayRange(params, session.timezone);
  return {
    statuses: params.status,
    payments: params.payment,
    stores: params.store,
    sellers: seesEverything(session.role) ? params.seller : [],
    orderedFrom: ordered.from,
    orderedBefore: ordered.before,
  };
}

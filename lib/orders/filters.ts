import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsIsoDate,
  parseAsNumberLiteral,
  parseAsStringLiteral,
} from "nuqs/server";
import { type Role, seesEverything } from "#lib/base/auth/permissions.ts";
import { parseAsId, parseAsText } from "#lib/base/list/params.ts";
import { dayRange } from "#lib/base/time/day.ts";
import { type OrderStatus, orderStatuses, type PaymentStatus, paymentStatuses } from "#lib/sales/statuses.ts";

export const orderSorts = ["newest", "oldest", "total"] as const;

export const orderPageSizes = [25, 50, 100] as const;

/**
 * Everything of the orders list that stands in its URL, for the server and the browser alike. Junk falls to the default; `from` and
 * `to` are whole days in the person's time zone, both included.
 */
export const orderListParams = {
  q: parseAsText.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(orderStatuses)).withDefault([]),
  payment: parseAsArrayOf(parseAsStringLiteral(paymentStatuses)).withDefault([]),
  store: parseAsArrayOf(parseAsId).withDefault([]),
  seller: parseAsArrayOf(parseAsId).withDefault([]),
  from: parseAsIsoDate,
  to: parseAsIsoDate,
  sort: parseAsStringLiteral(orderSorts).withDefault("newest"),
  size: parseAsNumberLiteral(orderPageSizes).withDefault(50),
  after: parseAsText.withDefault(""),
  before: parseAsText.withDefault(""),
};

export type OrderListParams = inferParserType<typeof orderListParams>;

/** Reads the list's parameters from a query string. */
export const loadOrderListParams = createLoader(orderListParams);

/** Writes the list's parameters as a query string; defaults are left out. */
export const orderListUrl = createSerializer(orderListParams);

/** What takes the search and all filters off, and leaves the order. */
export const noOrderFilters = {
  q: null,
  status: null,
  payment: null,
  store: null,
  seller: null,
  from: null,
  to: null,
} satisfies { [Name in keyof OrderListParams]?: null };

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

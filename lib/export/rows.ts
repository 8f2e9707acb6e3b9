import "server-only";
import type { Session } from "#lib/auth/session.ts";
import type { CustomerListParams } from "#lib/customers/filters.ts";
import { type CustomerRow, listCustomers } from "#lib/customers/queries.ts";
import { allPages } from "#lib/export/pages.ts";
import type { LeadListParams } from "#lib/leads/filters.ts";
import { type LeadRow, listLeads } from "#lib/leads/queries.ts";
import type { OrderListParams } from "#lib/orders/filters.ts";
import { listOrders, type OrderRow } from "#lib/orders/queries.ts";

/** The largest page that a list may have. */
const size = 100;

/** All leads of a list, in its order: the list's own query, page after page, so that an export is exactly the list. */
export function leadPages(session: Session, params: LeadListParams): AsyncGenerator<LeadRow[], void> {
  return allPages((after) => listLeads(session, { ...params, size, after, before: "" }));
}

/** The same for orders. */
export function orderPages(session: Session, params: OrderListParams): AsyncGenerator<OrderRow[], void> {
  return allPages((after) => listOrders(session, { ...params, size, after, before: "" }));
}

/** The same for customers. */
export function customerPages(
  session: Session,
  params: CustomerListParams,
): AsyncGenerator<CustomerRow[], void> {
  return allPages((after) => listCustomers(session, { ...params, size, after, before: "" }));
}

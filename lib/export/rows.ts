import "server-only";
import type { Session } from "#lib/auth/session.ts";
import type { CustomerListParams } from "#lib/customers/filters.ts";
import { type CustomerRow, listCustomers } from "#lib/customers/queries.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { allPages } from "#lib/export/pages.ts";
import { contactOf, contactSelect } from "#lib/leads/contact.ts";
import type { LeadListParams } from "#lib/leads/filters.ts";
import { type LeadRow, listLeads } from "#lib/leads/queries.ts";
import type { OrderListParams } from "#lib/orders/filters.ts";
import { listOrders, type OrderRow } from "#lib/orders/queries.ts";

/** The largest page that a list may have. */
const size = 100;

const order = { include: { items: { orderBy: { position: "asc" } } } } satisfies Prisma.OrderDefaultArgs;
const lead = { id: true, ...contactSelect, order } satisfies Prisma.LeadSelect;
const address = {
  id: true,
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
} satisfies Prisma.CustomerSelect;

type WholeOrder = Prisma.OrderGetPayload<typeof order>;

/** A row of a list with what an export says beyond it. */
export type ExportedLead = LeadRow & { contact: ReturnType<typeof contactOf>; order: WholeOrder | null };
export type ExportedOrder = OrderRow & { order: WholeOrder };
export type ExportedCustomer = CustomerRow & {
  address: Prisma.CustomerGetPayload<{ select: typeof address }>;
};

/**
 * All leads of a list, in its order: the list's own query, page after page, so that an export is exactly the list, and of each page what
 * the list does not show.
 */
export function leadPages(session: Session, params: LeadListParams): AsyncGenerator<ExportedLead[], void> {
  const pages = allPages((after) => listLeads(session, { ...params, size, after, before: "" }));
  return withMore(session, pages, async (tx, id) => {
    const found = await tx.lead.findMany({ where: { id }, select: lead });
    return found.map((one) => ({ id: one.id, contact: contactOf(one), order: one.order }));
  });
}

/** The same for orders. */
export function orderPages(session: Session, params: OrderListParams): AsyncGenerator<ExportedOrder[], void> {
  const pages = allPages((after) => listOrders(session, { ...params, size, after, before: "" }));
  return withMore(session, pages, async (tx, id) => {
    const found = await tx.order.findMany({ where: { id }, ...order });
    return found.map((one) => ({ id: one.id, order: one }));
  });
}

/** The same for customers. */
export function customerPages(
  session: Session,
  params: CustomerListParams,
): AsyncGenerator<ExportedCustomer[], void> {
  const pages = allPages((after) => listCustomers(session, { ...params, size, after, before: "" }));
  return withMore(session, pages, async (tx, id) => {
    const found = await tx.customer.findMany({ where: { id }, select: address });
    return found.map((one) => ({ id: one.id, address: one }));
  });
}

/** What the person lost sight of since its page was read is left out. */
async function* withMore<Row extends { id: string }, More extends { id: string }>(
  session: Session,
  pages: AsyncIterable<Row[]>,
  load: (tx: Transaction, id: { in: string[] }) => Promise<More[]>,
): AsyncGenerator<(Row & More)[], void> {
  for await (const rows of pages) {
    const found = await forUser(session, (tx) => load(tx, { in: rows.map(({ id }) => id) }));
    const more = new Map(found.map((one) => [one.id, one]));
    yield rows.flatMap((row) => {
      const own = more.get(row.id);
      return own ? [{ ...row, ...own }] : [];
    });
  }
}

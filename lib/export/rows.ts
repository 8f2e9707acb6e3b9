import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { loadContacts } from "#lib/customers/contacts.ts";
import type { CustomerListParams } from "#lib/customers/filters.ts";
import type { Address } from "#lib/customers/model.ts";
import { type CustomerRow, listCustomers } from "#lib/customers/queries.ts";
import { allPages } from "#lib/export/pages.ts";
import { contactOf, contactSelect } from "#lib/leads/contact.ts";
import type { LeadListParams } from "#lib/leads/filters.ts";
import { type LeadRow, listLeads } from "#lib/leads/queries.ts";
import { factsSelect, loadFacts, type OrderFacts } from "#lib/orders/facts.ts";
import type { OrderListParams } from "#lib/orders/filters.ts";
import { listOrders, type OrderRow } from "#lib/orders/queries.ts";

/** The largest page that a list may have. */
const size = 100;

const shipping = {
  shippingStreet: true,
  shippingCity: true,
  shippingRegion: true,
  shippingZip: true,
  shippingCountry: true,
} satisfies Prisma.OrderSelect;
const order = { ...factsSelect, ...shipping } satisfies Prisma.OrderSelect;
const lead = {
  id: true,
  ...contactSelect,
  order: { select: { ...contactSelect.order.select, ...order } },
} satisfies Prisma.LeadSelect;
const address = {
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
} satisfies Prisma.CustomerSelect;

type WholeOrder = OrderFacts & Pick<Prisma.OrderGetPayload<{ select: typeof order }>, keyof typeof shipping>;

/** A row of a list with what an export says beyond it. */
export type ExportedLead = LeadRow & { contact: ReturnType<typeof contactOf>; order: OrderFacts | null };
export type ExportedOrder = OrderRow & { order: WholeOrder };
export type ExportedCustomer = CustomerRow & {
  address: Address;
};

/**
 * All leads of a list, in its order: the list's own query, page after page, so that an export is exactly the list, and of each page what
 * the list does not show.
 */
export function leadPages(session: Session, params: LeadListParams): AsyncGenerator<ExportedLead[], void> {
  const pages = allPages((after) => listLeads(session, { ...params, size, after, before: "" }));
  return withMore(session, pages, async (tx, id) => {
    const found = await tx.lead.findMany({ where: { id }, select: lead });
    const known = await loadContacts(tx, session, found);
    const more: (Pick<ExportedLead, "contact" | "order"> & { id: string })[] = [];
    for (const one of found) {
      const facts = one.order && (await loadFacts(tx, one.order));
      more.push({ id: one.id, contact: contactOf(one, known(one)), order: facts });
    }
    return more;
  });
}

/** The same for orders. */
export function orderPages(session: Session, params: OrderListParams): AsyncGenerator<ExportedOrder[], void> {
  const pages = allPages((after) => listOrders(session, { ...params, size, after, before: "" }));
  return withMore(session, pages, async (tx, id) => {
    const found = await tx.order.findMany({ where: { id }, select: order });
    const more: { id: string; order: WholeOrder }[] = [];
    for (const one of found) more.push({ id: one.id, order: { ...one, ...(await loadFacts(tx, one)) } });
    return more;
  });
}

/** The same for customers. */
export function customerPages(
  session: Session,
  params: CustomerListParams,
): AsyncGenerator<ExportedCustomer[], void> {
  const pages = allPages((after) => listCustomers(session, { ...params, size, after, before: "" }));
  return withMore(session, pages, async (tx, id) => {
    if (seesEverything(session.role)) {
      const found = await tx.customer.findMany({ where: { id }, select: { id: true, ...address } });
      return found.map((one) => ({ id: one.id, address: one }));
    }
    const known = { userId: session.userId, customerId: id };
    const found = await tx.customerContact.findMany({
      where: known,
      select: { customerId: true, ...address },
    });
    return found.map(({ customerId, ...one }) => ({ id: customerId, address: one }));
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

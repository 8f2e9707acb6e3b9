import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { type CustomerFigures, figuresOf } from "#lib/customers/figures.ts";
import { type Contact, type ContactField, contactFields } from "#lib/customers/model.ts";
import { findUndoableMerge, type UndoableMerge } from "#lib/customers/undo-merge.ts";
import { type LeadStanding, type OrderStatus, withStanding } from "#lib/sales/statuses.ts";
import { loadNames, type Names } from "#lib/team/names.ts";

/** Everything about one customer, as its page shows it; a seller sees the own orders and leads alone, and what these say. */
export interface CustomerDetail {
  id: string;
  /** When the workspace, or the seller who looks, first heard of the customer. */
  createdAt: Date;
  /** The customer that this one was merged into, where everything is. */
  mergedIntoId: string | null;
  /** The last merge into this one, for those who can still take it back. */
  merge: UndoableMerge | null;
  contact: Contact;
  /** What each seller knows, for those who see everything; empty for a seller. */
  contacts: SellerContact[];
  figures: CustomerFigures;
  /** Every order, newest first. */
  orders: CustomerOrder[];
  /** The newest lead that the person sees, at which the contact is corrected and a note is kept; null: there is none. */
  newestLeadId: string | null;
  /** What people noted on the customer's leads, newest first. */
  notes: CustomerNote[];
  /** Leads without an order, newest first. */
  otherLeads: (CustomerLead & { arrivedAt: Date; sellerName: string | null })[];
}

/** What one seller knows of a customer, and which fields of it a person corrected. */
export interface SellerContact extends Contact {
  sellerId: string;
  sellerName: string | null;
  corrected: ContactField[];
}

/** A note on one of a customer's leads. */
export interface CustomerNote {
  id: string;
  leadId: string;
  text: string;
  notedAt: Date;
  /** Null: somebody who is no colleague any more. */
  person: string | null;
}

export interface CustomerLead extends LeadStanding {
  id: string;
}

/** An order of a customer's history; the total is a decimal string. */
export interface CustomerOrder {
  id: string;
  number: string;
  orderedAt: Date;
  isTest: boolean;
  /** Whether another order counts its money and items already. */
  repeatsParent: boolean;
  status: OrderStatus;
  currency: string;
  /** What the order is worth now. */
  total: string;
  storeName: string | null;
  isByHand: boolean;
  sellerId: string;
  sellerName: string | null;
  lead: CustomerLead | null;
}

const leadSelect = {
  id: true,
  codStatus: true,
  logisticStatus: true,
  kpiStatus: true,
  callReason: true,
  callAttempts: true,
  callBackAt: true,
} satisfies Prisma.LeadSelect;

const contactSelect = {
  name: true,
  email: true,
  phone: true,
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
} satisfies Prisma.CustomerSelect;

const orderSelect = {
  id: true,
  orderNumber: true,
  orderCreatedAt: true,
  isTest: true,
  repeatsParent: true,
  status: true,
  currency: true,
  currentTotalAmount: true,
  integrationId: true,
  userId: true,
  lead: { select: leadSelect },
} satisfies Prisma.OrderSelect;

type FoundOrder = Prisma.OrderGetPayload<{ select: typeof orderSelect }>;

/** One customer; null when there is none that the person may see. */
export async function getCustomer(session: Session, id: string): Promise<CustomerDetail | null> {
  return forUser(session, async (tx) => {
    const known = seesEverything(session.role)
      ? await findShared(tx, session, id)
      : await findOwn(tx, session, id);
    if (!known) return null;
    const names = await loadNames(tx, session);
    const found = await tx.order.findMany({
      where: { customerId: id },
      orderBy: [{ orderCreatedAt: "desc" }, { id: "desc" }],
      select: orderSelect,
    });
    const leads = await tx.lead.findMany({
      where: { customerId: id, orderId: null },
      orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
      select: { ...leadSelect, arrivedAt: true, userId: true },
    });
    const orders = found.map((order) => orderOf(order, names));
    return {
      id,
      ...(await findNotes(tx, id, names)),
      merge: await findUndoableMerge(tx, session, id, names),
      ...known,
      contacts: known.contacts.map(({ userId, corrections, ...contact }) => ({
        ...contact,
        sellerId: userId,
        sellerName: names.people.get(userId) ?? null,
        corrected: contactFields.filter((field) => Object.hasOwn(corrections as object, field)),
      })),
      figures: figuresOf(orders),
      orders,
      otherLeads: leads.map(({ userId, arrivedAt, ...lead }) => ({
        ...withStanding(lead),
        arrivedAt,
        sellerName: names.people.get(userId) ?? null,
      })),
    };
  });
}

/** Of notes the newest; who wants older ones opens the lead. */
const mostNotes = 20;

async function findNotes(
  tx: Transaction,
  customerId: string,
  names: Names,
): Promise<Pick<CustomerDetail, "newestLeadId" | "notes">> {
  const newest = await tx.lead.findFirst({
    where: { customerId },
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const notes = await tx.leadEvent.findMany({
    where: { type: "note", lead: { customerId } },
    orderBy: [{ occurredAt: "desc" }, { createdAt: "desc" }],
    take: mostNotes,
    select: { id: true, leadId: true, details: true, occurredAt: true, userId: true },
  });
  return {
    newestLeadId: newest?.id ?? null,
    // What a redaction has emptied says nothing any more.
    notes: notes.flatMap(({ id, leadId, details, occurredAt, userId }) => {
      const { text } = details as { text?: string };
      return text
        ? [{ id, leadId, text, notedAt: occurredAt, person: (userId && names.people.get(userId)) ?? null }]
        : [];
    }),
  };
}

/** A customer as those see it who see everything: the row that the sellers share, and beside it what each of them knows. */
async function findShared(tx: Transaction, session: Session, id: string) {
  const customer = await tx.customer.findFirst({
    where: { id, workspaceId: session.workspace.id },
    select: {
      createdAt: true,
      mergedIntoId: true,
      ...contactSelect,
      contacts: {
        orderBy: [{ knownSince: "asc" }, { userId: "asc" }],
        select: { userId: true, corrections: true, ...contactSelect },
      },
    },
  });
  if (!customer) return null;
  const { createdAt, mergedIntoId, contacts, ...contact } = customer;
  return { createdAt, mergedIntoId, contact, contacts };
}

/** A customer as a seller knows it. */
async function findOwn(tx: Transaction, { userId, workspace }: Session, id: string) {
  const own = await tx.customerContact.findFirst({
    where: { customerId: id, userId, workspaceId: workspace.id },
    select: { knownSince: true, ...contactSelect },
  });
  if (own) {
    const { knownSince, ...contact } = own;
    return { createdAt: knownSince, mergedIntoId: null, contact, contacts: [] };
  }
  const [old] = await tx.$queryRaw<
    { keptId: string | null }[]
  >`select astra.kept_customer(${id}::uuid) as "keptId"`;
  return old?.keptId ? { ...mergedAway, mergedIntoId: old.keptId } : null;
}

/** Of a customer who was merged a seller learns only where the link leads. */
const mergedAway = {
  createdAt: new Date(0),
  contact: {
    name: null,
    email: null,
    phone: null,
    street: null,
    city: null,
    region: null,
    zip: null,
    country: null,
  },
  contacts: [],
};

function orderOf(order: FoundOrder, names: Names): CustomerOrder {
  return {
    id: order.id,
    number: order.orderNumber,
    orderedAt: order.orderCreatedAt,
    isTest: order.isTest,
    repeatsParent: order.repeatsParent,
    status: order.status as OrderStatus,
    currency: order.currency,
    total: order.currentTotalAmount.toString(),
    storeName: order.integrationId ? (names.stores.get(order.integrationId) ?? null) : null,
    isByHand: order.integrationId === null,
    sellerId: order.userId,
    sellerName: names.people.get(order.userId) ?? null,
    lead: order.lead && withStanding(order.lead),
  };
}

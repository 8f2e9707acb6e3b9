import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { type CustomerFigures, figuresOf } from "#lib/customers/figures.ts";
import { forUser } from "#lib/db/access.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type LeadStanding, withStanding } from "#lib/leads/model.ts";
import type { OrderStatus } from "#lib/orders/model.ts";
import { loadNames, type Names } from "#lib/team/names.ts";

/** Everything about one customer, as its page shows it; a seller sees the own orders and leads alone. */
export interface CustomerDetail {
  id: string;
  createdAt: Date;
  /** The customer that this one was merged into, where everything is. */
  mergedIntoId: string | null;
  contact: CustomerContact;
  figures: CustomerFigures;
  /** Every order, newest first. */
  orders: CustomerOrder[];
  /** Leads without an order, newest first. */
  otherLeads: (CustomerLead & { arrivedAt: Date; sellerName: string | null })[];
}

export interface CustomerContact {
  name: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  zip: string | null;
  country: string | null;
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
  status: OrderStatus;
  currency: string;
  /** What the order is worth now. */
  total: string;
  storeName: string | null;
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

const select = {
  id: true,
  createdAt: true,
  mergedIntoId: true,
  name: true,
  email: true,
  phone: true,
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
  orders: {
    orderBy: [{ orderCreatedAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      orderNumber: true,
      orderCreatedAt: true,
      isTest: true,
      status: true,
      currency: true,
      currentTotalAmount: true,
      integrationId: true,
      userId: true,
      lead: { select: leadSelect },
    },
  },
  leads: {
    where: { orderId: null },
    orderBy: [{ arrivedAt: "desc" }, { id: "desc" }],
    select: { ...leadSelect, arrivedAt: true, userId: true },
  },
} satisfies Prisma.CustomerSelect;

type Found = Prisma.CustomerGetPayload<{ select: typeof select }>;

/** One customer; null when there is none that the person may see. */
export async function getCustomer(session: Session, id: string): Promise<CustomerDetail | null> {
  return forUser(session, async (tx) => {
    const customer = await tx.customer.findFirst({
      where: { id, workspaceId: session.workspace.id },
      select,
    });
    if (!customer) return null;
    const { orders: found, leads, createdAt, mergedIntoId, ...rest } = customer;
    const { id: customerId, ...contact } = rest;
    const names = await loadNames(tx);
    const orders = found.map((order) => orderOf(order, names));
    return {
      id: customerId,
      createdAt,
      mergedIntoId,
      contact,
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

function orderOf(order: Found["orders"][number], names: Names): CustomerOrder {
  return {
    id: order.id,
    number: order.orderNumber,
    orderedAt: order.orderCreatedAt,
    isTest: order.isTest,
    status: order.status as OrderStatus,
    currency: order.currency,
    total: order.currentTotalAmount.toString(),
    storeName: names.stores.get(order.integrationId) ?? null,
    sellerId: order.userId,
    sellerName: names.people.get(order.userId) ?? null,
    lead: order.lead && withStanding(order.lead),
  };
}

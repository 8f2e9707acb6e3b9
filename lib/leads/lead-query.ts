import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { LeadEventType } from "#lib/leads/events.ts";
import type { CodStatus, KpiStatus, LeadSource, LogisticStatus } from "#lib/leads/model.ts";
import type { OrderStatus, PaymentStatus } from "#lib/orders/model.ts";

/** Everything about one lead, as its page shows it. Amounts and quantities are decimal strings. */
export interface LeadDetail {
  id: string;
  arrivedAt: Date;
  isTest: boolean;
  source: LeadSource;
  codStatus: CodStatus;
  logisticStatus: LogisticStatus;
  kpiStatus: KpiStatus;
  callAttempts: number;
  callBackAt: Date | null;
  storeName: string | null;
  seller: { id: string; name: string | null };
  contact: LeadContact;
  order: LeadOrder | null;
  tags: { id: string; name: string; color: string }[];
  events: LeadTimelineEntry[];
}

export interface LeadContact {
  name: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  zip: string | null;
  country: string | null;
}

export interface LeadOrder {
  id: string;
  number: string;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  isCod: boolean;
  gateways: string[];
  currency: string;
  total: string;
  currentTotal: string;
  refunded: string;
  createdAt: Date;
  deletedInStoreAt: Date | null;
  items: {
    id: string;
    name: string;
    sku: string | null;
    quantity: string;
    currentQuantity: string;
    price: string;
  }[];
}

export interface LeadTimelineEntry {
  id: string;
  type: LeadEventType;
  details: Record<string, string | null>;
  occurredAt: Date;
  /** Null: the system. */
  person: string | null;
}

const select = {
  id: true,
  arrivedAt: true,
  isTest: true,
  source: true,
  codStatus: true,
  logisticStatus: true,
  kpiStatus: true,
  callAttempts: true,
  callBackAt: true,
  userId: true,
  integrationId: true,
  name: true,
  email: true,
  phone: true,
  customer: true,
  order: { include: { items: { orderBy: { position: "asc" } } } },
  tags: { select: { tag: { select: { id: true, name: true, color: true } } } },
  events: { orderBy: [{ occurredAt: "desc" }, { createdAt: "desc" }], take: 200 },
} satisfies Prisma.LeadSelect;

type Found = Prisma.LeadGetPayload<{ select: typeof select }>;

/** One lead; null when there is none that the person may see. */
export async function getLead(session: Session, id: string): Promise<LeadDetail | null> {
  return forUser(session, async (tx) => {
    const lead = await tx.lead.findFirst({ where: { id, workspaceId: session.workspace.id }, select });
    if (!lead) return null;
    const names = await loadNames(tx);
    return {
      id: lead.id,
      arrivedAt: lead.arrivedAt,
      isTest: lead.isTest,
      source: lead.source as LeadSource,
      codStatus: lead.codStatus as CodStatus,
      logisticStatus: lead.logisticStatus as LogisticStatus,
      kpiStatus: lead.kpiStatus as KpiStatus,
      callAttempts: lead.callAttempts,
      callBackAt: lead.callBackAt,
      storeName: lead.integrationId ? (names.stores.get(lead.integrationId) ?? null) : null,
      seller: { id: lead.userId, name: names.people.get(lead.userId) ?? null },
      contact: contactOf(lead),
      order: lead.order && orderOf(lead.order),
      tags: lead.tags.map(({ tag }) => tag),
      events: lead.events.map((event) => ({
        id: event.id,
        type: event.type as LeadEventType,
        details: event.details as Record<string, string | null>,
        occurredAt: event.occurredAt,
        person: event.userId ? (names.people.get(event.userId) ?? null) : null,
      })),
    };
  });
}

async function loadNames(
  tx: Transaction,
): Promise<{ people: Map<string, string>; stores: Map<string, string> }> {
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from astra.colleagues()`;
  const stores = await tx.$queryRaw<{ id: string; name: string }[]>`select id, name from astra.store_names()`;
  return {
    people: new Map(people.map(({ id, name }) => [id, name])),
    stores: new Map(stores.map(({ id, name }) => [id, name])),
  };
}

/** The lead's own contact, and the address that its order is to go to; the customer's where these are silent. */
function contactOf({ customer, order, ...lead }: Found): LeadContact {
  const hasOwnAddress = order !== null && (order.shippingStreet !== null || order.shippingCity !== null);
  return {
    name: lead.name ?? customer?.name ?? null,
    email: lead.email ?? customer?.email ?? null,
    phone: lead.phone ?? customer?.phone ?? null,
    street: hasOwnAddress ? order.shippingStreet : (customer?.street ?? null),
    city: hasOwnAddress ? order.shippingCity : (customer?.city ?? null),
    region: hasOwnAddress ? order.shippingRegion : (customer?.region ?? null),
    zip: hasOwnAddress ? order.shippingZip : (customer?.zip ?? null),
    country: hasOwnAddress ? order.shippingCountry : (customer?.country ?? null),
  };
}

function orderOf(order: NonNullable<Found["order"]>): LeadOrder {
  return {
    id: order.id,
    number: order.orderNumber,
    status: order.status as OrderStatus,
    paymentStatus: order.paymentStatus as PaymentStatus,
    isCod: order.isCod,
    gateways: order.gateways,
    currency: order.currency,
    total: order.totalAmount.toString(),
    currentTotal: order.currentTotalAmount.toString(),
    refunded: order.refundedAmount.toString(),
    createdAt: order.orderCreatedAt,
    deletedInStoreAt: order.deletedInStoreAt,
    items: order.items.map((item) => ({
      id: item.id,
      name: item.productName,
      sku: item.productSku,
      quantity: item.quantity.toString(),
      currentQuantity: item.currentQuantity.toString(),
      price: item.pricePerUnit.toString(),
    })),
  };
}

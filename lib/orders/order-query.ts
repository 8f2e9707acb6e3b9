import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { normalisePhone } from "#lib/customers/contact.ts";
import { loadContacts } from "#lib/customers/contacts.ts";
import { buyerName } from "#lib/customers/phone.ts";
import { factsSelect, loadFacts, type OrderFacts, withPhonesWritten } from "#lib/orders/facts.ts";
import { orderPage } from "#lib/platforms/facts.ts";
import type { ParentRelation } from "#lib/sales/order.ts";
import { type LeadStanding, type Shipment, withStanding } from "#lib/sales/statuses.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** Everything about one order, as its page shows it. Amounts and quantities are decimal strings. */
export interface OrderDetail extends OrderFacts {
  isTest: boolean;
  /** Null: sold by hand, or of a store that is none of the person's. */
  storeName: string | null;
  isByHand: boolean;
  /** Where the shop's own admin shows the order, for those who may see the store. */
  adminAddress: string | null;
  /** How far the parcels are by the store's word, and what came in. */
  shipment: Shipment;
  received: string;
  seller: { id: string; name: string | null };
  refunds: OrderRefund[];
  /** The order that this one is part of, and those that are parts of this one. */
  parent: RelatedOrder | null;
  parts: (RelatedOrder & { currency: string; total: string })[];
  /** Who and where to, as the order has it; a phone that can be dialled is E.164, as at the lead. */
  shipping: ShippingContact;
  customer: { id: string; name: string | null } | null;
  lead: OrderLead | null;
}

/** Money given back; a refund that the store took back stays, void. */
export interface OrderRefund {
  id: string;
  amount: string;
  buyerMoney: { amount: string; currency: string } | null;
  refundedAt: Date;
  voidedAt: Date | null;
}

export interface RelatedOrder {
  id: string;
  number: string;
  relation: ParentRelation;
}

export interface ShippingContact {
  name: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  zip: string | null;
  country: string | null;
}

export interface OrderLead extends LeadStanding {
  id: string;
  name: string | null;
}

/** Of refunds the newest, of parts the first; more than any order has. */
const mostListed = 100;

const select = {
  ...factsSelect,
  isTest: true,
  integrationId: true,
  externalOrderId: true,
  integration: { select: { type: true, domain: true } },
  shipment: true,
  receivedAmount: true,
  userId: true,
  shippingName: true,
  shippingEmail: true,
  shippingPhone: true,
  shippingStreet: true,
  shippingCity: true,
  shippingRegion: true,
  shippingZip: true,
  shippingCountry: true,
  refunds: {
    orderBy: { refundedAt: "desc" },
    take: mostListed,
    select: {
      id: true,
      amount: true,
      buyerAmount: true,
      buyerCurrency: true,
      refundedAt: true,
      voidedAt: true,
    },
  },
  parentRelation: true,
  parent: { select: { id: true, orderNumber: true } },
  parts: {
    orderBy: { orderCreatedAt: "asc" },
    take: mostListed,
    select: { id: true, orderNumber: true, parentRelation: true, currency: true, currentTotalAmount: true },
  },
  customerId: true,
  lead: {
    select: {
      id: true,
      name: true,
      codStatus: true,
      logisticStatus: true,
      kpiStatus: true,
      callReason: true,
      callAttempts: true,
      callBackAt: true,
    },
  },
} satisfies Prisma.OrderSelect;

type Found = Prisma.OrderGetPayload<{ select: typeof select }>;

/** One order; null when there is none that the person may see. */
export async function getOrder(session: Session, id: string): Promise<OrderDetail | null> {
  return forUser(session, async (tx) => {
    const order = await tx.order.findFirst({ where: { id, workspaceId: session.workspace.id }, select });
    if (!order) return null;
    const known = (await loadContacts(tx, session, [order]))(order);
    const [names] = await tx.$queryRaw<{ store: string | null; seller: string | null }[]>`
      select (select name from astra.store_names(${session.workspace.id}::uuid) where id = ${order.integrationId}::uuid) as store,
        (select name from astra.colleagues(${session.workspace.id}::uuid) where id = ${order.userId}::uuid) as seller`;
    return {
      ...detailOf(order, withPhonesWritten(await loadFacts(tx, order))),
      customer: order.customerId === null ? null : { id: order.customerId, name: known && buyerName(known) },
      storeName: names?.store ?? null,
      seller: { id: order.userId, name: names?.seller ?? null },
    };
  });
}

function detailOf(order: Found, facts: OrderFacts): Omit<OrderDetail, "storeName" | "seller" | "customer"> {
  return {
    ...facts,
    isTest: order.isTest,
    isByHand: order.integrationId === null,
    adminAddress:
      order.integration &&
      orderPage(order.integration as { type: StoreType; domain: string }, order.externalOrderId),
    shipment: order.shipment as Shipment,
    received: order.receivedAmount.toString(),
    refunds: order.refunds.map(refundOf).reverse(),
    parent: order.parent && {
      id: order.parent.id,
      number: order.parent.orderNumber,
      relation: order.parentRelation as ParentRelation,
    },
    parts: order.parts.map((part) => ({
      id: part.id,
      number: part.orderNumber,
      relation: part.parentRelation as ParentRelation,
      currency: part.currency,
      total: part.currentTotalAmount.toString(),
    })),
    shipping: {
      name: order.shippingName,
      email: order.shippingEmail,
      phone: normalisePhone(order.shippingPhone, order.shippingCountry) ?? order.shippingPhone,
      street: order.shippingStreet,
      city: order.shippingCity,
      region: order.shippingRegion,
      zip: order.shippingZip,
      country: order.shippingCountry,
    },
    lead: order.lead && withStanding(order.lead),
  };
}

function refundOf({ amount, buyerAmount, buyerCurrency, ...refund }: Found["refunds"][number]): OrderRefund {
  const isInBuyersMoney = buyerAmount !== null && buyerCurrency !== null;
  return {
    ...refund,
    amount: amount.toString(),
    buyerMoney: isInBuyersMoney ? { amount: buyerAmount.toString(), currency: buyerCurrency } : null,
  };
}

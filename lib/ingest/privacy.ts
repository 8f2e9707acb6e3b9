import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { refreshCustomers } from "#lib/customers/commands.ts";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import { findLeftCustomers } from "#lib/ingest/left-customers.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { redactDeliveries } from "#lib/ingest/redact-deliveries.ts";
import { redactTimelines } from "#lib/ingest/redact-timelines.ts";
import type { StorePrivacyRequest } from "#lib/platforms/platform.ts";

/** Platforms want privacy requests done within 30 days. Source: "Privacy law compliance". */
const daysToAnswer = 30;

/** By when a privacy request is to be done. */
export function answerBy(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + daysToAnswer * 86_400_000);
}

/**
 * Honours a privacy request. A redaction removes the person's data from the orders, leads, timelines and kept deliveries of the
 * store that asks, and from the customer all that no other store's order and no lead entered by hand says; the figures stay. A data
 * request is noted, with what there is to hand over.
 */
export async function handlePrivacyRequest(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  receivedAt: Date,
): Promise<Outcome> {
  const isRedaction = request.kind !== "data_request";
  const orders = await findOrders(tx, store, request, isRedaction ? receivedAt : null);
  const dueAt = answerBy(receivedAt);
  const isComplete = !isRedaction || (await redact(tx, store, request, orders));
  const event = isRedaction
    ? { type: "redacted", details: {} }
    : { type: "data_requested", details: { dueAt: dueAt.toISOString() } };
  const leadIds = orders.map((order) => order.lead?.id).filter((id) => id !== undefined);
  await tx.leadEvent.createMany({ data: leadIds.map((leadId) => ({ leadId, ...event })) });
  if (!isComplete) return { status: "continued" };
  await tx.privacyRequest.create({
    data: {
      integrationId: store.integrationId,
      kind: request.kind,
      externalCustomerId: request.externalCustomerId,
      dueAt,
      completedAt: isRedaction ? new Date() : null,
      details: { orders: orders.length },
    },
  });
  const subject = request.externalCustomerId && `customer:${request.externalCustomerId}`;
  return { status: "processed", dropsPayload: isRedaction, ...(subject && { subject }) };
}

/** Of a store that left, so many orders are redacted at a time: the whole of a large store takes longer than a transaction may. */
const ordersAtOnce = 1_000;

/**
 * The orders that a request is about.
 *
 * @param redactedBefore leaves out what was redacted since then, and stops at as many as can be redacted at once
 */
async function findOrders(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  redactedBefore: Date | null,
) {
  const email = normaliseEmail(request.email);
  const phone = normalisePhone(request.phone, null);
  // A buyer is found by what the store's owner knows: the count that is noted must not tell what other shops know of the person.
  const known = (signs: Prisma.CustomerContactWhereInput) => ({
    customer: { contacts: { some: { userId: store.userId, ...signs } } },
  });
  const ofPerson = [
    ...(request.externalCustomerId ? [{ externalCustomerId: request.externalCustomerId }] : []),
    ...(email ? [{ lead: { email } }, known({ email: { equals: email, mode: "insensitive" } })] : []),
    ...(phone ? [{ lead: { phone } }, known({ phone })] : []),
    { externalOrderId: { in: request.externalOrderIds } },
  ];
  const ways = request.kind === "redact_shop" ? [{}] : ofPerson;
  const found = new Map<string, FoundOrder>();
  // One after the other, since each way has an index of its own, and together they have none.
  for (const way of ways) {
    const orders = await tx.order.findMany({
      where: {
        ...way,
        integrationId: store.integrationId,
        ...(redactedBefore && { OR: [{ redactedAt: null }, { redactedAt: { lt: redactedBefore } }] }),
      },
      select: foundOrder,
      ...(redactedBefore && { take: ordersAtOnce - found.size }),
    });
    for (const order of orders) found.set(order.id, order);
  }
  return [...found.values()];
}

const foundOrder = {
  id: true,
  externalOrderId: true,
  customerId: true,
  lead: { select: { id: true } },
} as const;

type FoundOrder = Prisma.OrderGetPayload<{ select: typeof foundOrder }>;

/** @returns false when there is more than can be done at once */
async function redact(
  tx: Transaction,
  store: RecordingStore,
  request: StorePrivacyRequest,
  orders: FoundOrder[],
): Promise<boolean> {
  const orderIds = orders.map((order) => order.id);
  const redactedAt = new Date();
  await tx.order.updateMany({
    where: { id: { in: orderIds } },
    data: {
      externalCustomerId: null,
      shippingName: null,
      shippingEmail: null,
      shippingPhone: null,
      shippingStreet: null,
      shippingCity: null,
      shippingRegion: null,
      shippingZip: null,
      shippingCountry: null,
      buyerAddress: Prisma.DbNull,
      corrections: {},
      note: null,
      attributes: [],
      company: null,
      taxNumber: null,
      otherPhones: [],
      redactedAt,
    },
  });
  await tx.orderItem.updateMany({ where: { orderId: { in: orderIds } }, data: { attributes: [] } });
  await tx.lead.updateMany({
    where: { orderId: { in: orderIds } },
    data: { name: null, email: null, phone: null, corrections: {} },
  });
  const named = orders.map((order) => order.customerId).filter((id) => id !== null);
  const customerIds = [...new Set([...named, ...(await findLeftCustomers(tx, store, request))])];
  await redactTimelines(tx, store.integrationId, orderIds, customerIds);
  await redactCustomers(tx, store.integrationId, orderIds, customerIds, redactedAt);
  const areAllPayloadsGone = await redactDeliveries(
    tx,
    store,
    request,
    orders.map((order) => order.externalOrderId),
  );
  return areAllPayloadsGone && orders.length < ordersAtOnce;
}

/**
 * Of the customers stays what another store's orders and leads entered by hand say: all that is kept of them is computed anew from these.
 * Customers that were merged into them keep nothing.
 */
async function redactCustomers(
  tx: Transaction,
  storeId: string,
  orderIds: string[],
  customerIds: string[],
  redactedAt: Date,
): Promise<void> {
  await tx.order.updateMany({ where: { id: { in: orderIds } }, data: { customerId: null } });
  await tx.lead.updateMany({ where: { orderId: { in: orderIds } }, data: { customerId: null } });
  const isMerged = { mergedIntoId: { in: customerIds } };
  const ids = { in: customerIds };
  // What a merge would bring back of them, also one that was made before the customer was merged in turn.
  const merged = await tx.customer.findMany({ where: isMerged, select: { id: true } });
  const gone = { in: [...customerIds, ...merged.map(({ id }) => id)] };
  await tx.customerMerge.deleteMany({ where: { OR: [{ keptId: gone }, { mergedId: gone }] } });
  await tx.customer.updateMany({ where: { OR: [{ id: ids }, isMerged] }, data: erased });
  // What other stores' owners know of whom their orders have left is said by nothing else.
  const isForgotten = { OR: [{ namedById: null }, { namedById: storeId }] };
  await tx.customerContact.deleteMany({ where: { customerId: ids, ...isForgotten } });
  await tx.$executeRaw`
    delete from customer_sellers figures where customer_id = any (${customerIds}::uuid[]) and not exists (
      select from customer_contacts known where known.customer_id = figures.customer_id and known.user_id = figures.user_id)`;
  await refreshCustomers(tx, customerIds);
  const isUnknown = { orders: { none: {} }, leads: { none: {} }, contacts: { none: {} } };
  await tx.customer.updateMany({
    where: { OR: [{ id: ids, ...isUnknown }, isMerged] },
    data: { redactedAt },
  });
}

const erased = {
  name: null,
  email: null,
  phone: null,
  street: null,
  city: null,
  region: null,
  zip: null,
  country: null,
  storeValues: {},
  corrections: {},
};

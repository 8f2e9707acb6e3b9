import "server-only";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import { shippingColumn } from "#lib/customers/model.ts";
import type { Transaction } from "#lib/db/access.ts";
import {
  type Buyer,
  buyerOf,
  identityLocks,
  leadContact,
  type RecordedCustomer,
  recordBuyer,
} from "#lib/ingest/buyer.ts";
import { createLead, lockLead, moveLead } from "#lib/ingest/lead.ts";
import { writeItems, writeRefunds } from "#lib/ingest/order-lines.ts";
import { orderEvents } from "#lib/ingest/order-timeline.ts";
import type { Outcome } from "#lib/ingest/process.ts";
import type { OrderChange, StoreOrder } from "#lib/platforms/platform.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** The store that an event came from. */
export interface RecordingStore {
  integrationId: string;
  workspaceId: string;
  /** The store's owner, to whom its new leads are assigned. */
  userId: string;
  type: StoreType;
  name: string;
}

/**
 * Writes an order as a store tells it: customer, order, items, refunds and lead. One order is written by one transaction at a
 * time, and so is one new customer; news older than what is known changes nothing.
 */
export async function recordOrder(
  tx: Transaction,
  store: RecordingStore,
  order: StoreOrder,
  delivery: { change: OrderChange; receivedAt: Date },
): Promise<Outcome> {
  const subject = `order:${order.externalId}`;
  const buyer = buyerOf(order);
  await lockForOrder(tx, store, order.externalId, identityLocks(store.workspaceId, buyer));
  const known = await findOrder(tx, store, order.externalId);
  if (!known) {
    await createOrder(tx, store, order, buyer, delivery.receivedAt);
    return { status: "processed", subject };
  }
  const dropsPayload = known.redactedAt !== null;
  if (isStale(known, order, delivery.change)) {
    const reason = "Older than what is already known of this order.";
    return { status: "ignored", reason, subject, dropsPayload };
  }
  await updateOrder(tx, store, known, order, buyer, delivery.receivedAt);
  return { status: "processed", subject, dropsPayload };
}

/**
 * Takes the locks of one order and its buyer until the transaction ends. Everyone takes them in the same order of names, so that
 * no two wait for each other.
 */
export async function lockForOrder(
  tx: Transaction,
  store: Pick<RecordingStore, "integrationId">,
  externalOrderId: string,
  others: string[] = [],
): Promise<void> {
  const names = [...others, `order:${store.integrationId}:${externalOrderId}`].sort();
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) with ordinality as lock (name, position)
    order by position`;
}

type KnownOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

function findOrder(tx: Transaction, store: RecordingStore, externalOrderId: string) {
  return tx.order.findUnique({
    where: { integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId } },
    select: {
      id: true,
      userId: true,
      customerId: true,
      status: true,
      currency: true,
      totalAmount: true,
      currentTotalAmount: true,
      refundedAmount: true,
      externalUpdatedAt: true,
      deletedInStoreAt: true,
      redactedAt: true,
    },
  });
}

/**
 * Platforms tell time in whole seconds: at a tie a creation tells nothing new, anything else may. A deletion changes no date, so
 * that a tie after it is what was said before, unless it says that the order was restored.
 */
function isStale(known: KnownOrder, order: StoreOrder, change: OrderChange): boolean {
  const age = order.updatedAt.getTime() - known.externalUpdatedAt.getTime();
  if (age !== 0) return age < 0;
  return change === "created" || (known.deletedInStoreAt !== null && change !== "restored");
}

async function createOrder(
  tx: Transaction,
  store: RecordingStore,
  order: StoreOrder,
  buyer: Buyer,
  receivedAt: Date,
) {
  const customer = await recordBuyer(tx, store.workspaceId, buyer, order.updatedAt, null);
  const customerId = customer?.id ?? null;
  const { id } = await tx.order.create({
    data: {
      workspaceId: store.workspaceId,
      integrationId: store.integrationId,
      userId: store.userId,
      customerId,
      externalOrderId: order.externalId,
      totalAmount: order.total,
      orderCreatedAt: order.createdAt,
      ...storeState(order),
      ...personalData(order),
    },
    select: { id: true },
  });
  await writeItems(tx, id, order.items);
  await writeRefunds(tx, id, order.refunds, receivedAt);
  await createLead(tx, store, { orderId: id, customerId, ...leadContact(order, buyer, customer) }, order);
  if (customerId) await refreshCustomerSellers(tx, [customerId]);
}

async function updateOrder(
  tx: Transaction,
  store: RecordingStore,
  known: KnownOrder,
  order: StoreOrder,
  buyer: Buyer,
  receivedAt: Date,
) {
  const isRedacted = known.redactedAt !== null;
  const lead = await lockLead(tx, known.id);
  const customer = isRedacted
    ? null
    : await recordBuyer(tx, store.workspaceId, buyer, order.updatedAt, known.customerId);
  const customerId = customer?.id ?? null;
  await tx.order.update({
    where: { id: known.id },
    data: {
      ...storeState(order),
      ...(order.isTotalAsPlaced && { totalAmount: order.total }),
      ...(!isRedacted && { customerId, ...uncorrected(personalData(order), customer) }),
      deletedInStoreAt: null,
    },
  });
  await writeItems(tx, known.id, order.items);
  const newRefunds = await writeRefunds(tx, known.id, order.refunds, receivedAt);
  const about = isRedacted ? {} : { customerId, ...leadContact(order, buyer, customer) };
  await moveLead(tx, lead, { ...order, about }, orderEvents(known, order, newRefunds));
  if (customerId) await refreshCustomerSellers(tx, [customerId]);
}

/** What the store alone decides. */
function storeState(order: StoreOrder) {
  return {
    externalCustomerId: order.externalCustomerId,
    orderNumber: order.number,
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfillmentStatus: order.fulfillmentStatus,
    gateways: order.gateways,
    isCod: order.isCod,
    isTest: order.isTest,
    currency: order.currency,
    currentTotalAmount: order.currentTotal,
    externalUpdatedAt: order.updatedAt,
  };
}

/** A person's corrections stay: the order is delivered to where the buyer said on the phone. */
function uncorrected(
  data: ReturnType<typeof personalData>,
  customer: RecordedCustomer | null,
): Partial<typeof data> {
  const columns = new Set<string>(customer?.corrected.map(shippingColumn));
  return Object.fromEntries(Object.entries(data).filter(([column]) => !columns.has(column)));
}

/** The delivery address as the store had it, with the phone as it was typed. */
function personalData({ contact }: StoreOrder) {
  return {
    shippingName: contact.name,
    shippingEmail: contact.email,
    shippingPhone: contact.phone,
    shippingStreet: contact.street,
    shippingCity: contact.city,
    shippingRegion: contact.region,
    shippingZip: contact.zip,
    shippingCountry: contact.country,
  };
}

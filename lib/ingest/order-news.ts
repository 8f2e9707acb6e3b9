import "server-only";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import type { Transaction } from "#lib/db/access.ts";
import { addLeadEvents, type LockedLead, lockLead, moveLead } from "#lib/ingest/lead.ts";
import { writeRefunds } from "#lib/ingest/order-lines.ts";
import { type NewLeadEvent, refundEvent } from "#lib/ingest/order-timeline.ts";
import type { Outcome } from "#lib/ingest/process.ts";
import { lockForOrder, type RecordingStore } from "#lib/ingest/record.ts";
import type { FulfillmentStatus, OrderStatus, PaymentStatus } from "#lib/orders/model.ts";
import { DeliveryError, type Shipment, type StoreEvent } from "#lib/platforms/platform.ts";

// News that only points at its order: a deletion, a refund, a parcel, a payment.

type News<Kind extends StoreEvent["kind"]> = Extract<StoreEvent, { kind: Kind }>;

/** The store deleted an order. Astra keeps it, marked, and closes its lead. */
export async function recordDeletion(
  tx: Transaction,
  store: RecordingStore,
  { externalOrderId }: News<"order_deleted">,
  receivedAt: Date,
): Promise<Outcome> {
  const subject = `order:${externalOrderId}`;
  const order = await lockOrder(tx, store, externalOrderId);
  if (!order) return { status: "ignored", reason: "Deleted in the store before Astra ever saw it.", subject };
  if (order.deletedInStoreAt) return { status: "ignored", reason: "Already known to be deleted.", subject };
  await tx.order.update({
    where: { id: order.id },
    data: { status: "cancelled", deletedInStoreAt: receivedAt },
  });
  await moveLead(tx, order.lead, progress(order, { status: "cancelled" }), [
    { type: "order_deleted", details: {} },
  ]);
  await refreshCustomer(tx, order);
  return { status: "processed", subject };
}

/** Money was given back for an order. */
export async function recordRefund(
  tx: Transaction,
  store: RecordingStore,
  { externalOrderId, refund }: News<"refund">,
  receivedAt: Date,
): Promise<Outcome> {
  const order = await requireOrder(tx, store, externalOrderId);
  const added = await writeRefunds(tx, order.id, [refund], receivedAt);
  const events = added.map((one) => refundEvent(one, order.currency));
  await addLeadEvents(tx, order.lead.id, events);
  return processed(order, externalOrderId);
}

/** A parcel of an order was handed over or moved. */
export async function recordFulfillment(
  tx: Transaction,
  store: RecordingStore,
  news: News<"fulfillment">,
): Promise<Outcome> {
  const order = await requireOrder(tx, store, news.externalOrderId);
  const { trackingNumber, carrier, at } = news;
  // One parcel that arrived is not yet the whole of an order of which something is still to be sent.
  const isPartly = news.shipment === "delivered" && order.fulfillmentStatus !== "fulfilled";
  const shipment = isPartly ? "in_transit" : news.shipment;
  const status = shipment === "delivered" ? "delivered" : "shipped";
  const isFurther = shipment !== "none" && orderSteps[status] > orderSteps[order.status];
  if (isFurther) await tx.order.update({ where: { id: order.id }, data: { status } });
  const events: NewLeadEvent[] = [
    { type: "fulfilled", details: { status: news.shipment, trackingNumber, carrier }, occurredAt: at },
  ];
  await moveLead(tx, order.lead, progress(order, { shipment }), events);
  await refreshCustomer(tx, order);
  return processed(order, news.externalOrderId);
}

/**
 * A payment was tried. What it means for the order comes with the order itself (`orders/paid`, `orders/updated`), so this is an
 * entry on the timeline, once for each transaction.
 */
export async function recordPayment(
  tx: Transaction,
  store: RecordingStore,
  news: News<"payment">,
): Promise<Outcome> {
  const order = await requireOrder(tx, store, news.externalOrderId);
  const { externalTransactionId, transaction, status, amount, currency, at } = news;
  const details = { externalTransactionId, kind: transaction, status, amount, currency };
  const isKnown = await tx.leadEvent.count({
    where: {
      leadId: order.lead.id,
      type: "payment",
      AND: [
        { details: { path: ["externalTransactionId"], equals: externalTransactionId } },
        { details: { path: ["status"], equals: status } },
      ],
    },
  });
  if (!isKnown) await addLeadEvents(tx, order.lead.id, [{ type: "payment", details, occurredAt: at }]);
  return processed(order, news.externalOrderId);
}

/** News of an order whose buyer's data was removed may name the buyer again. */
function processed(order: LockedOrder, externalOrderId: string): Outcome {
  const subject = `order:${externalOrderId}`;
  return { status: "processed", subject, dropsPayload: order.redactedAt !== null };
}

/** A parcel moves an order forward only; one that is over stays so. */
const orderSteps: Record<OrderStatus, number> = {
  pending: 0,
  processing: 1,
  shipped: 2,
  delivered: 3,
  cancelled: 4,
  refunded: 4,
};

interface LockedOrder {
  id: string;
  customerId: string | null;
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  fulfillmentStatus: FulfillmentStatus;
  isCod: boolean;
  currency: string;
  deletedInStoreAt: Date | null;
  redactedAt: Date | null;
  lead: LockedLead;
}

async function lockOrder(
  tx: Transaction,
  store: RecordingStore,
  externalOrderId: string,
): Promise<LockedOrder | null> {
  await lockForOrder(tx, store, externalOrderId);
  const order = await tx.order.findUnique({
    where: { integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId } },
    select: {
      id: true,
      customerId: true,
      status: true,
      paymentStatus: true,
      fulfillmentStatus: true,
      isCod: true,
      currency: true,
      deletedInStoreAt: true,
      redactedAt: true,
    },
  });
  if (!order) return null;
  return {
    ...order,
    status: order.status as OrderStatus,
    paymentStatus: order.paymentStatus as PaymentStatus,
    fulfillmentStatus: order.fulfillmentStatus as FulfillmentStatus,
    lead: await lockLead(tx, order.id),
  };
}

/** Deliveries come in no order: news of an order that has not arrived waits, and is tried again. */
async function requireOrder(
  tx: Transaction,
  store: RecordingStore,
  externalOrderId: string,
): Promise<LockedOrder> {
  const order = await lockOrder(tx, store, externalOrderId);
  if (order) return order;
  throw new DeliveryError(`The order ${externalOrderId} has not arrived yet; this is tried again.`);
}

function progress(order: LockedOrder, change: { status?: OrderStatus; shipment?: Shipment }) {
  return {
    status: change.status ?? order.status,
    paymentStatus: order.paymentStatus,
    isCod: order.isCod,
    shipment: change.shipment ?? ("none" as const),
  };
}

async function refreshCustomer(tx: Transaction, order: LockedOrder): Promise<void> {
  if (order.customerId) await refreshCustomerSellers(tx, [order.customerId]);
}

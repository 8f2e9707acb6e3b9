import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import { lockOrder as lockById } from "#lib/ingest/known.ts";
import { addLeadEvents, lockLead, moveLead } from "#lib/ingest/lead.ts";
import type { LockedLead } from "#lib/ingest/lead-standing.ts";
import { parcelSteps } from "#lib/ingest/order-state.ts";
import { type NewLeadEvent, refundEvent } from "#lib/ingest/order-timeline.ts";
import type { Outcome } from "#lib/ingest/outcome.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { writeRefund } from "#lib/ingest/refunds.ts";
import { inShopMoney } from "#lib/ingest/settle.ts";
import { DeliveryError, type StoreEvent } from "#lib/platforms/platform.ts";
import type {
  CallReason,
  FulfillmentStatus,
  OrderStatus,
  PaymentKind,
  PaymentStatus,
  Shipment,
} from "#lib/sales/statuses.ts";

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
  if (!order) return { status: "ignored", reason: { code: "neverSeen" }, subject };
  if (order.deletedInStoreAt) return { status: "ignored", reason: { code: "deletedBefore" }, subject };
  const change = { status: "cancelled" as const, amountDue: "0" };
  await tx.order.update({ where: { id: order.id }, data: { ...change, deletedInStoreAt: receivedAt } });
  await moveOrder(tx, order, change, [{ type: "order_deleted", details: {} }]);
  return { status: "processed", subject };
}

/** Money was given back for an order. */
export async function recordRefund(
  tx: Transaction,
  store: RecordingStore,
  { externalOrderId, refund, saidAt }: News<"refund">,
  receivedAt: Date,
): Promise<Outcome> {
  const order = await requireOrder(tx, store, externalOrderId);
  const known = inShopMoney(refund, order);
  if (!known)
    return { ...processed(order, externalOrderId), status: "ignored", reason: { code: "unknownMoney" } };
  const given = await writeRefund(tx, order.id, known, { at: saidAt, receivedAt });
  if (given && order.lead) await addLeadEvents(tx, order.lead.id, [refundEvent(given, order.currency)]);
  return processed(order, externalOrderId);
}

/**
 * A parcel of an order was handed over or moved. A cancelled one moves nothing here: whether anything else was sent is said by the order
 * itself, which comes along.
 */
export async function recordFulfillment(
  tx: Transaction,
  store: RecordingStore,
  news: News<"fulfillment">,
): Promise<Outcome> {
  const order = await requireOrder(tx, store, news.externalOrderId);
  const { trackingNumbers, carrier, at, isCancelled, hasFailed } = news;
  // One parcel that arrived is not yet the whole of an order of which something is still to be sent.
  const isPartly = news.shipment === "delivered" && order.fulfillmentStatus !== "fulfilled";
  const said = isPartly ? "in_transit" : news.shipment;
  const isFurther = !isCancelled && parcelSteps[said] > parcelSteps[order.shipment];
  const shipment = isFurther ? said : order.shipment;
  const status = shipment === "delivered" ? "delivered" : "shipped";
  const isMoved = shipment !== "none" && orderSteps[status] > orderSteps[order.status];
  const callReason = hasFailed ? "delivery_failed" : isFurther ? null : order.callReason;
  const change = {
    shipment,
    callReason,
    ...(isFurther && { shipmentSaidAt: at }),
    ...(isMoved && { status: status as OrderStatus }),
  };
  await tx.order.update({ where: { id: order.id }, data: change });
  const told = isCancelled ? "cancelled" : hasFailed ? "failed" : news.shipment;
  const details = { status: told, trackingNumber: trackingNumbers.join(", ") || null, carrier };
  await moveOrder(tx, order, change, [{ type: "fulfilled", details, occurredAt: at }]);
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
  if (!order.lead) return processed(order, news.externalOrderId);
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

const select = {
  id: true,
  customerId: true,
  status: true,
  paymentStatus: true,
  paymentKind: true,
  fulfillmentStatus: true,
  shipment: true,
  callReason: true,
  amountDue: true,
  currency: true,
  totalAmount: true,
  buyerCurrency: true,
  buyerTotalAmount: true,
  deletedInStoreAt: true,
  redactedAt: true,
} as const;

type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

async function lockOrder(tx: Transaction, store: RecordingStore, externalOrderId: string) {
  await lockById(tx, store, externalOrderId);
  const order = await tx.order.findUnique({
    where: { integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId } },
    select,
  });
  if (!order) return null;
  return {
    ...order,
    status: order.status as OrderStatus,
    paymentStatus: order.paymentStatus as PaymentStatus,
    paymentKind: order.paymentKind as PaymentKind,
    fulfillmentStatus: order.fulfillmentStatus as FulfillmentStatus,
    shipment: order.shipment as Shipment,
    callReason: order.callReason as CallReason | null,
    amountDue: order.amountDue.toString(),
    lead: (await lockLead(tx, order.id)) as LockedLead | null,
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
  throw new DeliveryError({ code: "notArrived", order: externalOrderId });
}

/** Moves the lead of an order that changed, and counts its customer's anew. */
async function moveOrder(
  tx: Transaction,
  order: LockedOrder,
  change: Partial<Pick<LockedOrder, "status" | "shipment" | "callReason" | "amountDue">>,
  events: NewLeadEvent[],
): Promise<void> {
  const after = { ...order, ...change };
  if (order.lead) {
    const news = {
      order: { payment: order.paymentKind },
      standing: after,
      settlement: { paymentStatus: order.paymentStatus, due: after.amountDue },
      before: order,
    };
    await moveLead(tx, order.lead, news, events);
  }
  if (order.customerId) await refreshCustomerSellers(tx, [order.customerId]);
}

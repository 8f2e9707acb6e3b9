import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { refreshCustomerSellers } from "#lib/customers/commands.ts";
import { type AnsweredStore, loadAnsweredStore } from "#lib/ingest/answered-store.ts";
import { lockOrder } from "#lib/ingest/known.ts";
import { lastTold, type Told } from "#lib/ingest/last-told.ts";
import { lockLead, moveLead } from "#lib/ingest/lead.ts";
import { progressOf, statusChanges } from "#lib/ingest/lead-standing.ts";
import { type OrderStanding, standingAfter, storeColumns } from "#lib/ingest/order-state.ts";
import { type NewLeadEvent, refundEvents, standingEvents } from "#lib/ingest/order-timeline.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { writeRefunds } from "#lib/ingest/refunds.ts";
import { type Settlement, settle } from "#lib/ingest/settle.ts";
import { followStore } from "#lib/leads/follow-store.ts";
import { paymentKindOf } from "#lib/platforms/payment-kind.ts";
import { platforms } from "#lib/platforms/registry.ts";
import type { CallReason, OrderStatus, PaymentKind, PaymentStatus, Shipment } from "#lib/sales/statuses.ts";

/**
 * Reads an order again by what its store's owner says now. Its payment, its status and its lead follow, as far as no person has decided;
 * nothing else of it changes.
 */
export async function rereadOrder(storeId: string, externalOrderId: string): Promise<void> {
  await forSystem(async (tx) => {
    const shop = await loadAnsweredStore(tx, storeId);
    if (!shop) return;
    await lockOrder(tx, shop, externalOrderId);
    // What its owner says may have changed while the order was waited for.
    const store = (await loadAnsweredStore(tx, storeId)) ?? shop;
    const order = await findOrder(tx, store, externalOrderId);
    if (order && !order.deletedInStoreAt) await reread(tx, store, order);
  });
}

const select = {
  id: true,
  customerId: true,
  externalOrderId: true,
  externalUpdatedAt: true,
  deletedInStoreAt: true,
  currency: true,
  gateways: true,
  paymentKind: true,
  paymentStatus: true,
  receivedAmount: true,
  amountDue: true,
  storeStatus: true,
  status: true,
  shipment: true,
  shipmentSaidAt: true,
  callReason: true,
} as const;

async function findOrder(tx: Transaction, store: RecordingStore, externalOrderId: string) {
  const order = await tx.order.findUnique({
    where: { integrationId_externalOrderId: { integrationId: store.integrationId, externalOrderId } },
    select,
  });
  return (
    order && {
      ...order,
      paymentKind: order.paymentKind as PaymentKind,
      paymentStatus: order.paymentStatus as PaymentStatus,
      status: order.status as OrderStatus,
      shipment: order.shipment as Shipment,
      callReason: order.callReason as CallReason | null,
    }
  );
}

type OrderBefore = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** What an order comes to, read again. */
interface Reading {
  payment: PaymentKind;
  standing: Pick<OrderStanding, "status" | "shipment" | "callReason">;
  settlement: Pick<Settlement, "paymentStatus" | "due">;
  columns: Partial<ReturnType<typeof storeColumns>>;
}

async function reread(tx: Transaction, store: AnsweredStore, before: OrderBefore): Promise<void> {
  const lead = await lockLead(tx, before.id);
  const told = await lastTold(tx, store, before);
  const { payment, standing, settlement, columns } = told ? readTold(told, before) : readKept(store, before);
  await tx.order.update({ where: { id: before.id }, data: columns });
  const events = [
    ...(told ? await writeMoneyBack(tx, told, before) : []),
    ...standingEvents(before, standing),
  ];
  if (lead) {
    const moved = statusChanges(lead, followStore(lead, progressOf({ ...standing, ...settlement, payment })));
    if (events.length + moved.length > 0) events.unshift({ type: "read_again", details: {} });
    await moveLead(tx, lead, { order: { payment }, standing, settlement, before }, events);
  }
  if (before.customerId) await refreshCustomerSellers(tx, [before.customerId]);
}

/** By what the store last told of the whole order: its payment decides whether it counts as paid, too. */
function readTold({ order }: Told, before: OrderBefore): Reading {
  const settlement = settle(order, before.receivedAmount.toString());
  const standing = standingAfter(order, before);
  const all = storeColumns(order, standing, settlement);
  return {
    payment: order.payment,
    standing,
    settlement,
    columns: {
      ...standing,
      isStatusUnknown: all.isStatusUnknown,
      fulfillmentStatus: all.fulfillmentStatus,
      paymentKind: all.paymentKind,
      paymentStatus: all.paymentStatus,
      receivedAmount: all.receivedAmount,
      refundedAmount: all.refundedAmount,
      amountDue: all.amountDue,
      buyerAmountDue: all.buyerAmountDue,
    },
  };
}

/** What was given back counts as far as money came in, which the payment decides. */
async function writeMoneyBack(
  tx: Transaction,
  { order, receivedAt }: Told,
  before: OrderBefore,
): Promise<NewLeadEvent[]> {
  const { refunds } = settle(order, before.receivedAmount.toString());
  const changes = await writeRefunds(tx, before.id, refunds, { at: order.updatedAt, receivedAt });
  return refundEvents(changes, order.currency, order.updatedAt);
}

/** Of an order whose deliveries are not kept only what the answers themselves say changes. */
function readKept(answers: AnsweredStore, before: OrderBefore): Reading {
  const kind = paymentKindOf(before.gateways, answers);
  const payment = kind === "unknown" ? before.paymentKind : kind;
  const { storeStatus } = before;
  const { meaning, ...said } = platforms[answers.type].readStatus(storeStatus, answers.statusMap);
  const { status, shipment, callReason } = meaning === null ? before : said;
  const standing = { status: status ?? before.status, shipment, callReason };
  const isOver = standing.status === "cancelled" || standing.status === "refunded";
  const due = isOver ? "0" : before.amountDue.toString();
  return {
    payment,
    standing,
    settlement: { paymentStatus: before.paymentStatus, due },
    columns: {
      ...standing,
      ...(meaning !== null && { fulfillmentStatus: said.fulfillmentStatus }),
      isStatusUnknown: storeStatus !== null && meaning === null,
      paymentKind: payment,
      amountDue: due,
    },
  };
}

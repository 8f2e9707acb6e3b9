import type { Contact } from "#lib/customers/model.ts";
import type { Buyer } from "#lib/ingest/buyer.ts";
import type { Known } from "#lib/ingest/known.ts";
import type { KnownOrder } from "#lib/ingest/known-order.ts";
import { movedLead, newLead } from "#lib/ingest/lead-standing.ts";
import { knownBuyer, newBuyer, nobody } from "#lib/ingest/order-buyer.ts";
import { standingAfter, storeColumns } from "#lib/ingest/order-state.ts";
import { addressChange, type NewLeadEvent, orderEvents } from "#lib/ingest/order-timeline.ts";
import { type Outcome, ofRemovedStore } from "#lib/ingest/outcome.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { compareRefunds, type RefundChanges, settle } from "#lib/ingest/settle.ts";
import type { OrderChange, StoreItem, StoreOrder, StoreRefund } from "#lib/platforms/platform.ts";
import type { Reason } from "#lib/platforms/reason.ts";

/** What an order becomes, to be written as it is. */
export interface DecidedOrder {
  /** Null: it is new. */
  orderId: string | null;
  newCustomer: Contact | null;
  /** The order's columns, by their names in Prisma; of a known one those that change. */
  order: Record<string, unknown>;
  lines: StoreItem[];
  /** Null: there are none to write. */
  refunds: { written: StoreRefund[]; takenBack: string[]; saidAt: Date; receivedAt: Date } | null;
  /** The lead's columns; null when the order has none of its own. */
  lead: Record<string, unknown> | null;
  /** The lead that tells of it, if that is known already: the order's own, or of a new part of another order that of the whole. */
  leadId: string | null;
  events: NewLeadEvent[];
  /** The order whose lead is worth this one, too. */
  wholeId: string | null;
  /** Whose order it was until its store named another buyer. */
  leftCustomerId: string | null;
  /** Whether the seller is to be alerted of a new lead. */
  isNews: boolean;
}

/** A store's word of an order, and all that is known of it. */
export interface ToldOrder {
  store: RecordingStore;
  /** What the delivery is about, by the id that the store says. */
  subject: string;
  order: StoreOrder;
  buyer: Buyer;
  known: Known;
  /** Whether it came with the id of an order that is another shop's. */
  isAnother: boolean;
  change: OrderChange;
  isPartial?: boolean | undefined;
  receivedAt: Date;
}

/** What becomes of a delivery, and of its order; null when that stays as it is. */
export interface Decision {
  outcome: Outcome;
  decided: DecidedOrder | null;
}

/** Decides what an order becomes: news older than what is known change nothing. */
export function decideOrder(told: ToldOrder): Decision {
  const { subject, order, known, isAnother, change, isPartial } = told;
  const notes = {
    subject,
    notUnderstood: order.notUnderstood,
    ...(isAnother && { reason: { code: "sameNumber" as const } }),
  };
  if (known.isOfRemovedStore) return { outcome: ofRemovedStore(subject), decided: null };
  if (!known.order) return { outcome: { status: "processed", ...notes }, decided: decideNew(told) };
  const dropsPayload = known.order.redactedAt !== null;
  const reason = isPartial ? ({ code: "partial" } as const) : staleness(known.order, order, change);
  if (reason) return { outcome: { status: "ignored", subject, reason, dropsPayload }, decided: null };
  return {
    outcome: { status: "processed", ...notes, dropsPayload },
    decided: decideNews(told, { ...known, order: known.order }),
  };
}

/**
 * Why news of an order tells nothing new; null when it does. Platforms tell time in whole seconds: at a tie a creation tells nothing,
 * anything else may. A deletion changes no date, so that a tie after it is what was said before, unless it says that the order was
 * restored.
 */
function staleness(known: KnownOrder, order: StoreOrder, change: OrderChange): Reason | null {
  const age = order.updatedAt.getTime() - known.externalUpdatedAt.getTime();
  if (age < 0) return { code: "older" };
  if (age > 0) return null;
  const isTold = change === "created" || (known.deletedInStoreAt !== null && change !== "restored");
  return isTold ? { code: "toldBefore" } : null;
}

/** An order that was placed days before Astra heard of it was imported or waited somewhere: nobody is alerted of it as of a new one. */
const newFor = 2 * 86_400_000;

function decideNew({ store, order, buyer, known, isAnother, receivedAt }: ToldOrder): DecidedOrder {
  const { newCustomer, columns, about } = newBuyer(order, buyer, known);
  const settlement = settle(order, null);
  const standing = standingAfter(order, null);
  const arrived: NewLeadEvent = {
    type: "arrived",
    details: { store: store.name },
    occurredAt: order.createdAt,
  };
  const wholeLeadId = known.parent?.leadId ?? null;
  const noted: NewLeadEvent[] = isAnother ? [{ type: "same_number", details: { number: order.number } }] : [];
  return {
    orderId: null,
    newCustomer,
    order: {
      workspaceId: store.workspaceId,
      integrationId: store.integrationId,
      userId: store.userId,
      externalOrderId: order.externalId,
      totalAmount: order.total,
      orderCreatedAt: order.createdAt,
      ...parentColumns(order, known.parent),
      ...storeColumns(order, standing, settlement),
      ...columns,
    },
    lines: order.items,
    refunds:
      settlement.refunds.length > 0
        ? toWrite(compareRefunds([], settlement.refunds, order.updatedAt), order.updatedAt, receivedAt)
        : null,
    lead: wholeLeadId ? null : { ...newLead(store, { order, standing, settlement }), ...about },
    leadId: wholeLeadId,
    events: wholeLeadId ? [{ type: "joined", details: { number: order.number } }] : [arrived, ...noted],
    wholeId: wholeLeadId ? (known.parent?.id ?? null) : null,
    leftCustomerId: null,
    isNews: receivedAt.getTime() - order.createdAt.getTime() < newFor,
  };
}

/** How a new order belongs to another; the whole may be yet to come. */
function parentColumns({ parent }: StoreOrder, whole: Known["parent"]) {
  if (!parent) return {};
  return {
    externalParentId: parent.externalId,
    parentRelation: parent.relation,
    parentOrderId: whole?.id ?? null,
    repeatsParent: whole !== null && parent.relation !== "split",
  };
}

function decideNews(
  { order: told, buyer, receivedAt }: ToldOrder,
  known: Known & { order: KnownOrder },
): DecidedOrder {
  const before = known.order;
  const order = before.redactedAt === null ? told : withoutBuyersWords(told);
  const { newCustomer, columns, about, moved } =
    before.redactedAt === null ? knownBuyer(order, buyer, known) : nobody;
  const settlement = settle(order, before.receivedAmount);
  const standing = standingAfter(order, before);
  const refunds = compareRefunds(before.refunds, settlement.refunds, order.updatedAt);
  const lead = before.lead && movedLead(before.lead, { order, standing, settlement, before });
  return {
    orderId: before.id,
    newCustomer,
    order: {
      ...storeColumns(order, standing, settlement),
      ...(order.isTotalAsPlaced && { totalAmount: order.total }),
      ...columns,
      deletedInStoreAt: null,
    },
    lines: order.items,
    refunds: toWrite(refunds, order.updatedAt, receivedAt),
    lead: lead && { ...lead.columns, ...about },
    leadId: before.lead?.id ?? null,
    events: [
      ...orderEvents(before, order, standing, refunds),
      ...addressChange(before, columns, order.updatedAt),
      ...moved,
      ...(lead?.events ?? []),
    ],
    wholeId: before.wholeId,
    leftCustomerId: moved.length > 0 ? before.customerId : null,
    isNews: false,
  };
}

/** An order of whose buyer nothing is written any more: neither the account in the shop, nor what stands under the items. */
function withoutBuyersWords(order: StoreOrder): StoreOrder {
  const items = order.items.map((item) => ({ ...item, attributes: [] }));
  return { ...order, externalCustomerId: null, items };
}

function toWrite(changes: RefundChanges, saidAt: Date, receivedAt: Date): DecidedOrder["refunds"] {
  return {
    written: [...changes.added, ...changes.changed.map(({ refund }) => refund)],
    takenBack: changes.takenBack.map(({ externalId }) => externalId),
    saidAt,
    receivedAt,
  };
}

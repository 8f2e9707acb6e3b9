import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { leaveToOwner, refreshCustomers } from "#lib/customers/commands.ts";
import { type Buyer, buyerOf, identityLocks } from "#lib/ingest/buyer.ts";
import { identify, type KnownOrder } from "#lib/ingest/known-order.ts";
import { createLead, lockLead, moveLead } from "#lib/ingest/lead.ts";
import { joinParts, parentOf, refreshWholeLead } from "#lib/ingest/order-family.ts";
import { writeItems } from "#lib/ingest/order-lines.ts";
import { standingAfter, storeColumns } from "#lib/ingest/order-state.ts";
import { addressChange, orderEvents } from "#lib/ingest/order-timeline.ts";
import type { Outcome } from "#lib/ingest/process.ts";
import { nobody, recordKnownBuyer, recordNewBuyer } from "#lib/ingest/record-buyer.ts";
import { writeRefunds } from "#lib/ingest/refunds.ts";
import { settle } from "#lib/ingest/settle.ts";
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
  domain: string;
  /** Where the store's parcels usually go: for phones of orders that name no country. */
  defaultCountry: string | null;
}

/**
 * Writes an order as a store tells it: customer, order, items, refunds and lead. One order is written by one transaction at a
 * time, and so is one new customer; news older than what is known changes nothing.
 */
export async function recordOrder(
  tx: Transaction,
  store: RecordingStore,
  told: StoreOrder,
  delivery: { change: OrderChange; isPartial?: boolean; receivedAt: Date },
): Promise<Outcome> {
  const subject = `order:${told.externalId}`;
  const { buyer, otherPhones } = buyerOf(told, store);
  await lockForOrder(tx, store, told.externalId, identityLocks(store.workspaceId, buyer));
  const { order, known, isAnother } = await identify(tx, store, { ...told, otherPhones });
  const notes = {
    subject,
    notUnderstood: order.notUnderstood,
    ...(isAnother && { reason: sameNumberReason }),
  };
  if (!known) {
    await createOrder(tx, store, order, buyer, { ...delivery, isAnother });
    return { status: "processed", ...notes };
  }
  const dropsPayload = known.redactedAt !== null;
  const reason = delivery.isPartial ? partialReason : staleness(known, order, delivery.change);
  if (reason) return { status: "ignored", subject, reason, dropsPayload };
  await updateOrder(tx, store, known, order, buyer, delivery.receivedAt);
  return { status: "processed", ...notes, dropsPayload };
}

const partialReason = "It says neither lines nor a total: what is known of this order stays.";

const sameNumberReason =
  "Another order came with the id of one that is known, with another buyer, currency and date: two shops seem to send to this store. It is kept as an order of its own.";

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

/**
 * Why news of an order tells nothing new; null when it does. Platforms tell time in whole seconds: at a tie a creation tells nothing,
 * anything else may. A deletion changes no date, so that a tie after it is what was said before, unless it says that the order was
 * restored.
 */
function staleness(known: KnownOrder, order: StoreOrder, change: OrderChange): string | null {
  const age = order.updatedAt.getTime() - known.externalUpdatedAt.getTime();
  if (age < 0) return "Older than what is already known of this order.";
  if (age > 0) return null;
  const isTold = change === "created" || (known.deletedInStoreAt !== null && change !== "restored");
  return isTold ? "Told already: nothing has changed since." : null;
}

/** An order that was placed days before Astra heard of it was imported or waited somewhere: nobody is alerted of it as of a new one. */
const newFor = 2 * 86_400_000;

async function createOrder(
  tx: Transaction,
  store: RecordingStore,
  order: StoreOrder,
  buyer: Buyer,
  { receivedAt, isAnother }: { receivedAt: Date; isAnother: boolean },
) {
  const { customerId, about, columns } = await recordNewBuyer(tx, store, order, buyer);
  const settlement = settle(order, null);
  const standing = standingAfter(order, null);
  const parent = await parentOf(tx, store, order);
  const { id } = await tx.order.create({
    data: {
      workspaceId: store.workspaceId,
      integrationId: store.integrationId,
      userId: store.userId,
      externalOrderId: order.externalId,
      totalAmount: order.total,
      orderCreatedAt: order.createdAt,
      ...parent.columns,
      ...storeColumns(order, standing, settlement),
      ...columns,
    },
    select: { id: true },
  });
  await writeItems(tx, id, order.items);
  if (settlement.refunds.length > 0)
    await writeRefunds(tx, id, settlement.refunds, { at: order.updatedAt, receivedAt });
  if (parent.leadId) {
    await refreshWholeLead(tx, { leadId: parent.leadId, joined: order.number });
    await refreshCustomers(tx, [customerId]);
  } else {
    await createLead(tx, store, {
      about: { orderId: id, ...about },
      order,
      standing,
      settlement,
      isNew: receivedAt.getTime() - order.createdAt.getTime() < newFor,
      events: isAnother ? [{ type: "same_number", details: { number: order.number } }] : [],
    });
    const joined = await joinParts(tx, store, { id, externalId: order.externalId });
    if (joined > 0) await refreshCustomers(tx, [customerId]);
  }
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
  const { customerId, about, columns, moved } = isRedacted
    ? nobody
    : await recordKnownBuyer(tx, store, known, order, buyer);
  const settlement = settle(order, known.receivedAmount.toString());
  const standing = standingAfter(order, known);
  await tx.order.update({
    where: { id: known.id },
    data: {
      ...storeColumns(order, standing, settlement),
      ...(order.isTotalAsPlaced && { totalAmount: order.total }),
      ...columns,
      deletedInStoreAt: null,
    },
  });
  await writeItems(tx, known.id, order.items);
  const refunds = await writeRefunds(tx, known.id, settlement.refunds, { at: order.updatedAt, receivedAt });
  const events = [
    ...orderEvents(known, order, standing, refunds),
    ...addressChange(known, columns, order.updatedAt),
    ...moved,
  ];
  if (lead) await moveLead(tx, lead, { order, standing, settlement, before: known, about }, events);
  const wholeId = known.parentOrderId ?? (known.parts.length > 0 ? known.id : null);
  if (wholeId) await refreshWholeLead(tx, { wholeId });
  await refreshCustomers(tx, [customerId, known.customerId]);
  if (known.customerId && moved.length > 0) await leaveToOwner(tx, known.customerId, store.userId);
}

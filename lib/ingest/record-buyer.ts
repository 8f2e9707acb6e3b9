import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { type Buyer, buyerAddress, leadContact } from "#lib/ingest/buyer.ts";
import {
  asJson,
  besideCorrections,
  correctedShipping,
  loadCorrected,
  saidBefore,
  withEarlierCorrections,
} from "#lib/ingest/corrections.ts";
import type { KnownOrder } from "#lib/ingest/known-order.ts";
import type { LeadAbout } from "#lib/ingest/lead.ts";
import { findOrCreateCustomer, keptCustomer } from "#lib/ingest/match-customer.ts";
import { personalColumns } from "#lib/ingest/order-state.ts";
import type { NewLeadEvent } from "#lib/ingest/order-timeline.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import { isSameBuyer } from "#lib/ingest/same-buyer.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** What a store's word makes of an order's buyer: on the order, on its lead, and on the timeline when it is somebody else now. */
export interface RecordedBuyer {
  customerId: string | null;
  columns: Partial<ReturnType<typeof columnsOf>> & {
    customerId?: string | null;
    corrections?: Prisma.InputJsonObject;
  };
  about: LeadAbout;
  moved: NewLeadEvent[];
}

/** Of an order whose buyer was erased nothing is written. */
export const nobody: RecordedBuyer = { customerId: null, columns: {}, about: {}, moved: [] };

/** Whose a new order is. What the store's owner or a manager corrected of that buyer before counts for its lead. */
export async function recordNewBuyer(
  tx: Transaction,
  store: RecordingStore,
  order: StoreOrder,
  buyer: Buyer,
): Promise<RecordedBuyer> {
  const customerId = await findOrCreateCustomer(tx, store, buyer);
  const said = leadContact(order, buyer);
  const contact = await withEarlierCorrections(tx, store.userId, customerId, said);
  return {
    customerId,
    columns: { ...columnsOf(order), corrections: {}, customerId },
    about: { customerId, ...contact, corrections: asJson(contact.corrections) },
    moved: [],
  };
}

/**
 * Whose an order is by its store's news. One that names another buyer moves to that one, and what a person had corrected of the former
 * buyer goes; else a person's corrections stay: the order is delivered to where the buyer said on the phone.
 */
export async function recordKnownBuyer(
  tx: Transaction,
  store: RecordingStore,
  known: KnownOrder,
  order: StoreOrder,
  buyer: Buyer,
): Promise<RecordedBuyer> {
  const before = await loadCorrected(tx, known.id);
  const was = { ...saidBefore(known, before), externalCustomerId: known.externalCustomerId };
  const said = leadContact(order, buyer);
  const is = { ...said, externalCustomerId: order.externalCustomerId };
  if (known.customerId !== null && !(await isSameBuyer(tx, was, is))) {
    const details = { from: was.name ?? was.email ?? was.phone, to: is.name ?? is.email ?? is.phone };
    const event: NewLeadEvent = { type: "buyer_changed", details, occurredAt: order.updatedAt };
    return { ...(await recordNewBuyer(tx, store, order, buyer)), moved: [event] };
  }
  const customerId =
    known.customerId === null
      ? await findOrCreateCustomer(tx, store, buyer)
      : await keptCustomer(tx, known.customerId);
  const shipping = correctedShipping(known, before, columnsOf(order), order);
  const contact = besideCorrections(said, before.lead?.corrections ?? {});
  return {
    customerId,
    columns: { ...shipping.columns, corrections: asJson(shipping.corrections), customerId },
    about: { customerId, ...contact.values, corrections: asJson(contact.corrections) },
    moved: [],
  };
}

function columnsOf(order: StoreOrder) {
  const address = buyerAddress(order);
  return { ...personalColumns(order), buyerAddress: address ? { ...address } : Prisma.DbNull };
}

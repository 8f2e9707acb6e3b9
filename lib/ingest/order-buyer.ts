import type { Contact } from "#lib/customers/model.ts";
import { type Buyer, buyerAddress, leadContact } from "#lib/ingest/buyer.ts";
import {
  besideCorrections,
  correctedShipping,
  saidBefore,
  withEarlierCorrections,
} from "#lib/ingest/corrections.ts";
import type { Known } from "#lib/ingest/known.ts";
import type { KnownOrder } from "#lib/ingest/known-order.ts";
import type { LeadAbout } from "#lib/ingest/lead-standing.ts";
import { personalColumns } from "#lib/ingest/order-state.ts";
import type { NewLeadEvent } from "#lib/ingest/order-timeline.ts";
import { isSameBuyer } from "#lib/ingest/same-buyer.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** What a store's word makes of an order's buyer: on the order, on its lead, and on the timeline when it is somebody else now. */
export interface DecidedBuyer {
  /** Somebody whom nobody knows yet. */
  newCustomer: Contact | null;
  columns: Partial<ReturnType<typeof columnsOf>> & Pick<LeadAbout, "customerId" | "corrections">;
  about: LeadAbout;
  moved: NewLeadEvent[];
}

/** Of an order whose buyer was erased nothing is written. */
export const nobody: DecidedBuyer = { newCustomer: null, columns: {}, about: {}, moved: [] };

/** Whose a new order is. What the store's owner or a manager corrected of that buyer before counts for its lead. */
export function newBuyer(order: StoreOrder, buyer: Buyer, known: Known): DecidedBuyer {
  const customer = customerOf(buyer, known);
  const contact = withEarlierCorrections(leadContact(order, buyer), known.earlierCorrections);
  return {
    newCustomer: customer.newCustomer,
    columns: { ...columnsOf(order), corrections: {}, customerId: customer.id },
    about: { customerId: customer.id, ...contact },
    moved: [],
  };
}

/**
 * Whose an order is by its store's news. One that names another buyer moves to that one, and what a person had corrected of the former
 * buyer goes; else a person's corrections stay: the order is delivered to where the buyer said on the phone.
 */
export function knownBuyer(
  order: StoreOrder,
  buyer: Buyer,
  known: Known & { order: KnownOrder },
): DecidedBuyer {
  const was = { ...saidBefore(known.order), externalCustomerId: known.order.externalCustomerId };
  const said = leadContact(order, buyer);
  const is = { ...said, externalCustomerId: order.externalCustomerId };
  if (known.order.customerId !== null && !isSameBuyer(was, is, known.namesAgree)) {
    const details = {
      from: was.name ?? was.email ?? was.phone,
      to: is.name ?? is.email ?? is.phone,
      fromId: known.order.customerId,
    };
    const event: NewLeadEvent = { type: "buyer_changed", details, occurredAt: order.updatedAt };
    return { ...newBuyer(order, buyer, known), moved: [event] };
  }
  const customer =
    known.order.customerId === null
      ? customerOf(buyer, known)
      : { id: known.keptCustomerId, newCustomer: null };
  const shipping = correctedShipping(known.order, columnsOf(order), order);
  const contact = besideCorrections(said, known.order.lead?.corrections ?? {});
  return {
    newCustomer: customer.newCustomer,
    columns: { ...shipping.columns, corrections: shipping.corrections, customerId: customer.id },
    about: { customerId: customer.id, ...contact.values, corrections: contact.corrections },
    moved: [],
  };
}

/** The customer of an order: the one whom its buyer is known to be, else a new one; nobody when the order names nobody. */
function customerOf(buyer: Buyer, known: Known): { id: string | null; newCustomer: Contact | null } {
  const isNamed = Boolean(buyer.name || buyer.email || buyer.phone);
  const isNew = known.matchedCustomerId === null && isNamed;
  return { id: known.matchedCustomerId, newCustomer: isNew ? buyer : null };
}

function columnsOf(order: StoreOrder) {
  return { ...personalColumns(order), buyerAddress: buyerAddress(order) };
}

import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import type { Corrections } from "#lib/customers/model.ts";
import type { LeadContact } from "#lib/ingest/buyer.ts";
import type { LockedLead } from "#lib/ingest/lead-standing.ts";
import type { KnownRefund } from "#lib/ingest/settle.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";
import type { CallReason, OrderStatus, Shipment } from "#lib/sales/statuses.ts";

/** A lead before its store's news, with what persons corrected of it. */
export interface KnownLead extends LockedLead, LeadContact {
  corrections: Corrections;
}

/** An order as Astra has it before the store's news. Amounts are decimal strings. */
export interface KnownOrder {
  id: string;
  customerId: string | null;
  externalCustomerId: string | null;
  status: OrderStatus;
  shipment: Shipment;
  shipmentSaidAt: Date | null;
  callReason: CallReason | null;
  currency: string;
  currentTotalAmount: string;
  receivedAmount: string;
  shippingName: string | null;
  shippingEmail: string | null;
  shippingPhone: string | null;
  shippingStreet: string | null;
  shippingCity: string | null;
  shippingRegion: string | null;
  shippingZip: string | null;
  shippingCountry: string | null;
  /** Of the address. */
  corrections: Corrections;
  orderCreatedAt: Date;
  externalUpdatedAt: Date;
  deletedInStoreAt: Date | null;
  redactedAt: Date | null;
  /** The order whose lead is worth this one, too: the one that it is a part of, or itself when it has parts. */
  wholeId: string | null;
  /** Null: the order is part of another, whose lead is called. */
  lead: KnownLead | null;
  refunds: KnownRefund[];
}

/** The order that a store speaks of when it says the id of one that is known, but means another shop's: it has an id of its own. */
export function asAnother(told: StoreOrder): StoreOrder {
  return { ...told, externalId: `${told.externalId}@${told.createdAt.toISOString()}` };
}

type Identified = Pick<
  KnownOrder,
  "redactedAt" | "currency" | "orderCreatedAt" | "shippingEmail" | "shippingPhone" | "shippingCountry"
>;

/** Whether an order that comes with the id of a known one, but with another buyer, currency and date at once, is of another shop. */
export function isAnother(known: Identified, told: StoreOrder): boolean {
  if (known.redactedAt !== null || known.currency === told.currency) return false;
  if (known.orderCreatedAt.getTime() === told.createdAt.getTime()) return false;
  const { email, phone, country } = told.buyer;
  // What a body leaves out is no other than what is known.
  if (told.currency === "" || (email === null && phone === null)) return false;
  const isSameEmail = normaliseEmail(known.shippingEmail) === normaliseEmail(email);
  const isSamePhone =
    normalisePhone(known.shippingPhone, known.shippingCountry) === normalisePhone(phone, country);
  return !isSameEmail && !isSamePhone;
}

import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import { type Address, addressFields, type Contact } from "#lib/customers/model.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** The buyer of an order, with the e-mail and phone that identify a person. */
export type Buyer = Contact;

/** Reads the buyer off an order; the first phone that can be dialled counts. */
export function buyerOf(order: StoreOrder, store: Pick<RecordingStore, "defaultCountry">): Buyer {
  const { buyer } = order;
  const country = buyer.country ?? store.defaultCountry;
  const phones = [buyer.phone, ...order.otherPhones].map((phone) => normalisePhone(phone, country));
  return {
    ...buyer,
    email: normaliseEmail(buyer.email),
    phone: phones.find((phone) => phone !== null) ?? null,
  };
}

/** What a lead shows of its buyer: as its own order has it, so that a shared mailbox doesn't give two buyers one name. */
export type LeadContact = Pick<Buyer, "name" | "email" | "phone">;

/** The contact of an order's lead. A phone that can't be dialled is shown as it was typed: a person may read it right. */
export function leadContact(order: StoreOrder, buyer: Buyer): LeadContact {
  return { name: buyer.name, email: buyer.email, phone: buyer.phone ?? order.buyer.phone };
}

/**
 * The buyer's own address when the parcel goes somewhere else, or to somebody else, so that nobody is said to live where a gift was
 * sent; null when the order's shipping address is the buyer's.
 */
export function buyerAddress({ buyer, recipient }: StoreOrder): Address | null {
  const own = addressOf(buyer);
  const hasOwn = own.street !== null || own.city !== null;
  const isToBuyer = buyer.name === null || recipient.name === null || isAlike(buyer.name, recipient.name);
  const isThere = addressFields.every((field) => isAlike(own[field], recipient[field]));
  return isThere || (isToBuyer && !hasOwn) ? null : own;
}

function addressOf(contact: Address): Address {
  const { street, city, region, zip, country } = contact;
  return { street, city, region, zip, country };
}

function isAlike(one: string | null, other: string | null): boolean {
  return (one ?? "").trim().toLowerCase() === (other ?? "").trim().toLowerCase();
}

/** What has to be locked while a buyer is looked for, so that ten new orders of one buyer make one customer. */
export function identityLocks(workspaceId: string, buyer: Buyer): string[] {
  return [buyer.email, buyer.phone]
    .filter((part) => part !== null)
    .map((part) => `customer:${workspaceId}:${part}`);
}

import { namesAgree } from "#lib/base/text/names.ts";
import { normaliseEmail } from "#lib/customers/contact.ts";
import type { Address, Contact } from "#lib/customers/model.ts";
import { readPhones } from "#lib/customers/phone.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** The buyer of an order, with the e-mail and phone that identify a person. */
export type Buyer = Contact;

/**
 * Reads the buyer off an order: the first phone that can be dialled is the buyer's, unless it is that of somebody to whom a gift goes. The
 * others, also the second of two in one field, are kept beside it.
 */
export function buyerOf(
  order: StoreOrder,
  store: Pick<RecordingStore, "defaultCountry">,
): { buyer: Buyer; otherPhones: string[] } {
  const { buyer, recipient } = order;
  const countries = [buyer.country, store.defaultCountry];
  const recipients = isGift(order) ? readPhones(recipient.phone, countries) : [];
  const own = readPhones(buyer.phone, countries);
  const others =
    order.otherPhones.length > 0 ? readPhones([buyer.phone, ...order.otherPhones], countries) : own;
  const phones = others.filter((phone) => own.includes(phone) || !recipients.includes(phone));
  const [phone = null, ...otherPhones] = phones;
  return { buyer: { ...buyer, email: normaliseEmail(buyer.email), phone }, otherPhones };
}

/** What a lead shows of its buyer: as its own order has it, so that a shared mailbox doesn't give two buyers one name. */
export type LeadContact = Pick<Buyer, "name" | "email" | "phone">;

/** The contact of an order's lead. A phone that can't be dialled is shown as it was typed: a person may read it right. */
export function leadContact(order: StoreOrder, buyer: Buyer): LeadContact {
  return { name: buyer.name, email: buyer.email, phone: buyer.phone ?? order.buyer.phone };
}

/**
 * The buyer's own address when the parcel goes to somebody else, so that nobody is said to live where a gift was sent; null when the
 * order's shipping address is the buyer's.
 */
export function buyerAddress(order: StoreOrder): Address | null {
  if (!isGift(order)) return null;
  const { street, city, region, zip, country } = order.buyer;
  return { street, city, region, zip, country };
}

/** Whether the parcel goes to somebody of another name; "Ana Maria Pop" may be "Ana Pop". */
export function isGift({ buyer, recipient }: StoreOrder): boolean {
  return buyer.name !== null && recipient.name !== null && !namesAgree(buyer.name, recipient.name);
}

/** What has to be locked while a buyer is looked for, so that ten new orders of one buyer make one customer. */
export function identityLocks(workspaceId: string, buyer: Buyer): string[] {
  return [buyer.email, buyer.phone]
    .filter((part) => part !== null)
    .map((part) => `customer:${workspaceId}:${part}`);
}

import "server-only";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import {
  type Address,
  addressFields,
  type Contact,
  type Corrections,
  contactFields,
  shippingColumn,
} from "#lib/customers/model.ts";

/** What a lead's contact is made of. */
export const contactSelect = {
  customerId: true,
  userId: true,
  name: true,
  email: true,
  phone: true,
  address: true,
  corrections: true,
  order: {
    select: {
      id: true,
      shippingName: true,
      shippingEmail: true,
      shippingPhone: true,
      shippingStreet: true,
      shippingCity: true,
      shippingRegion: true,
      shippingZip: true,
      shippingCountry: true,
      buyerAddress: true,
      corrections: true,
    },
  },
} satisfies Prisma.LeadSelect;

/** A lead as far as its contact goes. */
export type ContactedLead = Prisma.LeadGetPayload<{ select: typeof contactSelect }>;

/**
 * The lead's own contact, and the address that its order is to go to; where these are silent, what is known of the buyer.
 *
 * @param known the contact of the buyer (`loadContacts`); null: only what the lead and its order say themselves
 */
export function contactOf(lead: ContactedLead, known: Contact | null): Contact {
  const address = addressOf(lead) ?? known;
  const fieldOf = (field: (typeof contactFields)[number]): string | null =>
    field === "name" || field === "email" || field === "phone"
      ? (lead[field] ?? known?.[field] ?? null)
      : (address?.[field] ?? null);
  return Object.fromEntries(contactFields.map((field) => [field, fieldOf(field)])) as Contact;
}

/** Where the lead says itself that a parcel goes; null when it doesn't. */
export function addressOf({ order, address }: ContactedLead): Address | null {
  const own = order
    ? Object.fromEntries(addressFields.map((field) => [field, order[shippingColumn(field)]]))
    : (address as Partial<Address> | null);
  if (!own?.street && !own?.city) return null;
  return Object.fromEntries(addressFields.map((field) => [field, own[field] ?? null])) as Address;
}

/** What a person corrected of a lead and of where its order goes. */
export function correctionsOf({ corrections, order }: ContactedLead): Corrections {
  return { ...(corrections as Corrections), ...(order?.corrections as Corrections | undefined) };
}

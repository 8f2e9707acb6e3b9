import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** What is known of how to reach a buyer, and where a parcel goes. */
export const contactFields = [
  "name",
  "email",
  "phone",
  "street",
  "city",
  "region",
  "zip",
  "country",
] as const;
export type ContactField = (typeof contactFields)[number];

export type Contact = Record<ContactField, string | null>;

/** The property of an order that holds a field of its buyer's contact. */
export function shippingColumn<Field extends string>(field: Field): `shipping${Capitalize<Field>}` {
  return `shipping${field[0]?.toUpperCase()}${field.slice(1)}` as `shipping${Capitalize<Field>}`;
}

/** What a store said last of a customer, field by field, and when. */
export type StoreValues = Partial<Record<ContactField | "saidAt", string>>;

/** A field that a person corrected, and what the store had said then. */
export interface Correction {
  storeValue: string | null;
  userId: string;
  correctedAt: string;
}

export type Corrections = Partial<Record<ContactField, Correction>>;

/** The corrected fields of which the store has said something new since, and what. */
export function storeNews(said: StoreValues, corrections: Corrections, present: Contact): Partial<Contact> {
  const news: Partial<Contact> = {};
  for (const field of contactFields) {
    const value = said[field];
    const correction = corrections[field];
    if (!correction || value === undefined) continue;
    if (value !== correction.storeValue && value !== present[field]) news[field] = value;
  }
  return news;
}

/** A phone number with the spaces that its country writes; one that can't be read stays as it is. */
export function formatPhone(phone: string): string {
  return parsePhoneNumberFromString(phone, { extract: false })?.formatInternational() ?? phone;
}

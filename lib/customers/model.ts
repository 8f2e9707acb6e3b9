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

/** The fields that say where a parcel goes: one thing, of which nobody means a half. */
export const addressFields = ["street", "city", "region", "zip", "country"] as const;

export type AddressField = (typeof addressFields)[number];

export type Address = Record<AddressField, string | null>;

/** The fields that a lead has of its own. */
export const personFields = ["name", "email", "phone"] as const;

/** The property of an order that holds a field of its buyer's contact. */
export function shippingColumn<Field extends string>(field: Field): `shipping${Capitalize<Field>}` {
  return `shipping${field[0]?.toUpperCase()}${field.slice(1)}` as `shipping${Capitalize<Field>}`;
}

/** What a store says of a customer, field by field. */
export type StoreValues = Partial<Record<ContactField, string | null>>;

/**
 * A field that a person corrected on a lead or its order: what the store had said when the person decided, what it says now, and in which
 * standing the person did it.
 */
export interface Correction {
  storeValue: string | null;
  said: string | null;
  userId: string;
  /** ISO 8601. */
  correctedAt: string;
  /** An admin or manager, the owner of the store, or somebody who works the lead. */
  standing: "manager" | "owner" | "worker";
}

export type Corrections = Partial<Record<ContactField, Correction>>;

/** What the store says now of fields that a person corrected. */
export function saidOf(corrections: Corrections): StoreValues {
  return Object.fromEntries(Object.entries(corrections).map(([field, { said }]) => [field, said]));
}

/** The corrected fields of which the store has said something new since, and what. */
export function storeNews(
  said: StoreValues,
  corrections: Partial<Record<ContactField, Pick<Correction, "storeValue">>>,
  present: Contact,
): Partial<Contact> {
  const news: Partial<Contact> = {};
  for (const field of contactFields) {
    const value = said[field];
    const correction = corrections[field];
    if (!correction || value == null) continue;
    if (value !== correction.storeValue && value !== present[field]) news[field] = value;
  }
  return news;
}

/** What a customer who is kept may take over from the one who is merged; an address goes as a whole. */
export const mergeParts = ["name", "email", "phone", "address"] as const;
export type MergePart = (typeof mergeParts)[number];

import "server-only";
import { type Contact, contactFields, shippingColumn } from "#lib/customers/model.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** What a lead's contact is made of. */
export const contactSelect = {
  name: true,
  email: true,
  phone: true,
  customer: true,
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
    },
  },
} satisfies Prisma.LeadSelect;

type Found = Prisma.LeadGetPayload<{ select: typeof contactSelect }>;

export const addressFields = ["street", "city", "region", "zip", "country"] as const;

/** The lead's own contact, and the address that its order is to go to; the customer's where these are silent. */
export function contactOf({ customer, order, ...lead }: Found): Contact {
  const hasOwnAddress = hasAddress(order);
  const fieldOf = (field: (typeof contactFields)[number]): string | null => {
    if (field === "name" || field === "email" || field === "phone")
      return lead[field] ?? customer?.[field] ?? null;
    return hasOwnAddress ? (order?.[shippingColumn(field)] ?? null) : (customer?.[field] ?? null);
  };
  return Object.fromEntries(contactFields.map((field) => [field, fieldOf(field)])) as Contact;
}

/** Whether an order says where it goes. */
export function hasAddress(order: Found["order"]): boolean {
  return order !== null && (order.shippingStreet !== null || order.shippingCity !== null);
}

import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import {
  addressFields,
  type Contact,
  type ContactField,
  type Corrections,
  personFields,
  shippingColumn,
} from "#lib/customers/model.ts";
import { isGift, type LeadContact } from "#lib/ingest/buyer.ts";
import type { KnownOrder } from "#lib/ingest/known-order.ts";
import type { personalColumns } from "#lib/ingest/order-state.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** An order's lead and address as they are before the store's news: what counts, and which of it a person corrected. */
export interface Corrected {
  /** Null: the order is part of another, whose lead is called. */
  lead: (LeadContact & { corrections: Corrections }) | null;
  /** Of the address. */
  corrections: Corrections;
}

/** Reads what persons corrected; to be called once the lead is locked, so that no correction is missed. */
export async function loadCorrected(tx: Transaction, orderId: string): Promise<Corrected> {
  const { corrections, lead } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      corrections: true,
      lead: { select: { name: true, email: true, phone: true, corrections: true } },
    },
  });
  return {
    corrections: corrections as unknown as Corrections,
    lead: lead && { ...lead, corrections: lead.corrections as unknown as Corrections },
  };
}

/** Who the store said that the buyer is, before a person corrected it. */
export function saidBefore(known: KnownOrder, { lead }: Corrected): LeadContact {
  if (!lead) {
    return {
      name: known.shippingName,
      email: normaliseEmail(known.shippingEmail),
      phone: normalisePhone(known.shippingPhone, known.shippingCountry),
    };
  }
  const said = (field: keyof LeadContact) => {
    const correction = lead.corrections[field];
    return correction ? correction.said : lead[field];
  };
  return { name: said("name"), email: said("email"), phone: said("phone") };
}

/** What the store says of fields, less those that a person corrected: of these it is only noted. */
export function besideCorrections<Said extends Partial<Contact>>(
  said: Said,
  corrections: Corrections,
): { values: Partial<Said>; corrections: Corrections } {
  const noted = { ...corrections };
  const values = { ...said };
  for (const field of Object.keys(said) as (keyof Said & ContactField)[]) {
    const correction = corrections[field];
    if (!correction) continue;
    noted[field] = { ...correction, said: said[field] ?? null };
    delete values[field];
  }
  return { values, corrections: noted };
}

/** Where the parcel goes by the store's news; where a person sent it elsewhere, that stays. */
export function correctedShipping<Columns extends ReturnType<typeof personalColumns>>(
  known: KnownOrder,
  { lead, corrections }: Corrected,
  personal: Columns,
  told: StoreOrder,
): { columns: Partial<Columns>; corrections: Corrections } {
  const said = Object.fromEntries(addressFields.map((field) => [field, personal[shippingColumn(field)]]));
  const address = besideCorrections(said, corrections);
  const kept = [
    ...addressFields.filter((field) => corrections[field]),
    // A gift's recipient is not the buyer whom a person corrected, also when the store says only now that it is one.
    ...personFields.filter(
      (field) =>
        lead?.corrections[field] &&
        known[shippingColumn(field)] === lead[field] &&
        (!isGift(told) || personal[shippingColumn(field)] === told.buyer[field]),
    ),
  ].map(shippingColumn) as string[];
  const columns = Object.entries(personal).filter(([column]) => !kept.includes(column));
  return { columns: Object.fromEntries(columns) as Partial<Columns>, corrections: address.corrections };
}

/** A new lead's contact, with what its seller or a manager corrected of this buyer before. */
export async function withEarlierCorrections(
  tx: Transaction,
  sellerId: string,
  customerId: string | null,
  said: LeadContact,
): Promise<LeadContact & { corrections: Corrections }> {
  if (!customerId) return { ...said, corrections: {} };
  const [found] = await tx.$queryRaw<{ earlier: Record<string, EarlierCorrection> }[]>`
    select astra.corrections_for(${customerId}::uuid, ${sellerId}::uuid, ${JSON.stringify(said)}::jsonb) as earlier`;
  const contact = { ...said };
  const corrections: Corrections = {};
  for (const field of personFields) {
    const { value, ...earlier } = found?.earlier[field] ?? { value: null };
    if (value === null || value === said[field]) continue;
    contact[field] = value;
    corrections[field] = { ...(earlier as Omit<EarlierCorrection, "value">), said: said[field] };
  }
  return { ...contact, corrections };
}

type EarlierCorrection = Omit<NonNullable<Corrections[ContactField]>, "said"> & { value: string | null };

/** Corrections as the database keeps them. */
export function asJson(corrections: Corrections): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries(corrections).map(([field, one]) => [field, { ...one }]));
}

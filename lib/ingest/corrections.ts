import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import {
  addressFields,
  type Contact,
  type ContactField,
  type Correction,
  type Corrections,
  personFields,
  shippingColumn,
} from "#lib/customers/model.ts";
import { isGift, type LeadContact } from "#lib/ingest/buyer.ts";
import type { KnownOrder } from "#lib/ingest/known-order.ts";
import type { personalColumns } from "#lib/ingest/order-state.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** Who the store said that the buyer is, before a person corrected it. */
export function saidBefore(known: KnownOrder): LeadContact {
  const { lead } = known;
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
  personal: Columns,
  told: StoreOrder,
): { columns: Partial<Columns>; corrections: Corrections } {
  const { lead, corrections } = known;
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

/** Corrections with what the fields were corrected to. */
export type EarlierCorrections = Record<string, EarlierCorrection>;

type EarlierCorrection = Omit<Correction, "said"> & { value: string | null };

/** A new lead's contact, with what its seller or a manager corrected of this buyer before. */
export function withEarlierCorrections(
  said: LeadContact,
  earlierCorrections: EarlierCorrections | null,
): LeadContact & { corrections: Corrections } {
  const contact = { ...said };
  const corrections: Corrections = {};
  for (const field of personFields) {
    const { value, ...earlier } = earlierCorrections?.[field] ?? { value: null };
    if (value === null || value === said[field]) continue;
    contact[field] = value;
    corrections[field] = { ...(earlier as Omit<EarlierCorrection, "value">), said: said[field] };
  }
  return { ...contact, corrections };
}

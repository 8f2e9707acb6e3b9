import "server-only";
import { UserError } from "#lib/base/auth/user-error.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { isSameName } from "#lib/base/text/names.ts";
import { normalisePhone } from "#lib/customers/contact.ts";
import {
  addressFields,
  type Contact,
  type ContactField,
  contactFields,
  personFields,
  shippingColumn,
} from "#lib/customers/model.ts";
import { addressOf, type ContactedLead, correctionsOf } from "#lib/leads/contact.ts";

/**
 * Writes what a person changes of a lead's contact: on the lead, and on the order that is to be shipped.
 *
 * @param present the contact as the person had it before them
 * @throws UserError when there is neither an order nor a buyer to keep an address
 */
export async function writeContact(
  tx: Transaction,
  lead: ContactedLead & { id: string },
  present: Contact,
  changes: Partial<Contact>,
): Promise<void> {
  const { order } = lead;
  const isMoved = addressFields.some((field) => changes[field] !== undefined);
  if (isMoved && !order && !lead.customerId && !lead.address) throw new UserError("addressNeedsOrder");
  // What said nothing of an address went to the buyer's: from now on it says all of it.
  const address = isMoved && !addressOf(lead) ? { ...pick(present, addressFields), ...changes } : changes;
  const own = {
    ...given(changes, personFields),
    ...(isMoved &&
      !order && { address: { ...pick(present, addressFields), ...given(changes, addressFields) } }),
  };
  if (Object.keys(own).length > 0)
    await tx.lead.update({ where: { id: lead.id }, data: own, select: { id: true } });
  if (!order) return;
  const shipping = {
    ...given(address, addressFields),
    ...given(
      changes,
      personFields.filter((field) => isRecipients(lead, field)),
    ),
  };
  const columns = Object.entries(shipping).map(([field, value]) => [shippingColumn(field), value]);
  if (columns.length === 0) return;
  await tx.order.update({
    where: { id: order.id },
    data: Object.fromEntries(columns),
    select: { id: true },
  });
}

/**
 * Whether what the lead says of its buyer stands on the parcel, too: a gift goes to somebody else, whom no correction of the buyer renames. Of
 * orders from before gifts were told apart the names tell.
 */
function isRecipients(lead: ContactedLead, field: (typeof personFields)[number]): boolean {
  const { order } = lead;
  if (!order || field === "email") return true;
  if (field === "name") return order.buyerAddress === null && mayBeNamed(order.shippingName, lead);
  if (order.buyerAddress === null) return true;
  return normalisePhone(order.shippingPhone, order.shippingCountry) === lead.phone;
}

/** Whether a parcel's name is the lead's: as it is, or as the store had it before a person corrected it. */
function mayBeNamed(shippingName: string | null, lead: ContactedLead): boolean {
  const names = [lead.name, correctionsOf(lead).name?.said ?? null].filter((name) => name !== null);
  return shippingName === null || names.length === 0 || names.some((name) => isSameName(name, shippingName));
}

function given(contact: Partial<Contact>, fields: readonly ContactField[]): Partial<Contact> {
  return pick(
    contact,
    fields.filter((field) => contact[field] !== undefined),
  );
}

/** The fields of a contact; those that it doesn't name are null. */
export function pick(contact: Partial<Contact>, fields: readonly ContactField[]): Partial<Contact> {
  return Object.fromEntries(fields.map((field) => [field, contact[field] ?? null]));
}

/** The fields that a contact names. */
export function fieldsOf(values: Partial<Record<ContactField, unknown>>): ContactField[] {
  return contactFields.filter((field) => values[field] !== undefined);
}

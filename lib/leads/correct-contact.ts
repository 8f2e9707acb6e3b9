import "server-only";
import type { Session } from "#lib/auth/session.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import {
  type Contact,
  type ContactField,
  type Corrections,
  contactFields,
  type StoreValues,
  shippingColumn,
} from "#lib/customers/model.ts";
import { forUser, type Transaction } from "#lib/db/access.ts";
import { isUniqueViolation } from "#lib/db/errors.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { addressFields, contactOf, contactSelect, hasAddress } from "#lib/leads/contact.ts";
import { addEvents, lockEditable } from "#lib/leads/lead-commands.ts";
import type { CorrectContactRequest, StoreValueRequest } from "#lib/leads/schema.ts";
import { loadPeople } from "#lib/team/names.ts";

/** What a field has become meanwhile, and the name of who made it so; null when no person of the lead's timeline did. */
export interface ChangeMeanwhile {
  value: string | null;
  by: string | null;
}

export type ChangesMeanwhile = Partial<Record<ContactField, ChangeMeanwhile>>;

/** What came of a correction: saved, or everything that is no longer what the person had before them. */
export type CorrectionResult = { outcome: "saved" } | { outcome: "conflict"; meanwhile: ChangesMeanwhile };

/**
 * Corrects a buyer's contact: on the lead, for the customer and on the order that is to be shipped. A store no longer overwrites
 * what was corrected. When what is corrected is no longer what the person had before them, nothing is written.
 */
export async function correctContact(
  session: Session,
  { leadId, from, to }: CorrectContactRequest,
): Promise<CorrectionResult> {
  return forUser(session, async (tx) => {
    const lead = await lockContact(tx, session, leadId);
    const present = contactOf(lead);
    const wanted = readable(to, present);
    const changed = fieldsOf(wanted).filter((field) => wanted[field] !== present[field]);
    const known = new Set([...fieldsOf(from), ...fieldsOf(to)]);
    const moved = [...known].filter((field) => (from[field] ?? null) !== present[field]);
    if (isOvertaken(changed, moved))
      return { outcome: "conflict", meanwhile: await changesMeanwhile(tx, leadId, present, moved) };
    const changes = pick(wanted, changed);
    const said = (lead.customer?.storeValues ?? {}) as StoreValues;
    const corrections = { ...(lead.customer?.corrections as Corrections | undefined) };
    for (const field of changed) corrections[field] = correction(session, said[field] ?? null);
    await writeContact(tx, lead, changes, corrections);
    await addEvents(
      tx,
      session,
      changed.map((field) => ({
        leadId,
        type: "customer_corrected",
        details: { field, from: present[field], to: wanted[field] ?? null },
      })),
    );
    return { outcome: "saved" };
  });
}

/** Whether a change is of what changed meanwhile. An address is one thing: nobody means half of one and half of another. */
function isOvertaken(changed: ContactField[], moved: ContactField[]): boolean {
  const isAddressMoved = moved.some(isAddressField);
  return changed.some((field) => moved.includes(field) || (isAddressMoved && isAddressField(field)));
}

/** What fields are now, and who says so by the lead's timeline; what a store says is no entry there. */
async function changesMeanwhile(
  tx: Transaction,
  leadId: string,
  present: Contact,
  moved: ContactField[],
): Promise<ChangesMeanwhile> {
  const people = await loadPeople(tx);
  const events = await tx.leadEvent.findMany({
    where: { leadId, type: { in: ["customer_corrected", "store_value_accepted"] } },
    orderBy: [{ occurredAt: "desc" }, { createdAt: "desc" }],
    select: { userId: true, details: true },
  });
  const corrections = events.map(({ userId, details }) => ({ userId, ...(details as CorrectionDetails) }));
  const personOf = (field: ContactField): string | null => {
    const last = corrections.find((correction) => correction.field === field);
    return last?.userId && last.to === present[field] ? (people.get(last.userId) ?? null) : null;
  };
  return Object.fromEntries(moved.map((field) => [field, { value: present[field], by: personOf(field) }]));
}

type CorrectionDetails = Record<"field" | "to", string | null>;

/** Lets what the store says of a field count again. */
export async function acceptStoreValue(session: Session, request: StoreValueRequest): Promise<void> {
  const { leadId, field, storeValue } = request;
  await forUser(session, async (tx) => {
    const { lead, corrections, present } = await lockCorrection(tx, session, request);
    delete corrections[field];
    await writeContact(tx, lead, { [field]: storeValue }, corrections);
    const details = { field, from: present[field], to: storeValue };
    await addEvents(tx, session, [{ leadId, type: "store_value_accepted", details }]);
  });
}

/** Keeps a correction although the store says something new; it is not asked again until the store says something else. */
export async function keepCorrection(session: Session, request: StoreValueRequest): Promise<void> {
  const { leadId, field, storeValue } = request;
  await forUser(session, async (tx) => {
    const { lead, corrections, present } = await lockCorrection(tx, session, request);
    corrections[field] = correction(session, storeValue);
    await writeContact(tx, lead, {}, corrections);
    const details = { field, from: storeValue, to: present[field] };
    await addEvents(tx, session, [{ leadId, type: "correction_kept", details }]);
  });
}

type LockedLead = Prisma.LeadGetPayload<{ select: typeof contactSelect }> & { id: string };

/** A lead with its customer and order, locked in the order in which the store's news locks them. */
async function lockContact(tx: Transaction, session: Session, leadId: string): Promise<LockedLead> {
  const [locked] = await lockEditable(tx, session, [leadId]);
  await tx.$executeRaw`select 1 from customers where id = ${locked?.customerId}::uuid for update`;
  await tx.$executeRaw`select 1 from orders where id = ${locked?.orderId}::uuid for update`;
  const lead = await tx.lead.findUnique({ where: { id: leadId }, select: { id: true, ...contactSelect } });
  if (!lead) throw new UserError("notFoundLead");
  return lead;
}

/** The correction that a person decides about, as long as the store still says what the person saw. */
async function lockCorrection(
  tx: Transaction,
  session: Session,
  { leadId, field, storeValue }: StoreValueRequest,
) {
  const lead = await lockContact(tx, session, leadId);
  const said = (lead.customer?.storeValues ?? {}) as StoreValues;
  const corrections = { ...(lead.customer?.corrections as Corrections | undefined) };
  if (said[field] !== storeValue || !corrections[field]) throw new UserError("storeValueChanged");
  return { lead, corrections, present: contactOf(lead) };
}

function correction(session: Session, storeValue: string | null) {
  return { storeValue, userId: session.userId, correctedAt: new Date().toISOString() };
}

/** What was typed, as it is kept: empty is nothing, an e-mail is lower case, a phone can be dialled. */
function readable(typed: CorrectContactRequest["to"], present: Contact): Partial<Contact> {
  const wanted: Partial<Contact> = {};
  for (const field of fieldsOf(typed)) wanted[field] = typed[field] || null;
  if (wanted.email) wanted.email = readableEmail(wanted.email);
  const country = wanted.country === undefined ? present.country : wanted.country;
  if (wanted.phone && wanted.phone !== present.phone) wanted.phone = readablePhone(wanted.phone, country);
  return wanted;
}

/** @throws UserError when the address is a stand-in for none, such as noreply@… */
export function readableEmail(typed: string): string {
  const email = normaliseEmail(typed);
  if (!email) throw new UserError("emailOfNobody", { field: "email" });
  return email;
}

/** @throws UserError when the number can't be dialled */
export function readablePhone(typed: string, country: string | null): string {
  const phone = normalisePhone(typed, country);
  if (!phone) throw new UserError("phoneInvalid", { field: "phone" });
  return phone;
}

async function writeContact(
  tx: Transaction,
  lead: LockedLead,
  changes: Partial<Contact>,
  corrections: Corrections,
): Promise<void> {
  const { customer, order } = lead;
  const addressChanges = pick(changes, fieldsOf(changes).filter(isAddressField));
  if (!customer && !order && fieldsOf(addressChanges).length > 0) throw new UserError("addressNeedsOrder");
  const { name, email, phone } = changes;
  const own = pick(
    { name, email, phone },
    fieldsOf(changes).filter((field) => !isAddressField(field)),
  );
  if (fieldsOf(own).length > 0)
    await tx.lead.update({ where: { id: lead.id }, data: own, select: { id: true } });
  if (customer) await writeCustomer(tx, customer.id, { ...changes, corrections: toJson(corrections) });
  if (!order || fieldsOf(changes).length === 0) return;
  // An order that said nothing of its address went to the customer's: from now on it says all of it.
  const address =
    hasAddress(order) || fieldsOf(addressChanges).length === 0
      ? {}
      : pick(contactOf(lead), [...addressFields]);
  const shipping = Object.entries({ ...address, ...changes });
  await tx.order.update({
    where: { id: order.id },
    data: Object.fromEntries(shipping.map(([field, value]) => [shippingColumn(field), value])),
    select: { id: true },
  });
}

async function writeCustomer(tx: Transaction, id: string, data: Prisma.CustomerUpdateInput): Promise<void> {
  try {
    await tx.customer.update({ where: { id }, data, select: { id: true } });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("emailTaken", { field: "email" });
    throw error;
  }
}

function toJson(corrections: Corrections): Prisma.InputJsonObject {
  return Object.fromEntries(Object.entries(corrections).map(([field, one]) => [field, { ...one }]));
}

function isAddressField(field: ContactField): boolean {
  return (addressFields as readonly ContactField[]).includes(field);
}

function fieldsOf(values: Partial<Record<ContactField, unknown>>): ContactField[] {
  return contactFields.filter((field) => values[field] !== undefined);
}

function pick(contact: Partial<Contact>, fields: ContactField[]): Partial<Contact> {
  return Object.fromEntries(fields.map((field) => [field, contact[field] ?? null]));
}

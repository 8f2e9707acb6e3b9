import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { refreshCustomers } from "#lib/customers/commands.ts";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import { loadContacts } from "#lib/customers/contacts.ts";
import { addressFields, type Contact, type ContactField, type Correction } from "#lib/customers/model.ts";
import { withPhoneWritten } from "#lib/customers/phone.ts";
import { type ContactedLead, contactOf, contactSelect, correctionsOf } from "#lib/leads/contact.ts";
import { lockEditable } from "#lib/leads/lead-commands.ts";
import type { CorrectContactRequest, StoreValueRequest } from "#lib/leads/schema.ts";
import { fieldsOf, pick, writeContact } from "#lib/leads/write-contact.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";
import { loadPeople } from "#lib/team/names.ts";

/** What a field has become meanwhile, and the name of who made it so; null when no person of the lead's timeline did. */
export interface ChangeMeanwhile {
  value: string | null;
  /** The value as people read it. */
  text: string | null;
  by: string | null;
}

export type ChangesMeanwhile = Partial<Record<ContactField, ChangeMeanwhile>>;

/** What came of a correction: saved, or everything that is no longer what the person had before them. */
export type CorrectionResult = { outcome: "saved" } | { outcome: "conflict"; meanwhile: ChangesMeanwhile };

/**
 * Corrects a buyer's contact on a lead and on its order, which a store then no longer overwrites (the database notes who did it). It counts
 * for the contact of the person who makes it and, of an admin or manager, for all; see `astra.refresh_customers`. When what is corrected is
 * no longer what the person had before them, nothing is written.
 */
export async function correctContact(
  session: Session,
  { leadId, from, to }: CorrectContactRequest,
): Promise<CorrectionResult> {
  return forUser(session, async (tx) => {
    const { lead, own, present } = await lockContact(tx, session, leadId);
    const wanted = readable(to, present);
    const changed = fieldsOf(wanted).filter((field) => wanted[field] !== present[field]);
    const known = new Set([...fieldsOf(from), ...fieldsOf(to)]);
    const moved = [...known].filter((field) => (from[field] ?? null) !== present[field]);
    if (isOvertaken(changed, moved))
      return { outcome: "conflict", meanwhile: await changesMeanwhile(tx, session, leadId, present, moved) };
    await writeContact(tx, lead, present, pick(wanted, changed));
    await refreshCustomers(tx, [lead.customerId]);
    await recordEvents(
      tx,
      changed.map((field) => ({
        leadId,
        userId: session.userId,
        type: "customer_corrected",
        details: { field, from: own[field], to: wanted[field] ?? null },
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
  session: Session,
  leadId: string,
  present: Contact,
  moved: ContactField[],
): Promise<ChangesMeanwhile> {
  const people = await loadPeople(tx, session);
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
  const texts = withPhoneWritten(present);
  return Object.fromEntries(
    moved.map((field) => [field, { value: present[field], text: texts[field], by: personOf(field) }]),
  );
}

type CorrectionDetails = Record<"field" | "to", string | null>;

/** Lets what the store says of a field count again. */
export async function acceptStoreValue(session: Session, request: StoreValueRequest): Promise<void> {
  const { leadId, field, storeValue } = request;
  await forUser(session, async (tx) => {
    const { lead, own, present } = await lockContact(tx, session, leadId);
    requireSaid(lead, request);
    await writeContact(tx, lead, present, { [field]: storeValue });
    await refreshCustomers(tx, [lead.customerId]);
    const details = { field, from: own[field], to: storeValue };
    await recordEvents(tx, [{ leadId, userId: session.userId, type: "store_value_accepted", details }]);
  });
}

/** Keeps a correction although the store says something new; it is not asked again until the store says something else. */
export async function keepCorrection(session: Session, request: StoreValueRequest): Promise<void> {
  const { leadId, field, storeValue } = request;
  await forUser(session, async (tx) => {
    const { lead, own } = await lockContact(tx, session, leadId);
    requireSaid(lead, request);
    await tx.$executeRaw`select astra.keep_correction(${leadId}::uuid, ${field}, ${storeValue})`;
    await refreshCustomers(tx, [lead.customerId]);
    const details = { field, from: storeValue, to: own[field] };
    await recordEvents(tx, [{ leadId, userId: session.userId, type: "correction_kept", details }]);
  });
}

/** A lead's contact as the person has it before them, and what of it the lead and its order say themselves: the timeline is others', too. */
interface LockedContact {
  lead: ContactedLead & { id: string };
  present: Contact;
  own: Contact;
}

/** A lead with its order, locked in the order in which the store's news locks them. */
async function lockContact(tx: Transaction, session: Session, leadId: string): Promise<LockedContact> {
  const [locked] = await lockEditable(tx, session, [leadId]);
  await tx.$executeRaw`select 1 from orders where id = ${locked?.orderId}::uuid for update`;
  const lead = await tx.lead.findUnique({ where: { id: leadId }, select: { id: true, ...contactSelect } });
  if (!lead) throw new UserError("notFoundLead");
  const known = await loadContacts(tx, session, [lead]);
  return { lead, present: contactOf(lead, known(lead)), own: contactOf(lead, null) };
}

/** @throws UserError when the store no longer says what the person decides about, or nobody corrected it */
function requireSaid(lead: ContactedLead, { field, storeValue }: StoreValueRequest): void {
  const correction: Correction | undefined = correctionsOf(lead)[field];
  if (correction?.said !== storeValue) throw new UserError("storeValueChanged");
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

function isAddressField(field: ContactField): boolean {
  return (addressFields as readonly ContactField[]).includes(field);
}

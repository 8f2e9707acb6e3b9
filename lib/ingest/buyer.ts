import "server-only";
import { normaliseEmail, normalisePhone } from "#lib/customers/contact.ts";
import { type Contact, contactFields, type StoreValues } from "#lib/customers/model.ts";
import type { Transaction } from "#lib/db/access.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { RecordingStore } from "#lib/ingest/record.ts";
import type { StoreOrder } from "#lib/platforms/platform.ts";

/** The buyer of an order, with the e-mail and phone that identify a person. */
export type Buyer = Contact;

/** Reads the buyer off an order; the first phone that can be dialled counts. */
export function buyerOf(order: StoreOrder, store: Pick<RecordingStore, "defaultCountry">): Buyer {
  const { buyer } = order;
  const country = buyer.country ?? store.defaultCountry;
  const phones = [buyer.phone, ...order.otherPhones].map((phone) => normalisePhone(phone, country));
  return {
    ...buyer,
    email: normaliseEmail(buyer.email),
    phone: phones.find((phone) => phone !== null) ?? null,
  };
}

/** The customer that an order belongs to, and which of its fields a person corrected. */
export interface RecordedCustomer {
  id: string;
  corrected: string[];
}

/** What a lead shows of its buyer: as its own order has it, so that a shared mailbox doesn't give two buyers one name. */
export type LeadContact = Pick<Buyer, "name" | "email" | "phone">;

/** The contact of an order's lead, less the fields that a person corrected, which stay as they are. */
export function leadContact(
  order: StoreOrder,
  buyer: Buyer,
  customer: RecordedCustomer | null,
): Partial<LeadContact> {
  // A phone that can't be dialled is shown as it was typed: a person may read it right.
  const contact = { name: buyer.name, email: buyer.email, phone: buyer.phone ?? order.buyer.phone };
  const isCorrected = (field: string) => customer?.corrected.includes(field);
  // Without a customer there is no note of corrections: what the store doesn't say, a person may have added.
  const isSilent = (value: string | null) => customer === null && value === null;
  return Object.fromEntries(
    Object.entries(contact).filter(([field, value]) => !isCorrected(field) && !isSilent(value)),
  );
}

/** What has to be locked while a buyer is looked for, so that ten new orders of one buyer make one customer. */
export function identityLocks(workspaceId: string, buyer: Buyer): string[] {
  return [buyer.email, buyer.phone]
    .filter((part) => part !== null)
    .map((part) => `customer:${workspaceId}:${part}`);
}

/**
 * The customer of an order: matched by e-mail, else by phone, else made new; null when the order names nobody. What the store
 * says is noted, and counts for every field that no person has corrected.
 *
 * @param known the order as it was, with the customer that it has
 */
export async function recordBuyer(
  tx: Transaction,
  { workspaceId }: Pick<RecordingStore, "workspaceId">,
  buyer: Buyer,
  saidAt: Date,
  known: { customerId: string | null } | null,
): Promise<RecordedCustomer | null> {
  const customer = await findCustomer(tx, workspaceId, buyer, known?.customerId ?? null);
  if (!customer) return createCustomer(tx, workspaceId, buyer, saidAt);
  const said = customer.storeValues as StoreValues;
  const corrected = Object.keys(customer.corrections as Record<string, unknown>);
  if (said.saidAt && new Date(said.saidAt) > saidAt) return { id: customer.id, corrected };
  const news = contactFields.filter((field) => buyer[field] !== null);
  const counting = news.filter((field) => !corrected.includes(field) && buyer[field] !== customer[field]);
  const data: Prisma.CustomerUpdateInput = { storeValues: storeValues(buyer, saidAt, said) };
  for (const field of counting) data[field] = buyer[field];
  // Another customer may hold the e-mail when this one was known by phone or by the order.
  if (counting.includes("email") && (await isEmailTaken(tx, workspaceId, buyer.email, customer.id)))
    delete data.email;
  await tx.customer.update({ where: { id: customer.id }, data });
  return { id: customer.id, corrected };
}

function storeValues(buyer: Buyer, saidAt: Date, before: StoreValues = {}): StoreValues {
  const values: StoreValues = { ...before, saidAt: saidAt.toISOString() };
  for (const field of contactFields) {
    const value = buyer[field];
    if (value !== null) values[field] = value;
  }
  return values;
}

const select = {
  id: true,
  name: true,
  email: true,
  phone: true,
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
  storeValues: true,
  corrections: true,
} satisfies Prisma.CustomerSelect;

async function findCustomer(tx: Transaction, workspaceId: string, buyer: Buyer, knownId: string | null) {
  const id = knownId ?? (await matchCustomer(tx, workspaceId, buyer));
  return id && tx.customer.findUnique({ where: { id: await keptCustomer(tx, id) }, select });
}

/** An e-mail or phone that a merge took off a customer still leads to the person. */
async function matchCustomer(tx: Transaction, workspaceId: string, buyer: Buyer): Promise<string | null> {
  if (buyer.email) {
    const [match] = await tx.$queryRaw<{ id: string }[]>`
      select id from customers where workspace_id = ${workspaceId}::uuid and lower(email) = ${buyer.email}
      union all
      (select id from customers
      where workspace_id = ${workspaceId}::uuid and merged_into_id is not null and lower(store_values ->> 'email') = ${buyer.email}
      order by updated_at desc limit 1)`;
    if (match) return match.id;
  }
  if (!buyer.phone) return null;
  const match = await tx.customer.findFirst({
    where: { workspaceId, phone: buyer.phone },
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  return match?.id ?? null;
}

/** The customer that this one was merged into, or itself; a merge that is on its way is waited for. */
async function keptCustomer(tx: Transaction, id: string): Promise<string> {
  const [customer] = await tx.$queryRaw<{ keptId: string }[]>`
    select coalesce(merged_into_id, id) as "keptId" from customers where id = ${id}::uuid for no key update`;
  return customer?.keptId ?? id;
}

async function createCustomer(
  tx: Transaction,
  workspaceId: string,
  buyer: Buyer,
  saidAt: Date,
): Promise<RecordedCustomer | null> {
  if (!buyer.name && !buyer.email && !buyer.phone) return null;
  const data = { workspaceId, ...buyer, storeValues: storeValues(buyer, saidAt) };
  const { id } = await tx.customer.create({ data, select: { id: true } });
  return { id, corrected: [] };
}

async function isEmailTaken(tx: Transaction, workspaceId: string, email: string | null, byOtherThan: string) {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from customers
    where workspace_id = ${workspaceId}::uuid and lower(email) = ${email} and id <> ${byOtherThan}::uuid`;
  return rows.length > 0;
}

import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { isUniqueViolation } from "#lib/base/db/errors.ts";
import { knownCustomers } from "#lib/customers/contacts.ts";
import { addressFields } from "#lib/customers/model.ts";
import { readableEmail, readablePhone } from "#lib/leads/correct-contact.ts";
import { type DuplicateLead, findDuplicates } from "#lib/leads/duplicates.ts";
import { requireSeller } from "#lib/leads/lead-commands.ts";
import { isPriced, type Sale } from "#lib/leads/sale.ts";
import type { ManualLeadRequest } from "#lib/leads/schema.ts";
import { tagLeads } from "#lib/leads/tag-commands.ts";
import { deriveKpiStatus } from "#lib/sales/statuses.ts";
import { recordEvents } from "#lib/sales/timeline/record.ts";

/** What came of entering a lead: its id, or the leads of the same buyer that the person should look at first. */
export type ManualLeadResult =
  | { outcome: "created"; id: string }
  | { outcome: "duplicates"; duplicates: DuplicateLead[] };

/** Enters a lead by hand: one's own, or for those who may choose, another seller's. */
export async function createManualLead(
  session: Session,
  request: ManualLeadRequest,
): Promise<ManualLeadResult> {
  const userId = request.userId ?? session.userId;
  if (userId !== session.userId && !can(session.role, "leads.reassign")) throw new UserError("forbidden");
  const { sale } = request;
  const contact = {
    name: request.name || null,
    email: request.email ? readableEmail(request.email) : null,
    phone: request.phone ? readablePhone(request.phone, request.country || null) : null,
  };
  return createdOnce(session, request.id, async (tx) => {
    if (userId !== session.userId) await requireSeller(tx, session, userId);
    const duplicates = await findDuplicates(tx, session, { ...contact, id: null, arrivedAt: new Date() });
    if (duplicates.length > 0 && !request.isKnownDuplicate) return { outcome: "duplicates", duplicates };
    const customerId = request.customerId ?? (await findCustomer(tx, session, contact));
    const id = await insertLead(tx, session, { ...contact, id: request.id, userId, customerId });
    const product = sale.lines.map(({ name }) => name).join(", ") || null;
    const entry = { leadId: id, userId: session.userId };
    await recordEvents(tx, [{ ...entry, type: "arrived", details: { product } }]);
    if (request.note) await recordEvents(tx, [{ ...entry, type: "note", details: { text: request.note } }]);
    for (const tag of request.tags) await tagLeads(tx, session, [id], tag);
    await keepSale(tx, id, sale, request.country || null);
    return { outcome: "created", id };
  });
}

/** Runs what makes a lead once for each id: who saves again, since the answer was lost say, is told of the lead that is there. */
async function createdOnce(
  session: Session,
  id: string | undefined,
  create: (tx: Transaction) => Promise<ManualLeadResult>,
): Promise<ManualLeadResult> {
  const isThere = async (tx: Transaction) =>
    id !== undefined && (await tx.lead.count({ where: { id, workspaceId: session.workspace.id } })) > 0;
  try {
    return await forUser(session, async (tx) =>
      id !== undefined && (await isThere(tx)) ? { outcome: "created", id } : create(tx),
    );
  } catch (error) {
    if (id !== undefined && isUniqueViolation(error) && (await forUser(session, isThere)))
      return { outcome: "created", id };
    throw error;
  }
}

interface NewLead {
  id: string | undefined;
  userId: string;
  customerId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/** Writes the columns that a person may write; the database knows the rest. */
async function insertLead(tx: Transaction, session: Session, lead: NewLead): Promise<string> {
  const id = lead.id ?? randomUUID();
  const statuses = { codStatus: "pending", logisticStatus: "pending" } as const;
  const kpiStatus = deriveKpiStatus({ ...statuses, paymentStatus: null });
  await tx.$executeRaw`
    insert into crm_leads (id, workspace_id, user_id, customer_id, name, email, phone, source, cod_status, logistic_status, kpi_status)
    values (${id}::uuid, ${session.workspace.id}::uuid, ${lead.userId}::uuid, ${lead.customerId}::uuid, ${lead.name}, ${lead.email},
      ${lead.phone}, 'manual', ${statuses.codStatus}, ${statuses.logisticStatus}, ${kpiStatus})`;
  return id;
}

/**
 * Makes an order of what is sold, which is the lead's like that of any store; the database adds it up. What nobody has said a price of stays
 * a wish, with where it would go.
 */
async function keepSale(tx: Transaction, leadId: string, sale: Sale, country: string | null): Promise<void> {
  const { lines, currency, paymentKind, shippingMethod } = sale;
  const address = Object.fromEntries(
    addressFields.map((field) => [field, (field === "country" ? country : sale[field]) || null]),
  );
  if (!isPriced(sale)) {
    if (address.street || address.city)
      await tx.lead.update({ where: { id: leadId }, data: { address }, select: { id: true } });
    return;
  }
  const sold = {
    currency,
    shipping: sale.shipping ?? "0",
    discount: sale.discount ?? "0",
    paymentKind,
    shippingMethod: shippingMethod || null,
    ...address,
  };
  const ordered = lines.map(({ sku, ...line }) => ({ ...line, sku: sku || null }));
  await tx.$executeRaw`
    select astra.sell_by_hand(${leadId}::uuid, ${JSON.stringify(sold)}::jsonb, ${JSON.stringify(ordered)}::jsonb)`;
}

/** The customer whom the person knows by the same e-mail, else by the same phone: a seller, among the own contacts. */
async function findCustomer(
  tx: Transaction,
  session: Session,
  { email, phone }: Pick<NewLead, "email" | "phone">,
): Promise<string | null> {
  const [customer] = await tx.$queryRaw<{ id: string }[]>`
    select id from ${knownCustomers(session)} where lower(email) = ${email} or phone = ${phone}
    order by (lower(email) = ${email}) desc nulls last, created_at limit 1`;
  return customer?.id ?? null;
}

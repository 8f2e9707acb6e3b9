import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { Contact } from "#lib/customers/model.ts";

// What a person knows of buyers: a seller the own contacts, those who see the whole workspace the shared customers.
//
// Which contact of a buyer stands beside a lead or an order: the one of the seller who looks; for those who see the whole workspace, the one
// of the seller who works it. So nobody reads or ships by what another seller's shops say.

/** A lead or an order: its buyer, and the seller who works it. */
interface Sold {
  customerId: string | null;
  userId: string;
}

/** The contacts to show with the rows of `row`, as a join called `contact`. */
export function contactJoin(session: Session, row: Prisma.Sql): Prisma.Sql {
  const seller = seesEverything(session.role)
    ? Prisma.sql`${row}.user_id`
    : Prisma.sql`${session.userId}::uuid`;
  return Prisma.sql`
    left join customer_contacts contact on contact.customer_id = ${row}.customer_id and contact.user_id = ${seller}`;
}

/**
 * The customers whom the person knows, as a table called `customer`: a seller's own contacts, with what the seller sold to them, or the customers of
 * the workspace, with what all sold. A seller's workspace is compared as no index can, or the planner would look for the seller's few in the
 * whole workspace's.
 */
export function knownCustomers(session: Session): Prisma.Sql {
  const workspaceId = Prisma.sql`${session.workspace.id}::uuid`;
  if (seesEverything(session.role)) {
    return Prisma.sql`(
      select id, created_at, name, email, phone, search_text, country, orders_count, refused_count, spent_thousandths from customers
      where workspace_id = ${workspaceId} and merged_into_id is null) customer`;
  }
  return Prisma.sql`(
    select customer_id as id, known_since as created_at, name, email, phone, search_text, country, orders_count, refused_count, spent_thousandths
    from customer_contacts
    where user_id = ${session.userId}::uuid and workspace_id is not distinct from ${workspaceId}) customer`;
}

/** Finds the contact to show with each of the rows. */
export async function loadContacts(
  tx: Transaction,
  session: Session,
  rows: readonly Sold[],
): Promise<(row: Sold) => Contact | null> {
  const sellerOf = ({ userId }: Sold) => (seesEverything(session.role) ? userId : session.userId);
  const pairs = rows.flatMap((row) =>
    row.customerId === null ? [] : [{ customerId: row.customerId, userId: sellerOf(row) }],
  );
  if (pairs.length === 0) return () => null;
  const found = await tx.customerContact.findMany({ where: { OR: pairs }, select: contactSelect });
  const contacts = new Map(
    found.map(({ customerId, userId, ...contact }) => [`${customerId} ${userId}`, contact]),
  );
  return (row) => contacts.get(`${row.customerId} ${sellerOf(row)}`) ?? null;
}

const contactSelect = {
  customerId: true,
  userId: true,
  name: true,
  email: true,
  phone: true,
  street: true,
  city: true,
  region: true,
  zip: true,
  country: true,
} satisfies Prisma.CustomerContactSelect;

import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";

/**
 * Lets all that is kept of customers be computed anew: what each seller knows of them, the row that all share, and each seller's figures.
 * To be called after what their leads and orders say, or whose these are, has changed.
 */
export async function refreshCustomers(tx: Transaction, customerIds: (string | null)[]): Promise<void> {
  const ids = inOrder(customerIds);
  if (ids.length > 0) await tx.$executeRaw`select astra.refresh_customers(${ids}::uuid[])`;
}

/** Lets each seller's figures of customers be counted anew, after a lead or an order of them moved on. */
export async function refreshCustomerSellers(tx: Transaction, customerIds: (string | null)[]): Promise<void> {
  const ids = inOrder(customerIds);
  if (ids.length > 0) await tx.$executeRaw`select astra.refresh_customer_sellers(${ids}::uuid[])`;
}

/** Everyone locks customers in the same order, so that no two wait for each other. */
function inOrder(customerIds: (string | null)[]): string[] {
  return [...new Set(customerIds.filter((id) => id !== null))].sort();
}

/** A customer whose last order moved to somebody else stays known to the owner of the store that named them, and to no other seller. */
export async function leaveToOwner(tx: Transaction, customerId: string, ownerId: string): Promise<void> {
  const isLeft = Prisma.sql`
    customer_id = ${customerId}::uuid and user_id <> ${ownerId}::uuid
    and not exists (select 1 from orders where customer_id = ${customerId}::uuid)
    and not exists (select 1 from crm_leads where customer_id = ${customerId}::uuid)`;
  await tx.$executeRaw`delete from customer_contacts where ${isLeft}`;
  await tx.$executeRaw`delete from customer_sellers where ${isLeft}`;
}

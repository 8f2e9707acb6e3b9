import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";

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

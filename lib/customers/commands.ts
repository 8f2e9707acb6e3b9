import "server-only";
import type { Transaction } from "#lib/db/access.ts";

/** Lets what sellers know of customers be counted anew, after one of their leads or orders changed. */
export async function refreshCustomerSellers(tx: Transaction, customerIds: string[]): Promise<void> {
  const ids = [...new Set(customerIds)].sort();
  await tx.$executeRaw`select astra.refresh_customer_sellers(id) from unnest(${ids}::uuid[]) as id`;
}

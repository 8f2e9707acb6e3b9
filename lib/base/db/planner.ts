import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";

/**
 * For the rest of the transaction: the planner would hash all leads or orders beside all lines of a SKU to show a page; one after the
 * other, it stops when the page is full.
 */
export async function walkLines(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select set_config('enable_hashjoin', 'off', true)`;
}

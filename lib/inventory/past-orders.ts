import "server-only";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";

/** So many orders are served while the person waits; a job does the rest, so many at a time. */
const servedAtOnce = 500;

/** Past orders of a SKU in the stores of an owner; null: in all stores of the workspace. */
export interface PastOrders {
  workspaceId: string;
  ownerId: string | null;
  sku: string;
  /** Whether what the platform's product has reserved for them goes to the owner's own. */
  takesOver: boolean;
}

/**
 * Has past orders of a SKU served by the product that serves it now: as many as a person waits for, the rest by a job of the same
 * transaction.
 *
 * @returns how many were served at once, and whether more are to come
 */
export async function servePastOrders(
  tx: Transaction,
  orders: PastOrders,
): Promise<{ served: number; isGoingOn: boolean }> {
  const served = await serve(tx, orders);
  const isGoingOn = served === servedAtOnce;
  if (isGoingOn)
    await tx.$executeRaw`select astra.queue_past_orders(${orders.workspaceId}::uuid, ${orders.ownerId}::uuid, ${orders.sku}, ${orders.takesOver})`;
  return { served, isGoingOn };
}

/** Serves the rest of past orders, a transaction for so many at a time: a job. */
export async function serveAllPastOrders(orders: PastOrders): Promise<void> {
  while ((await forSystem((tx) => serve(tx, orders))) === servedAtOnce);
}

async function serve(tx: Transaction, { workspaceId, ownerId, sku, takesOver }: PastOrders): Promise<number> {
  const [row] = await tx.$queryRaw<{ served: number }[]>`
    select astra.serve_past_orders(${workspaceId}::uuid, ${ownerId}::uuid, ${sku}, ${takesOver}, ${servedAtOnce}::int) as served`;
  return row?.served ?? 0;
}

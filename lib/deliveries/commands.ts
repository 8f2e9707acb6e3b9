import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { queueRetries, retryDeliveries } from "#lib/ingest/waiting.ts";

// Ingest has the rights of the system, so that the person's are checked here, by reading as the person: whoever may see a store's deliveries
// and change stores may have them worked in again.

/**
 * Works a failed delivery in again, at once.
 *
 * @throws UserError when it is not the person's, or failed again
 */
export async function retryDelivery(session: Session, id: string): Promise<void> {
  const [seen] = await seenDeliveries(session, [id]);
  if (!seen) throw new UserError("notFoundDelivery");
  await retryDeliveries([id]);
  const [tried] = await seenDeliveries(session, [id]);
  if (tried?.status === "failed") throw new UserError("deliveryFailedAgain");
}

/**
 * Has the worker work failed deliveries in again; what is not the person's is left out.
 *
 * @returns how many were put up
 */
export async function retrySome(session: Session, ids: string[]): Promise<number> {
  const seen = await seenDeliveries(session, ids);
  return queueRetries({ ids: seen.map(({ id }) => id) });
}

/**
 * Has the worker work in again what failed of the person's stores, the oldest first, as many as may be at once.
 *
 * @param storeIds only of these; none is all of them
 * @returns how many were put up
 */
export async function retryFailed(session: Session, storeIds: string[]): Promise<number> {
  const stores = await forUser(session, (tx) =>
    tx.integration.findMany({
      where: { workspaceId: session.workspace.id, ...(storeIds.length > 0 && { id: { in: storeIds } }) },
      select: { id: true },
    }),
  );
  return queueRetries({ storeIds: stores.map(({ id }) => id) });
}

function seenDeliveries(session: Session, ids: string[]) {
  return forUser(session, (tx) =>
    tx.webhookDelivery.findMany({
      where: { id: { in: ids }, integration: { workspaceId: session.workspace.id } },
      select: { id: true, status: true },
    }),
  );
}

import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { isUniqueViolation } from "#lib/base/db/errors.ts";
import { servePastOrders } from "#lib/inventory/past-orders.ts";
import type { SkuMapping } from "#lib/inventory/schema.ts";

/** What came of serving past orders: how many at once, and whether a job does the rest. */
export interface Served {
  served: number;
  isGoingOn: boolean;
}

/**
 * Says which product a SKU means in an owner's stores, and has past orders of it served by that product.
 *
 * @throws UserError when the SKU is a product's own or mapped already, the product is not there, or the person may not say so
 */
export async function mapSku(
  session: Session,
  { sku, ownerId, productId, servesPastOrders }: SkuMapping,
): Promise<Served> {
  if (ownerId !== session.userId && !can(session.role, "inventory.writeForOthers"))
    throw new UserError("forbidden");
  const workspaceId = session.workspace.id;
  return forUser(session, async (tx) => {
    const [product] = await tx.$queryRaw<{ isTaken: boolean; isForOwner: boolean }[]>`
      select product.user_id is null or product.user_id is not distinct from ${ownerId}::uuid as "isForOwner",
        exists (
          select from products other where other.workspace_id = product.workspace_id and other.sku = ${sku}
            and other.user_id is not distinct from ${ownerId}::uuid and other.archived_at is null
        ) as "isTaken"
      from products product where product.id = ${productId}::uuid and product.workspace_id = ${workspaceId}::uuid`;
    if (!product?.isForOwner) throw new UserError("notFoundProduct");
    if (product.isTaken) throw new UserError("skuTaken", { field: "sku" });
    try {
      await tx.$executeRaw`
        insert into product_aliases (workspace_id, user_id, sku, product_id)
        values (${workspaceId}::uuid, ${ownerId}::uuid, ${sku}, ${productId}::uuid)`;
    } catch (error) {
      if (isUniqueViolation(error)) throw new UserError("skuMapped", { field: "sku" });
      throw error;
    }
    if (!servesPastOrders) return { served: 0, isGoingOn: false };
    return servePastOrders(tx, { workspaceId, ownerId, sku, takesOver: false });
  });
}

/**
 * Forgets a mapping: what it served stays served, what is ordered from now on is not.
 *
 * @throws UserError when there is no such mapping
 */
export async function unmapSku(session: Session, { id }: { id: string }): Promise<void> {
  const deleted = await forUser(
    session,
    (tx) => tx.$executeRaw`delete from product_aliases where id = ${id}::uuid`,
  );
  if (deleted === 0) throw new UserError("notFoundAlias");
}

/**
 * Has a seller's own product serve what the platform's of the same SKU has reserved for the seller's stores and not sent.
 *
 * @throws UserError when the person has no such product
 */
export async function takeOverOrders(session: Session, { id }: { id: string }): Promise<Served> {
  return forUser(session, async (tx) => {
    const workspaceId = session.workspace.id;
    const product = await tx.product.findFirst({
      where: { id, workspaceId },
      select: { sku: true, userId: true },
    });
    if (!product?.userId) throw new UserError("notFoundProduct");
    return servePastOrders(tx, { workspaceId, ownerId: product.userId, sku: product.sku, takesOver: true });
  });
}

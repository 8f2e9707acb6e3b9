import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { isUniqueViolation } from "#lib/base/db/errors.ts";
import { servePastOrders } from "#lib/inventory/past-orders.ts";
import type { NewProduct, ProductEdit } from "#lib/inventory/schema.ts";

/**
 * Adds a product with what is on the shelf, and has it serve past orders when asked to.
 *
 * @returns its id, and whether past orders are still being served
 * @throws UserError when its owner has the SKU already, or may not be chosen by the person
 */
export async function addProduct(
  session: Session,
  product: NewProduct,
): Promise<{ id: string; isGoingOn: boolean }> {
  const { ownerId, sku, name, price, currency, lowStockAt, stock, servesPastOrders } = product;
  if (ownerId !== session.userId && !can(session.role, "inventory.writeForOthers"))
    throw new UserError("forbidden");
  const workspaceId = session.workspace.id;
  const id = randomUUID();
  return forUser(session, async (tx) => {
    await refusingTakenSku(
      tx.$executeRaw`
        insert into products (id, workspace_id, user_id, sku, name, price, currency, low_stock_at)
        values (${id}::uuid, ${workspaceId}::uuid, ${ownerId}::uuid, ${sku}, ${name}, ${price}::numeric, ${currency}, ${lowStockAt})`,
    );
    if (stock > 0)
      await tx.$executeRaw`insert into stock_movements (product_id, kind, delta) values (${id}::uuid, 'initial', ${stock})`;
    if (!servesPastOrders) return { id, isGoingOn: false };
    const { isGoingOn } = await servePastOrders(tx, { workspaceId, ownerId, sku, takesOver: false });
    return { id, isGoingOn };
  });
}

/**
 * Changes what is said of a product. Another SKU serves what is ordered from now on; what it serves already stays.
 *
 * @throws UserError when there is no such product, or its owner has the SKU already
 */
export async function editProduct(session: Session, product: ProductEdit): Promise<void> {
  const { id, sku, name, price, currency, lowStockAt } = product;
  const changed = await forUser(session, (tx) =>
    refusingTakenSku(
      tx.$executeRaw`
        update products set sku = ${sku}, name = ${name}, price = ${price}::numeric, currency = ${currency}, low_stock_at = ${lowStockAt}
        where id = ${id}::uuid and workspace_id = ${session.workspace.id}::uuid`,
    ),
  );
  if (changed === 0) throw new UserError("notFoundProduct");
}

/**
 * Says from how many on the products of the workspace are low that have no level of their own.
 *
 * @throws UserError when the person may not say so
 */
export async function setUsualLevel(session: Session, { level }: { level: number }): Promise<void> {
  const changed = await forUser(
    session,
    (tx) =>
      tx.$executeRaw`update workspaces set low_stock_at = ${level} where id = ${session.workspace.id}::uuid`,
  );
  if (changed === 0) throw new UserError("forbidden");
}

/** A SKU is its owner's once. */
async function refusingTakenSku<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("skuTaken", { field: "sku" });
    throw error;
  }
}

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Archiving, LevelChange, ProductChoice } from "#lib/inventory/schema.ts";

/**
 * Archives products, or takes them up again. An archived one serves nothing new and keeps what it has reserved.
 *
 * @returns how many there were
 * @throws UserError when the person may change none of them
 */
export async function archiveProducts(session: Session, { ids, isArchived }: Archiving): Promise<number> {
  const changed = await forUser(
    session,
    (tx) => tx.$executeRaw`
      update products set archived_at = case when ${isArchived} then coalesce(archived_at, now()) end
      where id = any (${ids}::uuid[]) and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (changed === 0) throw new UserError("notFoundProduct");
  return changed;
}

/**
 * Says from how many on products are low; null: as the workspace says.
 *
 * @returns how many there were
 * @throws UserError when the person may change none of them
 */
export async function setLowLevel(session: Session, { ids, level }: LevelChange): Promise<number> {
  const changed = await forUser(
    session,
    (tx) => tx.$executeRaw`
      update products set low_stock_at = ${level}::int
      where id = any (${ids}::uuid[]) and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (changed === 0) throw new UserError("notFoundProduct");
  return changed;
}

/** What became of products that were to be deleted: those that were sold stay. */
export interface Deletion {
  deleted: number;
  kept: number;
}

/**
 * Deletes those products that never sold, with their movements.
 *
 * @throws UserError when the person may delete none of them, or all were sold: then they can be archived
 */
export async function deleteProducts(session: Session, { ids }: ProductChoice): Promise<Deletion> {
  return forUser(session, async (tx) => {
    const products = await tx.$queryRaw<{ id: string; isSold: boolean }[]>`
      select id, exists (select from stock_movements where product_id = product.id and order_item_id is not null) as "isSold"
      from products product where id = any (${ids}::uuid[]) and workspace_id = ${session.workspace.id}::uuid`;
    const unsold = products.filter(({ isSold }) => !isSold).map(({ id }) => id);
    if (products.length === 0) throw new UserError("notFoundProduct");
    if (unsold.length === 0) throw new UserError("productSold");
    const deleted = await tx.$executeRaw`delete from products where id = any (${unsold}::uuid[])`;
    if (deleted === 0) throw new UserError("forbidden");
    return { deleted, kept: products.length - unsold.length };
  });
}

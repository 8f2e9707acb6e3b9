import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { HandOverPeople } from "#lib/handover/schema.ts";

/** Whether the receiver has a product of `row.sku`, or has said which product it means: a SKU is its owner's once. */
function isTaken(toId: string): Prisma.Sql {
  return Prisma.sql`(
    exists (select from products own where own.workspace_id = row.workspace_id and own.user_id = ${toId}::uuid and own.sku = row.sku)
    or exists (select from product_aliases own where own.workspace_id = row.workspace_id and own.user_id = ${toId}::uuid and own.sku = row.sku))`;
}

/** How many products can change hands, and how many can't. */
export async function countProducts(
  tx: Transaction,
  workspaceId: string,
  { fromId, toId }: HandOverPeople,
): Promise<{ products: number; productsStaying: number }> {
  const [counts] = await tx.$queryRaw<{ products: number; productsStaying: number }[]>`
    select (count(*) filter (where not taken))::int as products, (count(*) filter (where taken))::int as "productsStaying"
    from (
      select ${isTaken(toId)} as taken from products row
      where row.workspace_id = ${workspaceId}::uuid and row.user_id = ${fromId}::uuid
    ) product`;
  return counts ?? { products: 0, productsStaying: 0 };
}

/** Hands products on, with the other SKUs by which their owner's stores order them; what the receiver has said of a SKU stays. */
export async function moveProducts(
  tx: Transaction,
  workspaceId: string,
  people: HandOverPeople,
): Promise<number> {
  const { fromId, toId } = people;
  const moved = await tx.$queryRaw<{ id: string }[]>`
    update products row set user_id = ${toId}::uuid
    where row.workspace_id = ${workspaceId}::uuid and row.user_id = ${fromId}::uuid and not ${isTaken(toId)}
    returning row.id`;
  const ids = moved.map(({ id }) => id);
  await moveAliases(tx, workspaceId, people, Prisma.sql`row.product_id = any (${ids}::uuid[])`);
  return moved.length;
}

/** What the owner of stores has said of SKUs that mean products of the platform goes with the stores. */
export function movePlatformAliases(
  tx: Transaction,
  workspaceId: string,
  people: HandOverPeople,
): Promise<void> {
  const isOfPlatform = Prisma.sql`exists (
    select from products product where product.id = row.product_id and product.user_id is null)`;
  return moveAliases(tx, workspaceId, people, isOfPlatform);
}

async function moveAliases(
  tx: Transaction,
  workspaceId: string,
  { fromId, toId }: HandOverPeople,
  which: Prisma.Sql,
): Promise<void> {
  const goes = Prisma.sql`row.workspace_id = ${workspaceId}::uuid and row.user_id = ${fromId}::uuid and ${which}`;
  await tx.$executeRaw`
    insert into product_aliases (workspace_id, user_id, sku, product_id)
    select row.workspace_id, ${toId}::uuid, row.sku, row.product_id from product_aliases row where ${goes} and not ${isTaken(toId)}`;
  await tx.$executeRaw`delete from product_aliases row where ${goes}`;
}

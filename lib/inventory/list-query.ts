import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { allOf, oneOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import type { Ordering } from "#lib/base/list/order.ts";
import type { ProductListParams, ProductView } from "#lib/inventory/list.ts";

/** A product as the database tells it. */
export interface FoundProduct {
  id: string;
  sku: string;
  name: string;
  /** Null: the platform's. */
  ownerId: string | null;
  stock: number;
  reserved: number;
  /** Units that came back and wait for somebody to say in what state. */
  toCheck: number;
  /** A decimal string. */
  price: string;
  currency: string;
  /** From how many on it is low, by its own level or the workspace's. */
  lowStockAt: number;
  hasOwnLevel: boolean;
  soldIn30Days: number;
  /** When it last became as it stands; null when it always was. */
  standsSince: Date | null;
  isArchived: boolean;
  /** The key of its photo; see `photoAddress`. */
  photo: string | null;
  createdAt: Date;
  /** By what the list is sorted when the first to be gone come first. */
  coverKey: number;
}

/** Available, and the level from which on it is low, of `products product` joined with `workspaces workspace`. */
const available = Prisma.sql`(product.stock - product.reserved)`;
const level = Prisma.sql`coalesce(product.low_stock_at, workspace.low_stock_at)`;

/** Which products each tab holds. */
export const viewConditions: Record<ProductView, Prisma.Sql> = {
  all: Prisma.sql`product.archived_at is null`,
  // Low is whatever is to be ordered again: also what is gone.
  low: Prisma.sql`product.archived_at is null and ${available} <= ${level}`,
  out: Prisma.sql`product.archived_at is null and ${available} <= 0`,
  oversold: Prisma.sql`product.archived_at is null and ${available} < 0`,
  to_check: Prisma.sql`exists (select from stock_allocations line where line.product_id = product.id and line.to_check > 0)`,
  archived: Prisma.sql`product.archived_at is not null`,
};

/** What a list asks for. */
export function listConditions(
  session: Session,
  { q, view, owner, provided, only }: ProductListParams,
): Prisma.Sql {
  const text = q.trim();
  return allOf([
    Prisma.sql`product.workspace_id = ${session.workspace.id}::uuid`,
    viewConditions[view],
    ...oneOf(Prisma.sql`product.user_id`, owner, "uuid"),
    ...oneOf(Prisma.sql`product.id`, only, "uuid"),
    ...(provided ? [Prisma.sql`product.user_id is null`] : []),
    ...(text
      ? [
          Prisma.sql`(strpos(astra.normalise(product.name), astra.normalise(${text})) > 0
            or strpos(astra.normalise(product.sku), astra.normalise(${text})) > 0)`,
        ]
      : []),
  ]);
}

/** Products with the level of their workspace. */
export const leveledProducts = Prisma.sql`products product join workspaces workspace on workspace.id = product.workspace_id`;

/** What the list is ordered by. A workspace has thousands of products, not millions: they are sorted each time. */
export function orderingOf(sort: ProductListParams["sort"]): Ordering {
  const column = sort === "cover" ? Prisma.sql`product.cover` : available;
  return { column, type: "number", id: Prisma.sql`product.id`, isAscending: true };
}

/**
 * Reads products.
 *
 * @param sales what sold how much: `product_id` and `units`
 * @param where which ones, from `where` on
 * @param page of those, which and in what order
 */
export function selectProducts(
  tx: Transaction,
  { sales, where, page, order }: Record<"sales" | "where" | "page" | "order", Prisma.Sql>,
): Promise<FoundProduct[]> {
  return tx.$queryRaw<FoundProduct[]>`
    select product.id, product.sku, product.name, product.user_id as "ownerId", product.stock::float8 as stock,
      product.reserved::float8 as reserved, product.price::text as price, product.currency, product.level as "lowStockAt",
      product.low_stock_at is not null as "hasOwnLevel", product.archived_at is not null as "isArchived",
      product.photo, product.created_at as "createdAt", product.sold::float8 as "soldIn30Days", product.cover::float8 as "coverKey",
      (select coalesce(sum(line.to_check), 0)::float8 from stock_allocations line
        where line.product_id = product.id and line.to_check > 0) as "toCheck",
      (select alert.created_at from stock_alerts alert where alert.product_id = product.id
        order by alert.created_at desc limit 1) as "standsSince"
    from (
      select product.* from (
        select product.*, ${level} as level, coalesce(sale.units, 0) as sold,
          case
            when ${available} <= 0 then ${available}
            when sale.units > 0 then ${available} * 720 / sale.units
            else 1000000000000
          end as cover
        from ${leveledProducts} left join (${sales}) sale on sale.product_id = product.id
        where ${where}
      ) product ${page}
    ) product ${order}`;
}

import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countOn, countRows } from "#lib/base/list/count.ts";
import { cursorKey } from "#lib/base/list/cursor.ts";
import { inOrderOf, sortedBy } from "#lib/base/list/order.ts";
import {
  type Count,
  countedUpTo,
  countOnFirstPage,
  type Page,
  placeOf,
  toPage,
} from "#lib/base/list/page.ts";
import type { ProductListParams, ProductView } from "#lib/inventory/list.ts";
import {
  type FoundProduct,
  leveledProducts,
  listConditions,
  orderingOf,
  selectProducts,
  viewConditions,
} from "#lib/inventory/list-query.ts";
import { daysOfCover, type StockStanding, standingOf } from "#lib/inventory/model.ts";
import { loadPeople } from "#lib/team/names.ts";

/** A product as the list and its page show it. */
export interface ProductRow extends Omit<FoundProduct, "coverKey"> {
  ownerName: string | null;
  available: number;
  standing: StockStanding;
  /** Null: nothing sells. */
  daysOfCover: number | null;
  /** Whether the person may change it. */
  isWritable: boolean;
}

/** One page of the products that the person may see and asks for. */
export function listProducts(session: Session, params: ProductListParams): Promise<Page<ProductRow>> {
  const ordering = orderingOf(params.sort);
  const place = placeOf(params, ordering.type);
  return forUser(session, async (tx) => {
    const where = listConditions(session, params);
    const found = await selectProducts(tx, {
      sales: Prisma.sql`select product_id, units from astra.product_sales(${session.workspace.id}::uuid)`,
      where,
      page: Prisma.sql`where true ${inOrderOf(ordering, place, params.size + 1)}`,
      order: Prisma.sql`order by ${sortedBy(ordering, place.isBackwards)}`,
    });
    const count =
      countOnFirstPage(found, params.size, place.from === null) ??
      (await countAll(tx, session, params, countedUpTo));
    const page = toPage(found, count, params, place, (row) => ({
      part: 0,
      key: cursorKey(params.sort === "cover" ? row.coverKey : row.stock - row.reserved),
      id: row.id,
    }));
    return { ...page, rows: await toRows(tx, session, page.rows) };
  });
}

function countAll(
  tx: Transaction,
  session: Session,
  params: ProductListParams,
  upTo: number,
): Promise<Count> {
  const where = listConditions(session, params);
  return countRows(tx, Prisma.sql`select 1 from ${leveledProducts} where ${where} limit ${upTo + 1}`, upTo);
}

/** Counts the products of a list after its page; see `countOn`. */
export function countProductsOn(
  session: Session,
  params: ProductListParams,
  page: Count,
): Promise<Count> | null {
  return countOn(session, page, (tx, upTo) => countAll(tx, session, params, upTo));
}

/** One product; null when there is none that the person may see. */
export async function getProduct(session: Session, id: string): Promise<ProductRow | null> {
  const [product] = await findProducts(session, Prisma.sql`product.id = ${id}::uuid`, 1);
  return product ?? null;
}

/** The products that somebody means who scans or types a SKU: those that have it, also as an alias. Only what the person may change. */
export async function findBySku(session: Session, sku: string): Promise<ProductRow[]> {
  const found = await findProducts(
    session,
    Prisma.sql`product.archived_at is null and (lower(product.sku) = lower(${sku}) or exists (
      select from product_aliases alias where alias.product_id = product.id and alias.sku = ${sku}))`,
    10,
  );
  return found.filter(({ isWritable }) => isWritable);
}

/** Products to choose from, by a part of their name or SKU; without a text the newest. */
export function searchProducts(session: Session, text: string): Promise<ProductRow[]> {
  return findProducts(
    session,
    Prisma.sql`product.archived_at is null and (strpos(astra.normalise(product.name), astra.normalise(${text})) > 0
      or strpos(astra.normalise(product.sku), astra.normalise(${text})) > 0 or ${text} = '')`,
    20,
  );
}

function findProducts(session: Session, where: Prisma.Sql, most: number): Promise<ProductRow[]> {
  return forUser(session, async (tx) => {
    const found = await selectProducts(tx, {
      sales: Prisma.sql`select product_id, sum(sold)::bigint as units from product_days
        where day > current_date - 30 and product_id in (
          select product.id from products product
          where product.workspace_id = ${session.workspace.id}::uuid and ${where} limit ${most})
        group by product_id`,
      where: Prisma.sql`product.workspace_id = ${session.workspace.id}::uuid and ${where}`,
      page: Prisma.sql`order by product.created_at desc, product.id limit ${most}`,
      order: Prisma.sql`order by product.created_at desc, product.id`,
    });
    return toRows(tx, session, found);
  });
}

/** How many products each tab holds. */
export async function countProductViews(session: Session): Promise<Record<ProductView, number>> {
  const counted = (view: ProductView) => Prisma.sql`count(*) filter (where ${viewConditions[view]})::int`;
  const [row] = await forUser(
    session,
    (tx) => tx.$queryRaw<Record<ProductView, number>[]>`
      select ${counted("all")} as "all", ${counted("low")} as low, ${counted("out")} as out, ${counted("oversold")} as oversold,
        ${counted("archived")} as archived,
        (select count(distinct line.product_id)::int from stock_allocations line join products of on of.id = line.product_id
          where line.to_check > 0 and of.workspace_id = ${session.workspace.id}::uuid) as to_check
      from ${leveledProducts} where product.workspace_id = ${session.workspace.id}::uuid`,
  );
  return row ?? { all: 0, low: 0, out: 0, oversold: 0, to_check: 0, archived: 0 };
}

/** From how many on a product is low that has no level of its own. */
export async function getUsualLevel(session: Session): Promise<number> {
  const { lowStockAt } = await forUser(session, (tx) =>
    tx.workspace.findUniqueOrThrow({ where: { id: session.workspace.id }, select: { lowStockAt: true } }),
  );
  return lowStockAt;
}

/** Who has products, by name. */
export function listOwners(session: Session): Promise<{ id: string; name: string }[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      select colleague.id, colleague.name from astra.colleagues(${session.workspace.id}::uuid) colleague
      where colleague.id in (select user_id from products where workspace_id = ${session.workspace.id}::uuid)
      order by colleague.name, colleague.id`,
  );
}

async function toRows(tx: Transaction, session: Session, found: FoundProduct[]): Promise<ProductRow[]> {
  if (found.length === 0) return [];
  const people = await loadPeople(tx, session);
  const { role, userId } = session;
  return found.map(({ coverKey: _key, ...row }) => {
    const available = row.stock - row.reserved;
    return {
      ...row,
      ownerName: row.ownerId ? (people.get(row.ownerId) ?? null) : null,
      available,
      standing: standingOf(available, row.lowStockAt),
      daysOfCover: daysOfCover(available, row.soldIn30Days),
      isWritable:
        can(role, "inventory.write") && (can(role, "inventory.writeForOthers") || row.ownerId === userId),
    };
  });
}

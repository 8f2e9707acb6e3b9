import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { allOf, oneOf } from "#lib/base/db/conditions.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { countRows } from "#lib/base/list/count.ts";
import { cursorKey } from "#lib/base/list/cursor.ts";
import { inOrderOf, type Ordering, sortedBy } from "#lib/base/list/order.ts";
import { countedUpTo, countOnFirstPage, type Page, placeOf, toPage } from "#lib/base/list/page.ts";
import type { ProductListParams, ProductView } from "#lib/inventory/list.ts";
import { daysOfCover, type StockStanding, standingOf } from "#lib/inventory/model.ts";
import { loadPeople } from "#lib/team/names.ts";

/** A product as the list and its page show it. Money is a decimal string. */
export interface ProductRow {
  id: string;
  sku: string;
  name: string;
  /** Null: the platform's. */
  ownerId: string | null;
  ownerName: string | null;
  stock: number;
  reserved: number;
  available: number;
  /** Units that came back and wait for somebody to say in what state. */
  toCheck: number;
  price: string;
  currency: string;
  /** From how many on it is low, by its own level or the workspace's. */
  lowStockAt: number;
  hasOwnLevel: boolean;
  standing: StockStanding;
  soldIn30Days: number;
  /** Null: nothing sells. */
  daysOfCover: number | null;
  photo: string | null;
  isArchived: boolean;
  createdAt: Date;
}

type Found = Omit<ProductRow, "ownerName" | "standing" | "daysOfCover" | "available">;

const available = Prisma.sql`product.stock - product.reserved`;
const level = Prisma.sql`coalesce(product.low_stock_at, workspace.low_stock_at)`;

/** One page of the products that the person may see and asks for. */
export function listProducts(session: Session, params: ProductListParams): Promise<Page<ProductRow>> {
  const isScarce = params.sort === "scarce";
  const place = placeOf(params, isScarce ? "number" : "time");
  const ordering: Ordering = {
    ...(isScarce
      ? { column: Prisma.sql`(${available})`, type: "number" }
      : { column: Prisma.sql`product.created_at`, type: "time" }),
    id: Prisma.sql`product.id`,
    isAscending: params.sort !== "newest",
  };
  return forUser(session, async (tx) => {
    const where = allOf(conditions(session, params));
    const found = await selectProducts(
      tx,
      Prisma.sql`
      where ${where} ${inOrderOf(ordering, place, params.size + 1)}`,
      Prisma.sql`order by ${sortedBy(ordering, place.isBackwards)}`,
    );
    const rows = await withNames(tx, found);
    const count =
      countOnFirstPage(rows, params.size, place.from === null) ??
      (await countRows(
        tx,
        Prisma.sql`
        select 1 from products product join workspaces workspace on workspace.id = product.workspace_id
        where ${where} limit ${countedUpTo + 1}`,
      ));
    return toPage(rows, count, params, place, (row) => ({
      part: 0,
      key: cursorKey(isScarce ? row.available : row.createdAt),
      id: row.id,
    }));
  });
}

/** One product; null when there is none that the person may see. */
export function getProduct(session: Session, id: string): Promise<ProductRow | null> {
  return forUser(session, async (tx) => {
    const where = Prisma.sql`where product.id = ${id}::uuid and product.workspace_id = ${session.workspace.id}::uuid`;
    const [row] = await withNames(tx, await selectProducts(tx, where, Prisma.empty));
    return row ?? null;
  });
}

function conditions(session: Session, { q, view, owners, isProvided }: ProductListParams): Prisma.Sql[] {
  const text = q.trim();
  return [
    Prisma.sql`product.workspace_id = ${session.workspace.id}::uuid`,
    Prisma.sql`(product.archived_at is not null) = ${view === "archived"}`,
    ...oneOf(Prisma.sql`product.user_id`, owners, "uuid"),
    ...(isProvided ? [Prisma.sql`product.user_id is null`] : []),
    ...(text
      ? [
          Prisma.sql`(strpos(astra.normalise(product.name), astra.normalise(${text})) > 0
            or strpos(astra.normalise(product.sku), astra.normalise(${text})) > 0)`,
        ]
      : []),
    ...viewConditions[view],
  ];
}

const viewConditions: Record<ProductView, Prisma.Sql[]> = {
  all: [],
  archived: [],
  // Low is whatever is to be ordered again: also what is gone.
  low: [Prisma.sql`${available} <= ${level}`],
  out: [Prisma.sql`${available} <= 0`],
  oversold: [Prisma.sql`${available} < 0`],
  to_check: [
    Prisma.sql`exists (select from stock_allocations line where line.product_id = product.id and line.to_check > 0)`,
  ],
};

function selectProducts(tx: Transaction, page: Prisma.Sql, order: Prisma.Sql): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    select product.id, product.sku, product.name, product.user_id as "ownerId", product.stock::float8 as stock,
      product.reserved::float8 as reserved, product.price::text as price, product.currency, product.level as "lowStockAt",
      product.low_stock_at is not null as "hasOwnLevel", product.photo, product.archived_at is not null as "isArchived",
      product.created_at as "createdAt",
      (select coalesce(sum(line.to_check), 0)::float8 from stock_allocations line
        where line.product_id = product.id and line.to_check > 0) as "toCheck",
      (select coalesce(sum(day.sold), 0)::float8 from product_days day
        where day.product_id = product.id and day.day > current_date - 30) as "soldIn30Days"
    from (
      select product.*, ${level} as level from products product join workspaces workspace on workspace.id = product.workspace_id ${page}
    ) product ${order}`;
}

async function withNames(tx: Transaction, found: Found[]): Promise<ProductRow[]> {
  if (found.length === 0) return [];
  const people = await loadPeople(tx);
  return found.map((row) => {
    const left = row.stock - row.reserved;
    return {
      ...row,
      ownerName: row.ownerId ? (people.get(row.ownerId) ?? null) : null,
      available: left,
      standing: standingOf(left, row.lowStockAt),
      daysOfCover: daysOfCover(left, row.soldIn30Days),
    };
  });
}

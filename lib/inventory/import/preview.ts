import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import type { ImportRow, RefusedRow } from "#lib/inventory/import/rows.ts";

/** What is said of a product in a file and in Astra alike. */
export interface Said {
  name: string;
  price: string;
  currency: string;
  lowStockAt: number | null;
}

/** A row that adds a product. */
export interface AddedRow extends Said {
  line: number;
  sku: string;
  stock: number;
}

/** A row that changes one: what it was, what it will be, and by how much the shelf is corrected. */
export interface ChangedRow {
  line: number;
  id: string;
  sku: string;
  before: Said;
  after: Said;
  delta: number;
}

/** What a file would do, row by row, before anything is written. */
export interface ImportPlan {
  added: AddedRow[];
  changed: ChangedRow[];
  /** Rows that say what is known already. */
  same: number;
  refused: RefusedRow[];
}

/**
 * Tells what rows would do to the products of an owner; null: the platform's.
 *
 * @throws UserError when the person may not write products for that owner
 */
export function planImport(
  session: Session,
  ownerId: string | null,
  { rows, refused }: { rows: ImportRow[]; refused: RefusedRow[] },
): Promise<ImportPlan> {
  return forUser(session, (tx) => planWithin(tx, session, ownerId, { rows, refused }));
}

interface Known extends Said {
  id: string;
  sku: string;
  stock: number;
}

/** The same within a transaction; the products stay locked until it ends, so that what was planned is what is done. */
export async function planWithin(
  tx: Transaction,
  session: Session,
  ownerId: string | null,
  { rows, refused }: { rows: ImportRow[]; refused: RefusedRow[] },
): Promise<ImportPlan> {
  if (ownerId !== session.userId && !can(session.role, "inventory.writeForOthers"))
    throw new UserError("forbidden");
  const found = await tx.$queryRaw<Known[]>`
    select id, sku, name, price::text as price, currency, low_stock_at as "lowStockAt", stock::float8 as stock
    from products
    where workspace_id = ${session.workspace.id}::uuid and user_id is not distinct from ${ownerId}::uuid
      and sku = any (${rows.map(({ sku }) => sku)}::text[])
    order by id for no key update`;
  const known = new Map(found.map((product) => [product.sku, product]));
  const plan: ImportPlan = { added: [], changed: [], same: 0, refused: [...refused] };
  for (const row of rows) {
    const product = known.get(row.sku);
    if (product) planChange(plan, row, product);
    else planAddition(plan, row, session.workspace.currency);
  }
  plan.refused.sort((one, other) => one.line - other.line);
  return plan;
}

function planAddition(plan: ImportPlan, row: ImportRow, currency: string): void {
  const { line, sku, name, price, stock, lowStockAt } = row;
  if (name === null) plan.refused.push({ line, sku, fault: "nameMissing" });
  else if (price === null) plan.refused.push({ line, sku, fault: "priceMissing" });
  else
    plan.added.push({
      line,
      sku,
      name,
      price,
      currency: row.currency ?? currency,
      lowStockAt,
      stock: stock ?? 0,
    });
}

function planChange(plan: ImportPlan, row: ImportRow, product: Known): void {
  const { id, sku, stock, name, price, currency, lowStockAt } = product;
  const before: Said = { name, price, currency, lowStockAt };
  const after: Said = {
    name: row.name ?? name,
    price: row.price ?? price,
    currency: row.currency ?? currency,
    lowStockAt: row.lowStockAt ?? lowStockAt,
  };
  const delta = row.stock === null ? 0 : row.stock - stock;
  const isSame =
    delta === 0 &&
    after.name === name &&
    Number(after.price) === Number(price) &&
    after.currency === currency &&
    after.lowStockAt === lowStockAt;
  if (isSame) plan.same += 1;
  else plan.changed.push({ line: row.line, id, sku, before, after, delta });
}

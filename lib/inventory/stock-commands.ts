import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { isCheckViolation, isForbidden } from "#lib/base/db/errors.ts";
import type { ReturnAnswer, StockChange, StockTake } from "#lib/inventory/schema.ts";

/**
 * Adds goods that came in, or corrects what is on the shelf; the reason stands in the history.
 *
 * @throws UserError when there is no such product
 */
export async function changeStock(session: Session, { id, kind, delta, reason }: StockChange): Promise<void> {
  const added = await forUser(
    session,
    (tx) => tx.$executeRaw`
      insert into stock_movements (product_id, kind, delta, reason)
      select id, ${kind}, ${delta}, ${reason} from products where id = ${id}::uuid and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (added === 0) throw new UserError("notFoundProduct");
}

/** A product that was counted: what was expected on the shelf, and what was there. */
export interface Counted {
  id: string;
  sku: string;
  expected: number;
  counted: number;
}

/**
 * Takes stock: what was counted is what is on the shelf, and each product remembers when. Orders that arrive while somebody counts
 * change nothing of it, since they reserve and do not take; what was shipped between counting and saving has to be counted again.
 *
 * @returns what was expected and counted, product by product
 * @throws UserError when one of the products is not there
 */
export async function takeStock(session: Session, { counts, reason }: StockTake): Promise<Counted[]> {
  const sums = new Map<string, number>();
  for (const { id, counted } of counts) sums.set(id, (sums.get(id) ?? 0) + counted);
  const rows = JSON.stringify([...sums].map(([id, counted]) => ({ id, counted })));
  return forUser(session, async (tx) => {
    const products = await tx.$queryRaw<Counted[]>`
      select product.id, product.sku, product.stock::float8 as expected, count.counted::float8 as counted
      from jsonb_to_recordset(${rows}::jsonb) as count (id uuid, counted bigint)
      join products product on product.id = count.id
      where product.workspace_id = ${session.workspace.id}::uuid
      order by product.id for no key update of product`;
    if (products.length < sums.size) throw new UserError("notFoundProduct");
    await tx.$executeRaw`
      insert into stock_movements (product_id, kind, delta, reason)
      select id, 'stock_take', counted - expected, ${reason}
      from jsonb_to_recordset(${JSON.stringify(products)}::jsonb) as count (id uuid, expected bigint, counted bigint)
      order by id`;
    return products;
  });
}

/**
 * Says what became of a line's units that came back: sellable ones are in stock again.
 *
 * @throws UserError when there is not so much to check, or somebody else keeps the product's stock
 */
export async function answerReturn(session: Session, answer: ReturnAnswer): Promise<void> {
  const { orderItemId, sellable, damaged, notReturned } = answer;
  try {
    await forUser(
      session,
      (tx) =>
        tx.$executeRaw`select astra.answer_return(${orderItemId}::uuid, ${sellable}::int, ${damaged}::int, ${notReturned}::int)`,
    );
  } catch (error) {
    if (isCheckViolation(error)) throw new UserError("nothingToCheck");
    if (isForbidden(error)) throw new UserError("forbidden");
    throw error;
  }
}

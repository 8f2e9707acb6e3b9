import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import type { Transaction } from "#lib/base/db/access.ts";
import { shortestQuery } from "#lib/palette/model.ts";
import type { ProductHit } from "#lib/palette/schema.ts";

/** So many SKUs are looked at, from the first; a range of products beyond that is no longer found by part of a name. */
const lookedAt = 5_000;

/** More than are shown, so that the best can be chosen among them: those that begin with the text come first. */
const mostMatches = 100;

/** The products that the person may see, and, for those who see every lead, what was sold by a SKU that none of them has. */
export async function findProducts(tx: Transaction, session: Session, text: string): Promise<ProductHit[]> {
  // Postgres takes no NUL in a text.
  const wanted = text.replaceAll("\0", "").trim();
  if (wanted.length < shortestQuery) return [];
  const kept = await findKept(tx, session, wanted);
  const sold = seesEverything(session.role) ? await findSold(tx, session, wanted) : [];
  const skus = new Set(kept.map(({ sku }) => sku));
  return [...kept, ...sold.filter(({ sku }) => !skus.has(sku))];
}

function findKept(tx: Transaction, session: Session, wanted: string): Promise<ProductHit[]> {
  return tx.$queryRaw<ProductHit[]>`
    select product.id, product.sku, product.name
    from products product cross join lateral (
      select nullif(strpos(astra.normalise(product.sku), astra.normalise(${wanted})), 0) as in_sku,
        nullif(strpos(astra.normalise(product.name), astra.normalise(${wanted})), 0) as in_name
    ) place
    where product.workspace_id = ${session.workspace.id}::uuid and product.archived_at is null
      and (in_sku is not null or in_name is not null)
    order by least(in_sku, in_name), product.sku, product.id limit ${mostMatches}`;
}

/**
 * What was sold and whose SKU or latest name contains the text, whatever its case and accents. Only for those who see every lead: they
 * alone may ask for the leads of a SKU.
 *
 * A table of lines has each SKU many times; the index leads from one SKU straight to the next, and to the newest line of each.
 */
function findSold(tx: Transaction, session: Session, wanted: string): Promise<ProductHit[]> {
  const workspaceId = session.workspace.id;
  return tx.$queryRaw<ProductHit[]>`
    with recursive product as (
      select '' as sku, '' as name
      union all
      select newest.product_sku, newest.product_name
      from product cross join lateral (
        select item.product_sku, item.product_name from order_items item
        where item.workspace_id = ${workspaceId}::uuid and item.product_sku > product.sku
        order by item.product_sku, item.ordered_at desc limit 1
      ) newest
    ), known as materialized (select sku, name from product limit ${lookedAt + 1})
    select null::uuid as id, sku, name from known cross join lateral (
      select nullif(strpos(astra.normalise(sku), astra.normalise(${wanted})), 0) as in_sku,
        nullif(strpos(astra.normalise(name), astra.normalise(${wanted})), 0) as in_name
    ) place
    where in_sku is not null or in_name is not null
    order by least(in_sku, in_name), sku limit ${mostMatches}`;
}

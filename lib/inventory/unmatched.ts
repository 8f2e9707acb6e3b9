import "server-only";
import { seesEverything } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";

/** A SKU that is sold and matches no product. */
export interface UnmatchedSku {
  sku: string;
  /** What the newest line calls it. */
  name: string;
  /** Lines and units that nothing serves. */
  lines: number;
  units: number;
  /** Orders that would reserve it now: neither sent nor called off. */
  waiting: number;
  lastSeenAt: Date;
  stores: { id: string; name: string; ownerId: string }[];
  /** A product whose SKU differs in its case or blanks alone. */
  suggestion: { id: string; sku: string; name: string } | null;
}

/** Orders older than this count for nothing here: what was sold then says little of what is sold now. */
const lookBackDays = 90;
const most = 200;

/**
 * The SKUs that nothing serves in orders of the last 90 days, the most frequent first: of the stores whose orders the person sees.
 *
 * A line counts while no product serves it, whatever became of its order, but for tests and what another order counts already.
 */
export function listUnmatchedSkus(session: Session): Promise<UnmatchedSku[]> {
  const own = seesEverything(session.role)
    ? Prisma.empty
    : Prisma.sql`and (whole.user_id = ${session.userId}::uuid or whole.store_user_id = ${session.userId}::uuid)`;
  return forUser(
    session,
    (tx) => tx.$queryRaw<UnmatchedSku[]>`
      with line as (
        select whole.id as order_id, whole.parent_order_id, whole.status, whole.shipment, item.product_sku as sku, item.product_name as name, astra_units.units, item.ordered_at, whole.integration_id,
          coalesce(whole.store_user_id, whole.user_id) as owner_id
        from orders whole
        join order_items item on item.order_id = whole.id
        cross join lateral (select ceil(item.current_quantity) as units) astra_units
        where whole.workspace_id = ${session.workspace.id}::uuid ${own}
          and whole.order_created_at > now() - make_interval(days => ${lookBackDays}::int)
          and not whole.is_test and not whole.repeats_parent
          and item.product_sku is not null and item.current_quantity > 0
          and not exists (select from stock_allocations known where known.order_item_id = item.id)
      ), counted as (
        select sku, (array_agg(name order by ordered_at desc))[1] as name, count(*)::int as lines, sum(units)::float8 as units,
          max(ordered_at) as last_seen_at
        from line
        -- What a product serves by now is not unmatched, though past orders were not asked about.
        where not exists (
          select from products product where product.workspace_id = ${session.workspace.id}::uuid and product.sku = line.sku
            and (product.user_id is null or product.user_id = line.owner_id) and product.archived_at is null)
          and not exists (
          select from product_aliases alias where alias.workspace_id = ${session.workspace.id}::uuid and alias.sku = line.sku
            and (alias.user_id is null or alias.user_id = line.owner_id))
        group by sku order by count(*) desc, sku limit ${most}
      ), waiting as (
        select line.sku, count(distinct line.order_id)::int as orders
        from line join counted on counted.sku = line.sku
        left join crm_leads lead on lead.order_id = coalesce(
          (select own.order_id from crm_leads own where own.order_id = line.order_id), line.parent_order_id)
        where astra.stock_place(not coalesce(lead.is_test, false), lead.cod_status, lead.logistic_status, line.status, line.shipment) = 'held'
        group by line.sku
      ), sold_in as (
        select place.sku, jsonb_agg(jsonb_build_object('id', store.id, 'name', store.name, 'ownerId', place.owner_id) order by store.name, store.id) as stores
        from (select distinct line.sku, line.integration_id, line.owner_id from line join counted on counted.sku = line.sku) place
        join astra.store_names(${session.workspace.id}::uuid) store on store.id = place.integration_id
        group by place.sku
      )
      select counted.sku, counted.name, counted.lines, counted.units, counted.last_seen_at as "lastSeenAt",
        coalesce(waiting.orders, 0) as waiting,
        coalesce(sold_in.stores, '[]') as stores,
        (select jsonb_build_object('id', product.id, 'sku', product.sku, 'name', product.name) from products product
          where product.workspace_id = ${session.workspace.id}::uuid and product.archived_at is null
            and lower(product.sku) = lower(btrim(counted.sku)) order by product.user_id nulls last limit 1) as suggestion
      from counted left join waiting on waiting.sku = counted.sku left join sold_in on sold_in.sku = counted.sku order by counted.lines desc, counted.sku`,
  );
}

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";

/** A line of an order that a product serves. */
export interface ServedLine {
  orderItemId: string;
  orderId: string;
  orderNumber: string;
  leadId: string | null;
  orderedAt: Date;
  units: number;
}

const most = 100;

/**
 * The orders that oversell a product, the newest first: those that reserve beyond what is on the shelf when the oldest are served first,
 * and, where more left than there was, those that left last. `units` is how many of each are too many.
 */
export function findOversellingOrders(session: Session, productId: string): Promise<ServedLine[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<ServedLine[]>`
      with line as (
        select line.order_item_id, product.stock, line.reserved + line.shipped as units, line.reserved > 0 as is_held,
          item.order_id, item.ordered_at
        from stock_allocations line
        join products product on product.id = line.product_id
        join order_items item on item.id = line.order_item_id
        where product.id = ${productId}::uuid and product.workspace_id = ${session.workspace.id}::uuid
          and product.stock < product.reserved and (line.reserved > 0 or (product.stock < 0 and line.shipped > 0))
      ), running as (
        select line.*, case when is_held
          -- Oldest first, what the shelf holds; newest first, what left though it was not there.
          then sum(units) over (partition by is_held order by ordered_at, order_item_id) - greatest(stock, 0)
          else -stock - sum(units) over (partition by is_held order by ordered_at desc, order_item_id desc) + units
        end as beyond
        from line
      )
      select running.order_item_id as "orderItemId", running.order_id as "orderId", whole.order_number as "orderNumber",
        lead.id as "leadId", running.ordered_at as "orderedAt", least(running.units, running.beyond)::float8 as units
      from running join orders whole on whole.id = running.order_id left join crm_leads lead on lead.order_id = whole.id
      where running.beyond > 0
      order by running.ordered_at desc, running.order_item_id limit ${most}`,
  );
}

/** Lines whose units came back, or should, and of which nobody has said in what state: of one product, or of a lead. */
export function findUnitsToCheck(
  session: Session,
  of: { productId: string } | { leadId: string },
): Promise<ServedLine[]> {
  return forUser(session, (tx) =>
    "productId" in of ? selectToCheck(tx, of.productId, null) : selectToCheck(tx, null, of.leadId),
  );
}

function selectToCheck(
  tx: Transaction,
  productId: string | null,
  leadId: string | null,
): Promise<ServedLine[]> {
  return tx.$queryRaw<ServedLine[]>`
    select line.order_item_id as "orderItemId", whole.id as "orderId", whole.order_number as "orderNumber", lead.id as "leadId",
      item.ordered_at as "orderedAt", line.to_check as units
    from stock_allocations line
    join order_items item on item.id = line.order_item_id
    join orders whole on whole.id = item.order_id
    left join crm_leads lead on lead.order_id = whole.id
    where line.to_check > 0
      and (${productId}::uuid is null or line.product_id = ${productId}::uuid)
      and (${leadId}::uuid is null or lead.id = ${leadId}::uuid)
    order by item.ordered_at desc, line.order_item_id limit ${most}`;
}

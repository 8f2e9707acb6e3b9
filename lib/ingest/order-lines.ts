import "server-only";
import type { Transaction } from "#lib/db/access.ts";
import type { StoreItem, StoreRefund } from "#lib/platforms/platform.ts";

/** Writes an order's lines in one statement. Lines that the store took off stay, with nothing left of them. */
export async function writeItems(tx: Transaction, orderId: string, items: StoreItem[]): Promise<void> {
  const rows = [...new Map(items.map((item) => [item.externalId, item])).values()];
  const lines = JSON.stringify(rows.map((item, position) => ({ ...item, position })));
  await tx.$executeRaw`
    insert into order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity,
      price_per_unit)
    select ${orderId}::uuid, line."externalId", line.position, line.sku, line.name, line.quantity, line."currentQuantity",
      line."pricePerUnit"
    from jsonb_to_recordset(${lines}::jsonb) as line ("externalId" text, position int, sku text, name text,
      quantity numeric, "currentQuantity" numeric, "pricePerUnit" numeric)
    on conflict (order_id, external_line_id) do update
    set position = excluded.position, product_sku = excluded.product_sku, product_name = excluded.product_name,
      quantity = excluded.quantity, current_quantity = excluded.current_quantity, price_per_unit = excluded.price_per_unit`;
  const kept = rows.map((item) => item.externalId);
  await tx.$executeRaw`
    update order_items set current_quantity = 0
    where order_id = ${orderId}::uuid and current_quantity <> 0 and external_line_id <> all (${kept}::text[])`;
}

/**
 * Writes refunds as dated rows and sums them up on the order. A refund of nothing (a payment that was voided or is still under
 * way, goods put back on the shelf) is none, or not yet one.
 *
 * @returns the refunds that were not known before
 */
export async function writeRefunds(
  tx: Transaction,
  orderId: string,
  refunds: StoreRefund[],
  receivedAt: Date,
): Promise<StoreRefund[]> {
  const given = refunds.filter((refund) => Number(refund.amount) !== 0);
  if (given.length === 0) return [];
  const rows = JSON.stringify(
    given.map((refund) => ({ ...refund, refundedAt: refund.refundedAt ?? receivedAt })),
  );
  const inserted = await tx.$queryRaw<{ externalRefundId: string }[]>`
    insert into order_refunds (order_id, external_refund_id, amount, refunded_at)
    select distinct on (refund."externalId") ${orderId}::uuid, refund."externalId", refund.amount, refund."refundedAt"
    from jsonb_to_recordset(${rows}::jsonb) as refund ("externalId" text, amount numeric, "refundedAt" timestamptz)
    on conflict (order_id, external_refund_id) do nothing
    returning external_refund_id as "externalRefundId"`;
  await tx.$executeRaw`
    update orders
    set refunded_amount = (select coalesce(sum(amount), 0) from order_refunds where order_id = ${orderId}::uuid)
    where id = ${orderId}::uuid`;
  const added = new Set(inserted.map((row) => row.externalRefundId));
  return given.filter((refund) => added.has(refund.externalId));
}

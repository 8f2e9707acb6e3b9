import "server-only";
import type { Transaction } from "#lib/base/db/access.ts";
import type { StoreItem } from "#lib/platforms/platform.ts";

/** Writes an order's lines in one statement. Lines that the store took off stay, with nothing left of them. */
export async function writeItems(tx: Transaction, orderId: string, items: StoreItem[]): Promise<void> {
  const rows = [...new Map(items.map((item) => [item.externalId, item])).values()];
  const lines = JSON.stringify(rows.map((item, position) => ({ ...item, position })));
  await tx.$executeRaw`
    insert into order_items (order_id, external_line_id, position, product_sku, product_name, quantity, current_quantity,
      price_per_unit, line_total, attributes)
    select ${orderId}::uuid, line."externalId", line.position, line.sku, line.name, line.quantity, line."currentQuantity",
      line."pricePerUnit", line."lineTotal", line.attributes
    from jsonb_to_recordset(${lines}::jsonb) as line ("externalId" text, position int, sku text, name text,
      quantity numeric, "currentQuantity" numeric, "pricePerUnit" numeric, "lineTotal" numeric, attributes jsonb)
    on conflict (order_id, external_line_id) do update
    set position = excluded.position, product_sku = excluded.product_sku, product_name = excluded.product_name,
      quantity = excluded.quantity, current_quantity = excluded.current_quantity, price_per_unit = excluded.price_per_unit,
      line_total = excluded.line_total, attributes = excluded.attributes`;
  const kept = rows.map((item) => item.externalId);
  await tx.$executeRaw`
    update order_items set current_quantity = 0
    where order_id = ${orderId}::uuid and current_quantity <> 0 and external_line_id <> all (${kept}::text[])`;
}

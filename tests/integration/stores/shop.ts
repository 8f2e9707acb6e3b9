import { findStores } from "#lib/ingest/stores.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { wooOrder } from "#tests/fixtures/woocommerce-order.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { deliverHere } from "#tests/support/receive.ts";
import type { Store } from "#tests/support/stores.ts";

/** A WooCommerce order of a buyer of its own, at `minute` past ten. */
export function wooOrderOf(
  id: number,
  changes: Record<string, unknown> = {},
  minute = 0,
): Record<string, unknown> {
  const modified = `2026-03-02T10:${String(minute).padStart(2, "0")}:00`;
  const address = {
    ...(wooOrder().billing as object),
    email: `buyer${id}@example.com`,
    phone: `07220000${id}`,
  };
  return wooOrder({ id, number: String(id), billing: address, date_modified_gmt: modified, ...changes });
}

/** Lets a WooCommerce store tell of orders. */
export async function tellWoo(store: Store, ...orders: Record<string, unknown>[]): Promise<void> {
  for (const order of orders) await deliverHere(store, "order.updated", order);
}

/** How the orders of a store and their leads stand, by the order's number. */
export async function standing(store: Store): Promise<Record<string, Row>> {
  const rows = await asOwner<Row & { number: string }>(
    `select o.order_number as number, o.payment_kind as kind, o.payment_status as payment, o.status, o.shipment,
       o.is_status_unknown as "isUnknown", trim_scale(o.received_amount)::text as received,
       trim_scale(o.refunded_amount)::text as refunded, trim_scale(o.amount_due)::text as due,
       lead.cod_status as cod, lead.logistic_status as logistic, lead.kpi_status as kpi, lead.call_reason as "callReason",
       lead.to_call as "toCall"
     from orders o join crm_leads lead on lead.order_id = o.id where o.integration_id = $1`,
    [store.id],
  );
  return Object.fromEntries(rows.map(({ number, ...row }) => [number, row]));
}

/** What the timeline of an order's lead says, oldest first. */
export async function timeline(
  store: Store,
  number: string,
): Promise<{ type: string; details: Row; by: string | null }[]> {
  return asOwner(
    `select event.type, event.details, event.user_id as by from crm_lead_events event
     join crm_leads lead on lead.id = event.lead_id join orders o on o.id = lead.order_id
     where o.integration_id = $1 and o.order_number = $2 order by event.created_at, event.ctid`,
    [store.id, number],
  );
}

/** The ids of the stores that a delivery may belong to, the likeliest first. */
export async function candidates(
  type: StoreType,
  domain: string,
  storeId: string | null = null,
): Promise<string[]> {
  return (await findStores({ type, domain, storeId })).map(({ id }) => id);
}

/** The orders of a store, by the ids that its shop says. */
export async function ordersOf({ id }: Store): Promise<string[]> {
  const rows = await asOwner<{ number: string }>(
    "select external_order_id as number from orders where integration_id = $1 order by 1",
    [id],
  );
  return rows.map(({ number }) => number);
}

import { type KeptPayload, unpackPayload } from "#lib/ingest/payload.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { reasonInEnglish } from "#tests/support/reasons.ts";
import type { Store } from "#tests/support/stores.ts";

/** An order with all that hangs on it; amounts without needless zeros. */
export interface OrderRecord extends Row {
  id: string;
  customerId: string | null;
  leadId: string;
  order: {
    number: string;
    status: string;
    payment: string;
    fulfillment: string;
    isCod: boolean;
    isTest: boolean;
    currency: string;
    total: string;
    currentTotal: string;
    refunded: string;
    arrivedAt: string;
  };
  items: { sku: string | null; name: string; quantity: string; left: string; price: string }[];
  shipTo: Contact;
  customer: Contact | null;
  lead: { source: string; cod: string; logistic: string; kpi: string };
}

export interface Contact {
  name: string | null;
  email: string | null;
  phone: string | null;
  street: string | null;
  city: string | null;
  region: string | null;
  zip: string | null;
  country: string | null;
}

const orderQuery = `
  select o.id, o.customer_id as "customerId", lead.id as "leadId",
    jsonb_build_object('number', o.order_number, 'status', o.status, 'payment', o.payment_status,
      'fulfillment', o.fulfillment_status, 'isCod', o.is_cod, 'isTest', o.is_test and lead.is_test, 'currency', o.currency,
      'total', trim_scale(o.total_amount)::text, 'currentTotal', trim_scale(o.current_total_amount)::text,
      'refunded', trim_scale(o.refunded_amount)::text,
      'arrivedAt', to_char(lead.arrived_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) as "order",
    (select coalesce(jsonb_agg(jsonb_build_object('sku', product_sku, 'name', product_name,
        'quantity', trim_scale(quantity)::text, 'left', trim_scale(current_quantity)::text,
        'price', trim_scale(price_per_unit)::text) order by position), '[]')
      from order_items where order_id = o.id) as items,
    jsonb_build_object('name', o.shipping_name, 'email', o.shipping_email, 'phone', o.shipping_phone,
      'street', o.shipping_street, 'city', o.shipping_city, 'region', o.shipping_region, 'zip', o.shipping_zip,
      'country', o.shipping_country) as "shipTo",
    (select jsonb_build_object('name', name, 'email', email, 'phone', phone, 'street', street, 'city', city,
        'region', region, 'zip', zip, 'country', country)
      from customers where id = o.customer_id) as customer,
    jsonb_build_object('source', lead.source, 'cod', lead.cod_status, 'logistic', lead.logistic_status,
      'kpi', lead.kpi_status) as lead
  from orders o join crm_leads lead on lead.order_id = o.id`;

/** All orders of a store, oldest first. */
export async function ordersOf(store: Store): Promise<OrderRecord[]> {
  return asOwner<OrderRecord>(`${orderQuery} where o.integration_id = $1 order by o.created_at, o.id`, [
    store.id,
  ]);
}

/** The only order of a store. */
export async function orderOf(store: Store): Promise<OrderRecord> {
  const [order, ...others] = await ordersOf(store);
  if (!order || others.length > 0) throw new Error("The store has not exactly one order.");
  return order;
}

/** An entry of a lead's timeline. */
export interface LeadEntry extends Row {
  type: string;
  details: Row;
}

/** A lead's timeline, in the order in which it was written. */
export async function timelineOf(leadId: string): Promise<LeadEntry[]> {
  return asOwner<LeadEntry>(
    "select type, details from crm_lead_events where lead_id = $1 order by created_at, ctid",
    [leadId],
  );
}

export interface DeliveryRecord extends Row {
  id: string;
  topic: string;
  status: string;
  error: string | null;
  attempts: number;
  nextAttemptAt: Date | null;
  payload: Buffer;
}

/** All deliveries of a store, oldest first, with the bytes that came. */
export async function deliveriesOf(store: Store): Promise<DeliveryRecord[]> {
  const rows = await asOwner<DeliveryRecord & Pick<KeptPayload, "payloadEncoding">>(
    `select id, topic, status, error, attempts, next_attempt_at as "nextAttemptAt", payload, payload_encoding as "payloadEncoding"
     from webhook_deliveries where integration_id = $1 order by received_at, id`,
    [store.id],
  );
  return Promise.all(
    rows.map(async ({ payloadEncoding, ...row }) => ({
      ...row,
      error: reasonInEnglish(row.error),
      payload: Buffer.from(await unpackPayload({ payload: row.payload, payloadEncoding })),
    })),
  );
}

/** The newest delivery of a store, without its payload: what came of it. */
export async function lastOutcome(store: Store): Promise<{ status: string; error: string | null }> {
  const delivery = (await deliveriesOf(store)).at(-1);
  if (!delivery) throw new Error("The store has no delivery.");
  return { status: delivery.status, error: delivery.error };
}

/** How many alerts are queued for the leads of a store. */
export async function alertsOf(store: Store): Promise<number> {
  const [row] = await asOwner<{ count: string }>(
    `select count(*) from graphile_worker._private_jobs job
     where job.payload ->> 'leadId' in (select id::text from crm_leads where integration_id = $1)`,
    [store.id],
  );
  return Number(row?.count);
}

/** Rows per table, of the app and of the job queue. */
export async function countAllRows(): Promise<Record<string, number>> {
  const tables = await asOwner<{ name: string }>(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE' order by 1`,
  );
  const counts = tables.map(({ name }) => `select '${name}' as name, count(*)::int as count from ${name}`);
  const rows = await asOwner<{ name: string; count: number }>(counts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

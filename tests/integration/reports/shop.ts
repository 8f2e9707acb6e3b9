import { beforeAll } from "vitest";
import type { StoreType } from "#lib/stores/model.ts";
import { type LeadEntry, type OrderRecord, ordersOf, timelineOf } from "#tests/integration/ingest/records.ts";
import { openShop, type Shop } from "#tests/integration/ingest/shop.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { createAccount, type Person } from "#tests/support/people.ts";
import { deliverSample } from "#tests/support/receive.ts";

let seller: Person;
beforeAll(async () => {
  seller = await createAccount();
});

/** A shop of its own for one report, in a workspace of its own. */
export function open(type: StoreType): Promise<Shop> {
  return openShop({ type, seller });
}

/** Sends the bodies of a report in their order. */
export async function tell({ store }: Shop, ...files: string[]): Promise<void> {
  for (const file of files) await deliverSample(store, `reports/${file}`);
}

/** The order of a number. */
export async function orderNamed({ store }: Shop, number: string): Promise<OrderRecord> {
  const order = (await ordersOf(store)).find((one) => one.order.number === number);
  if (!order) throw new Error(`There is no order ${number}.`);
  return order;
}

/** What an order's money comes to, without needless zeros. */
export async function moneyOf({ store }: Shop): Promise<Row> {
  const [money] = await asOwner(
    `select currency, trim_scale(total_amount)::text as total, trim_scale(current_total_amount)::text as now,
       trim_scale(received_amount)::text as received, trim_scale(refunded_amount)::text as refunded,
       trim_scale(amount_due)::text as due, payment_kind as kind, payment_status as payment
     from orders where integration_id = $1`,
    [store.id],
  );
  if (!money) throw new Error("The store has no order.");
  return money;
}

/** The kinds of entries on the timeline of the only lead of a shop. */
export async function entriesOf({ store }: Shop): Promise<LeadEntry[]> {
  const [lead] = await asOwner<{ id: string }>("select id from crm_leads where integration_id = $1", [
    store.id,
  ]);
  if (!lead) throw new Error("The store has no lead.");
  return timelineOf(lead.id);
}

/** Where the lead of a shop's only order stands. */
export async function leadOf({ store }: Shop): Promise<Row> {
  const [lead] = await asOwner(
    `select cod_status as cod, logistic_status as logistic, kpi_status as kpi, call_reason as "callReason", to_call as "toCall"
     from crm_leads where integration_id = $1`,
    [store.id],
  );
  if (!lead) throw new Error("The store has no lead.");
  return lead;
}

import { expect } from "vitest";
import { shopifyAddress, shopifyLine, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { deliver } from "#tests/integration/ingest/delivery.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { createMember, createWorkspace, type Person } from "#tests/support/people.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

/** Two sellers with a store each. */
export interface Shop {
  ana: Person;
  ben: Person;
  anasStore: Store;
  bensStore: Store;
}

export async function openShop(): Promise<Shop> {
  const workspace = await createWorkspace("RON");
  const ana = await createMember(workspace, "seller", "Ana Seller");
  const ben = await createMember(workspace, "seller", "Ben Seller");
  await asOwner("update users set timezone = 'Europe/Bucharest' where id = any ($1)", [
    [ana.userId, ben.userId],
  ]);
  return {
    ana,
    ben,
    anasStore: await createStore(workspace, ana),
    bensStore: await createStore(workspace, ben),
  };
}

let orders = 0;

/** Lets a store tell of an order that was placed some minutes ago. */
export async function sell(
  store: Store,
  buyer: string,
  minutesAgo: number,
  changes: Record<string, unknown> = {},
): Promise<void> {
  orders += 1;
  const [first_name = "", last_name = ""] = buyer.split(" ");
  const email = `buyer-${orders}@example.com`;
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const answer = await deliver(
    store,
    "orders/create",
    shopifyOrder({
      id: 6_000_000_000 + orders,
      name: `#L-${10_400 + orders}`,
      email,
      contact_email: email,
      created_at: at,
      updated_at: at,
      customer: { id: 8_000 + orders, email, first_name, last_name },
      shipping_address: shopifyAddress({
        name: buyer,
        first_name,
        last_name,
        phone: `+4072${String(2_100_000 + orders)}`,
        ...(changes.shipping_address as object),
      }),
      line_items: [
        shopifyLine({ name: "Lampă LED cu senzor", title: "Lampă LED cu senzor", sku: "LMP-SNS-02" }),
      ],
      ...Object.fromEntries(Object.entries(changes).filter(([name]) => name !== "shipping_address")),
    }),
  );
  expect(answer).toEqual({ status: 200, result: "stored" });
}

/** What the database holds of a buyer's lead. */
export interface LeadRecord extends Row {
  cod: string;
  logistic: string;
  kpi: string;
  attempts: number;
  callBackAt: Date | null;
  shipTo: string;
  livesAt: string;
  tags: string[];
  /** What people did, oldest first: "status_changed to confirmed", "note: …". */
  done: string[];
}

export async function recordOf(seller: Person, buyer: string): Promise<LeadRecord> {
  const [record, ...others] = await asOwner<LeadRecord>(
    `select lead.cod_status as cod, lead.logistic_status as logistic, lead.kpi_status as kpi,
       lead.call_attempts as attempts, lead.call_back_at as "callBackAt",
       "order".shipping_street as "shipTo", customer.street as "livesAt",
       array(select tag.name from crm_lead_tags join crm_tags tag on tag.id = tag_id where lead_id = lead.id order by 1) as tags,
       array(select event.type || ': ' || coalesce(details ->> 'text', details ->> 'to', details ->> 'tag', '')
         from crm_lead_events event where event.lead_id = lead.id and event.user_id = $1
         order by event.created_at, event.ctid) as done
     from crm_leads lead join orders "order" on "order".id = lead.order_id join customers customer on customer.id = lead.customer_id
     where lead.user_id = $1 and "order".shipping_name = $2`,
    [seller.userId, buyer],
  );
  if (!record || others.length > 0) throw new Error(`${buyer} has not exactly one lead.`);
  return record;
}

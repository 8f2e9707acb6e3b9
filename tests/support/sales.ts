import { randomUUID } from "node:crypto";
import { asOwner } from "#tests/support/database.ts";
import { type Person, randomName, type Workspace } from "#tests/support/people.ts";

/** One sale and everything that hangs on it, by id. */
export interface Sale {
  workspaceId: string;
  storeId: string;
  sellerId: string;
  deliveryId: string;
  requestId: string;
  customerId: string;
  orderId: string;
  itemId: string;
  refundId: string;
  leadId: string;
  eventId: string;
}

export interface SaleOptions {
  workspace: Workspace;
  store: { id: string };
  /** The seller credited: the owner of the store. */
  seller: Pick<Person, "userId">;
  /** The seller who works the lead; the owner of the store unless said otherwise. */
  assignee?: Pick<Person, "userId">;
}

/** Writes a sale as the ingest pipeline would, straight into the tables. */
export async function createSale(options: SaleOptions): Promise<Sale> {
  const { workspace, store, seller, assignee = seller } = options;
  const sale: Sale = {
    workspaceId: workspace.id,
    storeId: store.id,
    sellerId: seller.userId,
    deliveryId: randomUUID(),
    requestId: randomUUID(),
    customerId: randomUUID(),
    orderId: randomUUID(),
    itemId: randomUUID(),
    refundId: randomUUID(),
    leadId: randomUUID(),
    eventId: randomUUID(),
  };
  await insertStoreRows(sale);
  await insertOrder(sale);
  await insertLead(sale, assignee.userId);
  await asOwner("select astra.refresh_customers(array[$1]::uuid[])", [sale.customerId]);
  return sale;
}

async function insertStoreRows(sale: Sale): Promise<void> {
  await insert("webhook_deliveries", {
    id: sale.deliveryId,
    integration_id: sale.storeId,
    topic: "orders/create",
    dedupe_key: randomName(),
    headers: "{}",
    payload: Buffer.from("{}"),
  });
  await insert("privacy_requests", {
    id: sale.requestId,
    integration_id: sale.storeId,
    kind: "redact_customer",
    due_at: new Date(),
    details: "{}",
  });
}

async function insertOrder(sale: Sale): Promise<void> {
  await insert("customers", { id: sale.customerId, workspace_id: sale.workspaceId, name: "Ana Pop" });
  await insert("orders", {
    id: sale.orderId,
    workspace_id: sale.workspaceId,
    integration_id: sale.storeId,
    user_id: sale.sellerId,
    customer_id: sale.customerId,
    external_order_id: randomName(),
    order_number: "#1001",
    status: "pending",
    payment_status: "pending",
    fulfillment_status: "unfulfilled",
    payment_kind: "cash_on_delivery",
    currency: "EUR",
    total_amount: "20.000",
    current_total_amount: "20.000",
    order_created_at: new Date(),
    external_updated_at: new Date(),
  });
  await insert("order_items", {
    id: sale.itemId,
    order_id: sale.orderId,
    external_line_id: randomName(),
    position: 0,
    product_name: "Lamp",
    quantity: 1,
    current_quantity: 1,
    price_per_unit: "20.000",
  });
  await insert("order_refunds", {
    id: sale.refundId,
    order_id: sale.orderId,
    external_refund_id: randomName(),
    amount: "5.000",
    refunded_at: new Date(),
    said_at: new Date(),
  });
}

async function insertLead(sale: Sale, assigneeId: string): Promise<void> {
  await insert("crm_leads", {
    id: sale.leadId,
    workspace_id: sale.workspaceId,
    order_id: sale.orderId,
    integration_id: sale.storeId,
    user_id: assigneeId,
    customer_id: sale.customerId,
    source: "shopify",
    cod_status: "pending",
    kpi_status: "waiting",
  });
  await insert("crm_lead_events", { id: sale.eventId, lead_id: sale.leadId, type: "arrived" });
}

/** Gives the buyer of a sale a name in what a seller knows. */
export async function nameContact(sale: Sale, seller: { userId: string }, name: string): Promise<void> {
  await asOwner(
    `insert into customer_contacts (workspace_id, customer_id, user_id, name) values ($1, $2, $3, $4)
     on conflict (customer_id, user_id) do update set name = excluded.name`,
    [sale.workspaceId, sale.customerId, seller.userId, name],
  );
}

/** Inserts one row with the rights of the migrations' login. */
export async function insert(table: string, values: Record<string, unknown>): Promise<void> {
  await asOwner(...insertStatement(table, values));
}

/** The statement that inserts one row, and its values. */
export function insertStatement(table: string, values: Record<string, unknown>): [string, unknown[]] {
  const columns = Object.keys(values);
  const placeholders = columns.map((_, index) => `$${index + 1}`);
  return [
    `insert into ${table} (${columns.join(", ")}) values (${placeholders.join(", ")})`,
    Object.values(values),
  ];
}

import { randomUUID } from "node:crypto";
import type { Role } from "#lib/base/auth/permissions.ts";
import { loadSession, type Session } from "#lib/base/auth/session.ts";
import { processDelivery } from "#lib/ingest/process.ts";
import { shopifyAddress, shopifyOrder } from "#tests/fixtures/shopify-order.ts";
import { asOwner, type Row } from "#tests/support/database.ts";
import { createMember, createWorkspace, randomName, type Workspace } from "#tests/support/people.ts";
import { insert } from "#tests/support/sales.ts";
import { createStore, type Store } from "#tests/support/stores.ts";

/** Who works in a workspace; the store is the seller's. */
export interface Desk {
  workspace: Workspace;
  store: Store;
  admin: Session;
  manager: Session;
  seller: Session;
  otherSeller: Session;
  viewer: Session;
  /** The admin of another workspace. */
  stranger: Session;
}

export async function createDesk(): Promise<Desk> {
  const workspace = await createWorkspace("RON");
  const seller = await signIn(workspace, "seller", "Ana Seller");
  return {
    workspace,
    store: await createStore(workspace, seller),
    seller,
    admin: await signIn(workspace, "admin", "Ada Admin"),
    manager: await signIn(workspace, "manager", "Max Manager"),
    otherSeller: await signIn(workspace, "seller", "Ben Seller"),
    viewer: await signIn(workspace, "viewer", "Vic Viewer"),
    stranger: await signIn(await createWorkspace(), "admin", "Sid Stranger"),
  };
}

async function signIn(workspace: Workspace, role: Role, name: string): Promise<Session> {
  const { userId } = await createMember(workspace, role, name);
  const session = await loadSession(userId);
  if (!session) throw new Error("The member has no session.");
  return session;
}

/** Lets a store tell of an order, as its webhook would; answers the order's lead. */
export async function tell(store: Store, changes: Record<string, unknown> = {}): Promise<string> {
  const id = randomUUID();
  const order = shopifyOrder(changes);
  await insert("webhook_deliveries", {
    id,
    integration_id: store.id,
    topic: "updated_at" in changes ? "orders/updated" : "orders/create",
    dedupe_key: randomName(),
    headers: "{}",
    payload: Buffer.from(JSON.stringify(order)),
  });
  await processDelivery(id);
  const [row] = await asOwner<{ leadId: string | null; status: string; error: string | null }>(
    `select delivery.status, delivery.error, (
       select lead.id from crm_leads lead join orders "order" on "order".id = lead.order_id
       where "order".integration_id = $2 and "order".external_order_id = $3) as "leadId"
     from webhook_deliveries delivery where delivery.id = $1`,
    [id, store.id, String(order.id)],
  );
  if (row?.status !== "processed" || !row.leadId) throw new Error(`The order was not taken: ${row?.error}`);
  return row.leadId;
}

/** A new order of a buyer that nobody else is. */
export function tellNew(store: Store, changes: Record<string, unknown> = {}): Promise<string> {
  const email = `${randomName()}@example.com`;
  const id = Math.floor(Math.random() * 1e12);
  const shipping_address = shopifyAddress({ phone: phoneOf(id) });
  return tell(store, {
    id,
    name: `#${id}`,
    email,
    contact_email: email,
    customer: null,
    shipping_address,
    ...changes,
  });
}

/** A phone for each buyer: whoever shares one is one customer. */
export function phoneOf(id: number): string {
  return `+407${String(id % 1e8).padStart(8, "0")}`;
}

/** What a lead's timeline says that people did, oldest first. */
export async function doneOn(leadId: string): Promise<{ type: string; details: Row }[]> {
  return asOwner<{ type: string; details: Row }>(
    `select type, details from crm_lead_events where lead_id = $1 and user_id is not null order by created_at, ctid`,
    [leadId],
  );
}

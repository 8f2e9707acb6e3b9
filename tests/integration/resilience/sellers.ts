import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import { encryptSecret } from "#lib/stores/secrets.ts";
import { type Answer, type SigningStore, send } from "#scripts/simulator/delivery.ts";
import type { Installation } from "#tests/integration/resilience/installation.ts";
import { randomName } from "#tests/support/people.ts";

/** A seller of one Shopify store, in a workspace of their own. */
export interface Seller {
  userId: string;
  workspaceId: string;
  /** The Telegram chat that gets the alerts; null for none. */
  chatId: number | null;
  store: SigningStore & { id: string };
}

export async function createSeller(
  { stack, sql }: Installation,
  chatId: number | null = randomInt(1_000_000_000),
): Promise<Seller> {
  const supabase = createClient(stack.env.SUPABASE_URL, stack.env.SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await supabase.auth.admin.createUser({ email: `${randomName()}@example.com` });
  if (error) throw error;
  const userId = data.user.id;
  const workspaceId = randomUUID();
  await sql("insert into workspaces (id, name, slug, currency) values ($1, 'Lamps', $2, 'RON')", [
    workspaceId,
    randomName(),
  ]);
  await sql("insert into memberships (workspace_id, user_id, role) values ($1, $2, 'seller')", [
    workspaceId,
    userId,
  ]);
  await sql("insert into user_settings (user_id, telegram_chat_id) values ($1, $2)", [userId, chatId]);
  return { userId, workspaceId, chatId, store: await createStore({ sql }, workspaceId, userId) };
}

async function createStore(
  { sql }: Pick<Installation, "sql">,
  workspaceId: string,
  userId: string,
): Promise<Seller["store"]> {
  const id = randomUUID();
  const domain = `${randomName()}.myshopify.com`;
  const secret = randomBytes(24).toString("hex");
  await sql(
    "insert into integrations (id, workspace_id, user_id, name, type, domain) values ($1, $2, $3, 'Lamps', 'shopify', $4)",
    [id, workspaceId, userId, domain],
  );
  await sql("insert into integration_secrets (integration_id, webhook_secret) values ($1, $2)", [
    id,
    encryptSecret(secret, id),
  ]);
  return { id, type: "shopify", domain, secret };
}

/** What one order differs in from any other. */
export interface OrderChanges {
  id?: string;
  currency?: string;
  total?: string;
  items?: { name: string; quantity: number; price: string }[];
}

/** Places an order in the seller's store: the store posts it. The same `webhookId` is the same delivery again. */
export function placeOrder(
  { settings }: Pick<Installation, "settings">,
  seller: Seller,
  { webhookId, ...changes }: OrderChanges & { webhookId?: string } = {},
): Promise<Answer> {
  const body = Buffer.from(JSON.stringify(orderPayload(changes)));
  return send(settings.APP_URL ?? "", seller.store, { topic: "orders/create", body, id: webhookId });
}

function orderPayload({
  id = newOrderId(),
  currency = "RON",
  total = "59.98",
  items = [{ name: "Lamp", quantity: 2, price: "29.99" }],
}: OrderChanges) {
  const placedAt = new Date().toISOString();
  return {
    id,
    name: `#${id.slice(-4)}`,
    currency,
    total_price: total,
    financial_status: "pending",
    payment_gateway_names: ["Cash on Delivery (COD)"],
    created_at: placedAt,
    updated_at: placedAt,
    shipping_address: { name: "Ana Pop", phone: "+40722123456", city: "Cluj", country_code: "RO" },
    line_items: items.map((item, index) => ({ id: `${id}${index}`, ...item })),
  };
}

/** An id of Shopify's size. */
export function newOrderId(): string {
  return `6${randomInt(10 ** 12)
    .toString()
    .padStart(12, "0")}`;
}

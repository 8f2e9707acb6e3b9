import { createHash, randomUUID } from "node:crypto";
import { sign } from "#lib/ingest/signature.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { ScriptError } from "#scripts/script-error.ts";

/** A store that can sign. */
export interface SigningStore {
  type: StoreType;
  domain: string;
  secret: string;
}

/** One webhook request of a store, before it is signed. */
export interface Delivery {
  topic: string;
  body: Uint8Array;
  /** Shopify keeps it over retries; WooCommerce makes it from the webhook's number and the second. */
  id?: string | undefined;
  at?: Date | undefined;
}

export interface Answer {
  status: number;
  text: string;
  milliseconds: number;
}

/** Posts a delivery as its store would, signed, with every header the platform sends. Redirects are not followed. */
export async function send(appUrl: string, store: SigningStore, delivery: Delivery): Promise<Answer> {
  const startedAt = performance.now();
  const response = await fetch(`${appUrl}/api/webhooks/${store.type}`, {
    method: "POST",
    headers: headersOf(store, delivery),
    body: new Uint8Array(delivery.body),
    redirect: "manual",
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  return { status: response.status, text, milliseconds: performance.now() - startedAt };
}

/** The headers of a delivery. Sources: shopify.dev "Webhooks: delivery structure"; WooCommerce's class-wc-webhook.php. */
export function headersOf(store: SigningStore, delivery: Delivery): Record<string, string> {
  const signature = sign(store.secret, delivery.body);
  return store.type === "shopify"
    ? shopifyHeaders(store, delivery, signature)
    : wooCommerceHeaders(store, delivery, signature);
}

function shopifyHeaders({ domain }: SigningStore, delivery: Delivery, signature: string) {
  const { topic, id = randomUUID(), at = new Date() } = delivery;
  return {
    "User-Agent": "Shopify-Captain-Hook",
    "Content-Type": "application/json",
    "X-Shopify-Topic": topic,
    "X-Shopify-Hmac-Sha256": signature,
    "X-Shopify-Shop-Domain": domain,
    "X-Shopify-API-Version": "2026-07",
    "X-Shopify-Webhook-Id": id,
    "X-Shopify-Event-Id": uuidOf(`${domain} ${at.toISOString()}`),
    "X-Shopify-Triggered-At": at.toISOString().replace("Z", "000000Z"),
  };
}

function wooCommerceHeaders({ domain }: SigningStore, delivery: Delivery, signature: string) {
  const { topic, at = new Date() } = delivery;
  const [resource = "", event = ""] = topic.split(".");
  const webhookId = String(1 + ["created", "updated", "deleted", "restored"].indexOf(event));
  const deliveryId = delivery.id ?? md5(`${webhookId}${Math.floor(at.getTime() / 1000)}`);
  return {
    "User-Agent": "WooCommerce/10.3.5 Hookshot (WordPress/6.8.3)",
    "Content-Type": "application/json",
    "X-WC-Webhook-Source": `https://${domain}/`,
    "X-WC-Webhook-Topic": topic,
    "X-WC-Webhook-Resource": resource,
    "X-WC-Webhook-Event": event,
    "X-WC-Webhook-Signature": signature,
    "X-WC-Webhook-ID": webhookId,
    "X-WC-Webhook-Delivery-ID": deliveryId,
  };
}

/** An id in the form of a UUID that is the same for the same text. */
export function uuidOf(text: string): string {
  return md5(text).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-8$4-$5");
}

function md5(text: string): string {
  return createHash("md5").update(text).digest("hex");
}

/**
 * Simulated stores speak to the Astra that they are set up in and to this machine, to nobody else.
 *
 * @throws ScriptError for any other address
 */
export function allowedTarget(url: string, appUrl: string): string {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (!target || !["http:", "https:"].includes(target.protocol))
    throw new ScriptError(`${url} is not an address.`);
  const isLoopback = ["127.0.0.1", "localhost", "[::1]"].includes(target.hostname);
  if (isLoopback || target.origin === new URL(appUrl).origin) return target.origin;
  throw new ScriptError(`Webhooks are sent to this machine or to ${appUrl} only, not to ${target.origin}.`);
}

import { randomUUID } from "node:crypto";
import { sign } from "#lib/ingest/signature.ts";
import type { StoreType } from "#lib/stores/model.ts";
import { ownAstra } from "#tests/support/own-astra.ts";
import type { Store } from "#tests/support/stores.ts";

/** What the app answers to a delivery. */
export interface Answer {
  status: number;
  result: unknown;
}

/** Headers to send beside or instead of the usual ones; null leaves one out. */
export type HeaderChanges = Record<string, string | null>;

/** A payload as bytes; objects are written as compact JSON. */
export function bytesOf(body: object | string | Buffer): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body), "utf8");
}

/** Posts a delivery as the store's platform does, rightly signed. */
export async function deliver(
  store: Store,
  topic: string,
  body: object | string | Buffer,
  changes: HeaderChanges = {},
): Promise<Answer> {
  const bytes = bytesOf(body);
  return post(store.type, bytes, { ...platformHeaders(store, topic, bytes), ...changes });
}

/** Posts bytes to the webhook address of a platform. */
export async function post(type: string, body: Buffer, headers: HeaderChanges): Promise<Answer> {
  const sent = Object.entries(headers).filter((header): header is [string, string] => header[1] !== null);
  const response = await fetch(webhookUrl(type), {
    method: "POST",
    headers: Object.fromEntries(sent),
    body: new Uint8Array(body),
  });
  const { result } = (await response.json()) as { result: unknown };
  return { status: response.status, result };
}

export function webhookUrl(type: string): string {
  return `${ownAstra().appUrl}/api/webhooks/${type}`;
}

/** The headers that the platform of a store sends with a body. */
export function platformHeaders(store: Store, topic: string, body: Buffer): Record<string, string> {
  return headersOf[store.type](store, topic, sign(store.secret, body));
}

const headersOf: Record<
  StoreType,
  (store: Store, topic: string, signature: string) => Record<string, string>
> = {
  shopify: ({ domain }, topic, signature) => ({
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": topic,
    "X-Shopify-Shop-Domain": domain,
    "X-Shopify-Hmac-Sha256": signature,
    "X-Shopify-API-Version": "2026-07",
    "X-Shopify-Webhook-Id": randomUUID(),
  }),
  woocommerce: ({ domain }, topic, signature) => ({
    "Content-Type": "application/json",
    "User-Agent": "WooCommerce/7.4.0 Hookshot (WordPress/6.1.1)",
    "X-WC-Webhook-Source": `https://${domain}/`,
    "X-WC-Webhook-Topic": topic,
    "X-WC-Webhook-Resource": topic.split(".")[0] ?? "",
    "X-WC-Webhook-Event": topic.split(".")[1] ?? "",
    "X-WC-Webhook-Signature": signature,
    "X-WC-Webhook-ID": "10",
    "X-WC-Webhook-Delivery-ID": randomUUID().replaceAll("-", ""),
  }),
};

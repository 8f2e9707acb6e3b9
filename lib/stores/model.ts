import type { PaymentKind } from "#lib/sales/statuses.ts";

/** The platforms that Astra connects. */
export const storeTypes = ["shopify", "woocommerce"] as const;
export type StoreType = (typeof storeTypes)[number];

/** Why a shop sends errors in place of orders: the user who made its webhook is gone, so that WooCommerce shows it nothing. */
export const storeFaults = ["webhookUserGone"] as const;
export type StoreFault = (typeof storeFaults)[number];

/**
 * The address of a shop, as people paste it or a header carries it: host, port unless it is a usual one, and the folder that tells the shops
 * of one host apart ("example.com/shop1"). Lower case, without scheme, a leading "www.", query, and what WordPress adds below the shop
 * ("/wp-admin/…"); umlauts become punycode, as they are on the wire. "" when it names no host.
 */
export function normaliseDomain(address: string): string {
  const url = urlOf(address.trim().replace(/^[a-z][a-z0-9+.-]*:\/\//i, ""));
  if (!url) return "";
  const host = url.hostname.replace(/^www\./, "").replace(/\.$/, "");
  const port = ["", "80", "443"].includes(url.port) ? "" : `:${url.port}`;
  const folders = url.pathname
    .toLowerCase()
    .split("/")
    .filter((folder) => folder !== "");
  const below = folders.findIndex((folder) => /^wp-|\.php$/.test(folder));
  return [`${host}${port}`, ...(below < 0 ? folders : folders.slice(0, below))].join("/");
}

function urlOf(address: string): URL | null {
  const url = `http://${address}`;
  return URL.canParse(url) ? new URL(url) : null;
}

const deepestFolder = 8;

/** The addresses that a shop at this one may be connected by, the longest first: the shop's folder, those above it, the host alone. */
export function addressesOf(domain: string): string[] {
  const parts = domain.split("/").slice(0, deepestFolder);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}

/** The host of a shop's address, with its port. */
export function hostOf(domain: string): string {
  return domain.split("/")[0] ?? "";
}

/** What WooCommerce's form would do to a secret typed into it. */
export type SecretFault = "secretHasTags" | "secretHasTriples" | "secretHasBlanks" | "secretHasEntities";

/**
 * Why a secret would not sign what it is thought to: WooCommerce's form takes tags and "%41"-like triples out, cuts and folds blanks
 * (`sanitize_text_field`), and signing decodes HTML entities (`wp_specialchars_decode`). Null when it stays as typed.
 */
export function secretFault(type: StoreType, secret: string): SecretFault | null {
  if (type !== "woocommerce") return null;
  if (/<[^<>]*>/.test(secret)) return "secretHasTags";
  if (/%[0-9a-f]{2}/i.test(secret)) return "secretHasTriples";
  if (/^\s|\s$|\s\s|[\t\r\n]/.test(secret)) return "secretHasBlanks";
  return /&#?[0-9a-z]+;/i.test(secret) ? "secretHasEntities" : null;
}

/** The topics to register at a platform, in the platform's own names. */
export const storeTopics: Record<StoreType, readonly string[]> = {
  shopify: [
    "orders/create",
    "orders/updated",
    "orders/paid",
    "orders/cancelled",
    "orders/fulfilled",
    "orders/partially_fulfilled",
    "orders/delete",
    "refunds/create",
    "fulfillments/create",
    "fulfillments/update",
  ],
  woocommerce: ["order.created", "order.updated", "order.deleted", "order.restored"],
};

/** The address that a store posts its webhooks to. WooCommerce's ping names no store, so there the address does. */
export function webhookAddress(appUrl: string, { id, type }: { id: string; type: StoreType }): string {
  const address = `${appUrl}/api/webhooks/${type}`;
  return type === "woocommerce" ? `${address}?store=${id}` : address;
}

/** What the owner can say of a payment method. */
export const paymentAnswerKinds = [
  "cash_on_delivery",
  "prepaid",
  "pay_later",
] as const satisfies PaymentKind[];

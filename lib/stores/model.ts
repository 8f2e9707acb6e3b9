import type { PaymentKind } from "#lib/sales/statuses.ts";

/** The platforms that Astra connects. */
export const storeTypes = ["shopify", "woocommerce"] as const;
export type StoreType = (typeof storeTypes)[number];

/** Why a shop sends errors in place of orders: the user who made its webhook is gone, so that the shop shows it nothing. */
export const storeFaults = ["webhookUserGone"] as const;
export type StoreFault = (typeof storeFaults)[number];

/** Why a delivery's signature fitted no secret of its store, the surest first. */
export const refusalCauses = [
  "hexSignature",
  "secretBlanks",
  "oldSecret",
  "bodyChanged",
  "otherAddress",
  "otherShop",
  "accessToken",
  "appSecret",
  "adminSecret",
  "wrongSecret",
] as const;
export type RefusalCause = (typeof refusalCauses)[number];

/** What is noted of a refused delivery: nobody signed it, so that nothing else of it is kept. */
export interface Refusal {
  cause: RefusalCause;
  /** The shop that it says it is from, when that is another than the store's. */
  domain?: string;
}

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

/** What the owner can say of a payment method. */
export const paymentAnswerKinds = [
  "cash_on_delivery",
  "prepaid",
  "pay_later",
] as const satisfies PaymentKind[];

import { meaningOfWords } from "#lib/platforms/woocommerce/status-words.ts";
import { knownStatuses } from "#lib/platforms/woocommerce/statuses.ts";
import type {
  CallReason,
  FulfillmentStatus,
  OrderStatus,
  Shipment,
  StatusMeaning,
} from "#lib/sales/statuses.ts";

/** The status of an order as the shop's owner finds it in WooCommerce: the slug, without the prefix that it has in the database. */
export function statusSlug(status: string): string {
  return status.trim().toLowerCase().replace(/^wc-/, "");
}

/**
 * What a status means: what the owner said, else what is known of it, else what its words say; null when nobody knows. Settings show it,
 * and preview a mapping with it.
 *
 * @param statusMap what the owner said, by slug
 */
export function meaningOf(
  status: string,
  statusMap: Readonly<Record<string, StatusMeaning>>,
): StatusMeaning | null {
  const slug = statusSlug(status);
  for (const word of [status, slug]) {
    const said = Object.hasOwn(statusMap, word) ? statusMap[word] : undefined;
    if (said) return said;
  }
  const known = Object.hasOwn(knownStatuses, slug) ? knownStatuses[slug] : undefined;
  return known === undefined ? meaningOfWords(slug) : known;
}

/** Where an order is by a status. */
export interface Standing {
  status: OrderStatus | null;
  shipment: Shipment;
  callReason: CallReason | null;
  fulfillmentStatus: FulfillmentStatus;
}

/** Where an order is by the meaning of its status; a status that nobody knows says nothing. */
export function standingOf(status: string | null, meaning: StatusMeaning | null): Standing {
  const standing = meaning === null ? unknown : standings[meaning];
  const isPartly = meaning === "shipped" && /(^|[-_ ])part(ly|ial|ially)?([-_ ]|$)/.test(status ?? "");
  return isPartly ? { ...standing, fulfillmentStatus: "partial" } : standing;
}

const unknown: Standing = {
  status: null,
  shipment: "none",
  callReason: null,
  fulfillmentStatus: "unfulfilled",
};
const atTheShop = { shipment: "none", callReason: null, fulfillmentStatus: "unfulfilled" } as const;
const gone = { status: "shipped", callReason: null, fulfillmentStatus: "fulfilled" } as const;

const standings: Record<StatusMeaning, Standing> = {
  pending: { ...atTheShop, status: "pending" },
  processing: { ...atTheShop, status: "processing" },
  shipped: { ...gone, shipment: "shipped" },
  in_transit: { ...gone, shipment: "in_transit" },
  delivered: { ...gone, status: "delivered", shipment: "delivered" },
  // The goods came back, but nobody cancelled the sale or gave money back: what comes of it the shop says by its next status.
  returned: { ...gone, shipment: "returned" },
  delivery_failed: { ...gone, shipment: "in_transit", callReason: "delivery_failed" },
  cancelled: { ...atTheShop, status: "cancelled" },
  refunded: { ...atTheShop, status: "refunded" },
  // A question of the buyer: the order stays where it was until somebody answers.
  cancel_requested: { ...unknown, callReason: "cancel_requested" },
};

/** The platforms that Astra connects. */
export const storeTypes = ["shopify", "woocommerce"] as const;
export type StoreType = (typeof storeTypes)[number];

/** Why a shop sends errors in place of orders: the user who made its webhook is gone, so that WooCommerce shows it nothing. */
export const storeFaults = ["webhookUserGone"] as const;
export type StoreFault = (typeof storeFaults)[number];

/**
 * The domain in an address as people paste it or a header carries it: lower case, without scheme, the usual ports, path and a
 * leading "www.". Sites in a folder put it into their header, and hosts differ on "www": neither tells two stores apart.
 */
export function normaliseDomain(address: string): string {
  const host = address
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/[/?#].*$/s, "");
  return host
    .replace(/^www\./, "")
    .replace(/:(80|443)$/, "")
    .replace(/\.$/, "");
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

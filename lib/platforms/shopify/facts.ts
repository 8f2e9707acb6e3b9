import type { PlatformFacts } from "#lib/platforms/platform-facts.ts";
import { hostOf, normaliseDomain } from "#lib/stores/model.ts";

const shopHost = ".myshopify.com";

/** Shopify, as settings speak of it. */
export const shopifyFacts = {
  topics: [
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
  unaskedTopics: ["app/uninstalled", "customers/data_request", "customers/redact", "shop/redact"],
  steps: ["open", "create", "topics", "secret", "test"],
  shopDomain: (address) => {
    // The address bar of the admin names the shop in its path; a shop has no folder.
    const shop = /admin\.shopify\.com\/store\/([a-z0-9-]+)/i.exec(address)?.[1];
    if (shop) return `${shop.toLowerCase()}${shopHost}`;
    const host = hostOf(normaliseDomain(address));
    return host.endsWith(shopHost) ? host : null;
  },
  hasOwnDomains: false,
  secretIs: "told",
  secretFault: () => null,
  // Its webhooks of the admin stay; it sends each delivery eight times over four hours.
  givesUpAfter: null,
  orderPage: (domain, externalOrderId) =>
    `https://admin.shopify.com/store/${hostOf(domain).slice(0, -shopHost.length)}/orders/${externalOrderId}`,
  isNamedInAddress: false,
} as const satisfies PlatformFacts;

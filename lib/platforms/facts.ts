import type { PlatformFacts, SecretFault } from "#lib/platforms/platform-facts.ts";
import { shopifyFacts } from "#lib/platforms/shopify/facts.ts";
import { wooCommerceFacts } from "#lib/platforms/woocommerce/facts.ts";
import type { StoreType } from "#lib/stores/model.ts";

/** The facts of each platform. */
export const platformFacts = {
  shopify: shopifyFacts,
  woocommerce: wooCommerceFacts,
} as const satisfies Record<StoreType, PlatformFacts>;

/** The topics that the platforms send, by the names that these give them. */
export const knownTopics: string[] = Object.values<PlatformFacts>(platformFacts).flatMap(
  ({ topics, unaskedTopics }) => [...topics, ...unaskedTopics],
);

/** The domain of a shop whose address tells by itself on which platform it is; else null. */
export function shopDomain(address: string): string | null {
  for (const facts of Object.values<PlatformFacts>(platformFacts)) {
    const domain = facts.shopDomain(address);
    if (domain !== null) return domain;
  }
  return null;
}

/** Why a secret would not sign what it is thought to; null when it stays as typed. */
export function secretFault(type: StoreType, secret: string): SecretFault | null {
  return platformFacts[type].secretFault(secret);
}

/** The address that a store posts its webhooks to. */
export function webhookAddress(appUrl: string, { id, type }: { id: string; type: StoreType }): string {
  const address = `${appUrl}/api/webhooks/${type}`;
  return platformFacts[type].isNamedInAddress ? `${address}?store=${id}` : address;
}

/** Where the shop's own admin shows an order; null for what is no id of an order. */
export function orderPage(
  store: { type: StoreType; domain: string },
  externalOrderId: string,
): string | null {
  return /^\d+$/.test(externalOrderId)
    ? platformFacts[store.type].orderPage(store.domain, externalOrderId)
    : null;
}

import type { PlatformFacts, SecretFault } from "#lib/platforms/platform-facts.ts";

/** WooCommerce, as settings speak of it. */
export const wooCommerceFacts = {
  topics: ["order.created", "order.updated", "order.deleted", "order.restored"],
  unaskedTopics: [],
  steps: ["open", "create", "topics", "save", "test"],
  shopDomain: () => null,
  hasOwnDomains: true,
  secretIs: "made up",
  secretFault,
  // Source: class-wc-webhook.php, failed_delivery; each webhook counts by itself.
  givesUpAfter: 7,
  // Where orders have tables of their own, WooCommerce leads on from here to their page.
  orderPage: (domain, externalOrderId) =>
    `https://${domain}/wp-admin/post.php?post=${externalOrderId}&action=edit`,
  // Its ping names no store.
  isNamedInAddress: true,
} as const satisfies PlatformFacts;

/**
 * What WooCommerce's form would do to a secret typed into it: it takes tags and "%41"-like triples out, cuts and folds blanks
 * (`sanitize_text_field`), and signing decodes HTML entities (`wp_specialchars_decode`).
 */
function secretFault(secret: string): SecretFault | null {
  if (/<[^<>]*>/.test(secret)) return "secretHasTags";
  if (/%[0-9a-f]{2}/i.test(secret)) return "secretHasTriples";
  if (/^\s|\s$|\s\s|[\t\r\n]/.test(secret)) return "secretHasBlanks";
  return /&#?[0-9a-z]+;/i.test(secret) ? "secretHasEntities" : null;
}

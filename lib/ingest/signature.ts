import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The signature that Shopify and WooCommerce put on a delivery: base64 of the HMAC-SHA256 over the raw bytes.
 * Source: "Verify webhook deliveries" (Shopify), class-wc-webhook.php (WooCommerce).
 */
export function sign(secret: string, body: Uint8Array): string {
  return createHmac("sha256", secret).update(body).digest("base64");
}

/** Whether a signature was made with one of the secrets; takes the same time for every wrong one. */
export function isSignedBy(secrets: readonly string[], body: Uint8Array, signature: string): boolean {
  const given = Buffer.from(signature, "utf8");
  return secrets.reduce((isMatch, secret) => {
    const expected = Buffer.from(sign(secret, body), "utf8");
    return (given.length === expected.length && timingSafeEqual(given, expected)) || isMatch;
  }, false);
}

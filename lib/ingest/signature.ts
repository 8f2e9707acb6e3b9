import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

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

/** As many as one store has on the day after its secret was changed. */
const checksAtLeast = 2;
const nobodysSecret = randomBytes(32).toString("hex");

/**
 * The first of the stores whose secret signed the body; null when none did. Every store is asked, and a store that isn't there costs as
 * much as one that is, so that the time says nothing.
 */
export function signerOf<Store extends { secrets: readonly string[] }>(
  stores: readonly Store[],
  body: Uint8Array,
  signature: string,
): Store | null {
  const checks = stores.reduce((sum, { secrets }) => sum + secrets.length, 0);
  const idle = Array<string>(Math.max(0, checksAtLeast - checks)).fill(nobodysSecret);
  isSignedBy(idle, body, signature);
  const [signer] = stores.filter(({ secrets }) => isSignedBy(secrets, body, signature));
  return signer ?? null;
}

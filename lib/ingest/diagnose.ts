import { createHmac } from "node:crypto";
import type { Platform } from "#lib/platforms/platform.ts";
import { addressesOf, type Refusal } from "#lib/stores/model.ts";

/** A delivery whose signature fits no secret that counts. */
export interface RefusedDelivery {
  body: Buffer;
  signature: string;
  /** The shop that it says it is from. */
  domain: string;
  /** The store that the address names, if it names one. */
  named: string | null;
}

/** The store that it was likely meant for. */
export interface MeantStore {
  id: string;
  domain: string;
  /** The secrets that count; the present one first. */
  secrets: string[];
  /** One that counted before. */
  oldSecret: string | null;
}

/**
 * Why a delivery fits none of its store's secrets. What the signature proves comes first, then what is plain to see, then what the secret's form
 * tells; "wrongSecret" is all that is left.
 */
export function diagnose(
  { signedForms, isWrittenAnew, suspicionOf }: Platform["refused"],
  { body, signature, domain, named }: RefusedDelivery,
  store: MeantStore,
): Refusal {
  const { isHex, digest } = digestIn(signature);
  const signs = (secret: string, signed: Buffer) =>
    createHmac("sha256", secret).update(signed).digest().equals(digest);
  const isSignedBy = (secrets: string[], signed = body) => secrets.some((secret) => signs(secret, signed));
  if (isHex) return { cause: "hexSignature" };
  if (isSignedBy(store.secrets.flatMap(withBlanks))) return { cause: "secretBlanks" };
  if (store.oldSecret !== null && isSignedBy([store.oldSecret])) return { cause: "oldSecret" };
  if (signedForms(body).some((form) => isSignedBy(store.secrets, form))) return { cause: "bodyChanged" };
  if (named !== null && named !== store.id) return { cause: "otherAddress" };
  if (!isSameShop(domain, store.domain)) return { cause: "otherShop", domain };
  if (isWrittenAnew(body)) return { cause: "bodyChanged" };
  return { cause: suspicionOf(store.secrets[0] ?? "") ?? "wrongSecret" };
}

/** Some write the digest as hexadecimal digits, which no platform does that Astra connects. */
function digestIn(signature: string): { isHex: boolean; digest: Buffer } {
  const hex = /^(?:sha256=)?([0-9a-f]{64})$/i.exec(signature.trim())?.[1];
  if (hex) return { isHex: true, digest: Buffer.from(hex, "hex") };
  return { isHex: false, digest: Buffer.from(signature, "base64") };
}

/** The secret as it would be with a blank that somebody copied along, or without one. */
function withBlanks(secret: string): string[] {
  return [
    secret.trim(),
    ...[" ", "\n", "\r\n", "\t", "\u00A0"].flatMap((blank) => [`${secret}${blank}`, `${blank}${secret}`]),
    ` ${secret} `,
  ].filter((form) => form !== secret);
}

/** Whether one of them is the other's folder: what stands below a shop's address may be part of the shop. */
function isSameShop(one: string, other: string): boolean {
  return addressesOf(one).includes(other) || addressesOf(other).includes(one);
}

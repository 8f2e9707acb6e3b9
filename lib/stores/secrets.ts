import { seal, unseal } from "#lib/base/secrets/seal.ts";

/** Encrypts a secret of a store for keeping, bound to its store. */
export function encryptSecret(secret: string, storeId: string): string {
  return seal(secret, storeId);
}

/**
 * Reads a secret that `encryptSecret` wrote.
 *
 * @throws Error when the key, the store or the text is another one
 */
export function decryptSecret(encrypted: string, storeId: string): string {
  return unseal(encrypted, storeId);
}

import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#lib/base/env.ts";

const algorithm = "aes-256-gcm";
const version = "v1";
const tagLength = { authTagLength: 16 };

/**
 * Encrypts a secret of a store for keeping: AES-256-GCM under ASTRA_ENCRYPTION_KEY, bound to its store, so that a value copied
 * to another store's row can't be read there.
 */
export function encryptSecret(secret: string, storeId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key(), nonce, tagLength).setAAD(Buffer.from(storeId));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [version, nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/**
 * Reads a secret that `encryptSecret` wrote.
 *
 * @throws Error when the key, the store or the text is another one
 */
export function decryptSecret(encrypted: string, storeId: string): string {
  const [writtenBy, nonce, tag, sealed] = encrypted.split(".");
  if (writtenBy !== version || nonce === undefined || tag === undefined || sealed === undefined) {
    throw new Error("This is not a secret that Astra encrypted.");
  }
  const decipher = createDecipheriv(algorithm, key(), Buffer.from(nonce, "base64url"), tagLength)
    .setAAD(Buffer.from(storeId))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]).toString(
    "utf8",
  );
}

function key(): Buffer {
  return Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
}

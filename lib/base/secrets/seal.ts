import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#lib/base/env.ts";

const algorithm = "aes-256-gcm";
const version = "v1";
const tagLength = { authTagLength: 16 };

/**
 * Encrypts what is secret for keeping: AES-256-GCM under ASTRA_ENCRYPTION_KEY.
 *
 * @param boundTo what the secret is of: a value copied to another's row can't be read there
 */
export function seal(secret: string, boundTo: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key(), nonce, tagLength).setAAD(Buffer.from(boundTo));
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return [version, nonce, cipher.getAuthTag(), sealed]
    .map((part) => (typeof part === "string" ? part : part.toString("base64url")))
    .join(".");
}

/**
 * Reads what `seal` wrote.
 *
 * @throws Error when the key, what it is of or the text is another one
 */
export function unseal(text: string, boundTo: string): string {
  const [writtenBy, nonce, tag, sealed] = text.split(".");
  if (writtenBy !== version || nonce === undefined || tag === undefined || sealed === undefined) {
    throw new Error("This is not a secret that Astra encrypted.");
  }
  const decipher = createDecipheriv(algorithm, key(), Buffer.from(nonce, "base64url"), tagLength)
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(Buffer.from(tag, "base64url"));
  return Buffer.concat([decipher.update(Buffer.from(sealed, "base64url")), decipher.final()]).toString(
    "utf8",
  );
}

function key(): Buffer {
  return Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
}

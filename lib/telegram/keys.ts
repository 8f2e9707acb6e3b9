import { createHmac } from "node:crypto";
import { env } from "#lib/base/env.ts";

/** What the bot signs or proves, each with a key of its own. */
type Purpose = "telegram chats" | "telegram buttons" | "telegram webhook";

/** A key that follows from the one secret that Astra keeps, so that nothing more has to be kept. */
export function keyFor(purpose: Purpose): Buffer {
  const secret = Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
  return createHmac("sha256", secret).update(purpose).digest();
}

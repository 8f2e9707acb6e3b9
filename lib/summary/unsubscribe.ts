import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { forSystem } from "#lib/base/db/access.ts";
import { env } from "#lib/base/env.ts";

/** What the links of a person's summaries carry, so that they work without signing in. It can do nothing but end the summaries. */
export function unsubscribeToken(userId: string): string {
  return `${userId}.${sign(userId)}`;
}

/**
 * Ends the summaries by mail of whoever the token is of.
 *
 * @returns whether the token is one of ours
 */
export async function unsubscribe(token: string): Promise<boolean> {
  const [userId = "", signature = ""] = token.split(".");
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(userId))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  await forSystem((tx) => tx.userSettings.updateMany({ where: { userId }, data: { summaryMailHour: null } }));
  return true;
}

function sign(userId: string): string {
  const key = Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
  return createHmac("sha256", key).update(`unsubscribe summary ${userId}`).digest("base64url");
}

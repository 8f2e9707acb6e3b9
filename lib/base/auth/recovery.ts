import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { sessionCookie } from "#lib/base/auth/session-cookie.ts";
import { env } from "#lib/base/env.ts";

// The auth server keeps for itself whether a session began with the link of a mail (the embedded one not even that), so Astra
// remembers it: in a cookie that is signed for this one session.

const cookieName = "astra-recovery";

/** For how long after following the link of a mail a password is set without the present one. Seconds. */
const lifetime = 15 * 60;

/** Remembers that a session began with the link of a mail just now. */
export async function noteRecovery(sessionId: string): Promise<void> {
  const until = Date.now() + lifetime * 1_000;
  const store = await cookies();
  store.set(cookieName, `${until}.${sign(sessionId, until)}`, { ...sessionCookie(), maxAge: lifetime });
}

/** Whether a session began with the link of a mail some minutes ago. */
export async function isRecovering(sessionId: string): Promise<boolean> {
  const [until = "", signature = ""] = (await cookies()).get(cookieName)?.value.split(".") ?? [];
  if (!(Number(until) > Date.now())) return false;
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(sessionId, Number(until)))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A link is good for one new password. */
export async function endRecovery(): Promise<void> {
  (await cookies()).delete(cookieName);
}

function sign(sessionId: string, until: number): string {
  const key = Buffer.from(env().ASTRA_ENCRYPTION_KEY, "base64");
  return createHmac("sha256", key).update(`${cookieName} ${sessionId} ${until}`).digest("base64url");
}

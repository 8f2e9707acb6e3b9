import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { z } from "zod";
import type { Client } from "#lib/base/auth/own-sessions.ts";
import { knownBrowserDays, sessionCookie } from "#lib/base/auth/session-cookie.ts";
import { forUser, type Person } from "#lib/base/db/access.ts";

const cookieName = "astra-browser";

const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/**
 * Notes in which browser somebody has just signed in. A browser is known by a cookie that says nothing else and opens nothing; of one that is new
 * the person is told by mail, unless it is the first.
 */
export async function noteBrowser(person: Person, { userAgent, address }: Client): Promise<void> {
  const store = await cookies();
  const token =
    tokenSchema.safeParse(store.get(cookieName)?.value).data ?? randomBytes(32).toString("base64url");
  store.set(cookieName, token, { ...sessionCookie(), maxAge: knownBrowserDays * 24 * 60 * 60 });
  await forUser(
    person,
    (tx) =>
      tx.$executeRaw`select astra.note_browser(${hashOf(person.userId, token)}, ${userAgent}, ${address})`,
  );
}

/** Another one for each person, so that the table does not say who shares a browser. */
function hashOf(userId: string, token: string): string {
  return createHash("sha256").update(`${userId} ${token}`).digest("base64url");
}

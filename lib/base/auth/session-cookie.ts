import { env } from "#lib/base/env.ts";

/** For how long a browser stays signed in that is not used. Days; the clean-up job removes sessions of the same age. */
export const sessionDays = 30;

/** For how long a browser is known that nobody signs in with. Days; browsers keep no cookie for much longer. */
export const knownBrowserDays = 365;

/** How the cookies of a session are set: no script reads them, under https nothing else carries them, no other site's form sends them. */
export function sessionCookie() {
  return {
    httpOnly: true,
    secure: env().APP_URL.startsWith("https:"),
    sameSite: "lax",
    path: "/",
    maxAge: sessionDays * 24 * 60 * 60,
  } as const;
}

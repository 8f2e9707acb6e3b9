import "server-only";
import { type CookieMethodsServer, createServerClient } from "@supabase/ssr";
import { cookies } from "next/headers";
import { askAuthServer } from "#lib/base/auth/auth-server.ts";
import { sessionCookie } from "#lib/base/auth/session-cookie.ts";
import { env } from "#lib/base/env.ts";

type SetAll = NonNullable<CookieMethodsServer["setAll"]>;

/** Where the session of a request is read from, and where its changes are written to. */
interface CookieJar {
  getAll: CookieMethodsServer["getAll"];
  setAll: SetAll;
}

/** The auth client of whoever has these cookies; they are all that keeps the session. */
export function authClient({ getAll, setAll }: CookieJar) {
  let isAway = false;
  return createServerClient(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    global: {
      fetch: askAuthServer((isNow) => {
        isAway = isNow;
      }),
    },
    cookies: {
      getAll,
      // A session that could not be refreshed because nobody answered is not over: its cookies stay.
      setAll: (changes, headers) => (isAway ? undefined : setAll(changes.map(withOptions), headers)),
    },
  });
}

/** The library's own lifetime can't be set; 0 is how it removes a cookie. */
function withOptions(change: Parameters<SetAll>[0][number]): Parameters<SetAll>[0][number] {
  const { maxAge } = change.options;
  return { ...change, options: { ...change.options, ...sessionCookie(), ...(maxAge === 0 && { maxAge }) } };
}

/** The auth client of the person who asks. */
export async function supabaseForRequest() {
  const store = await cookies();
  return authClient({
    getAll: () => store.getAll(),
    setAll: (changes) => {
      try {
        for (const { name, value, options } of changes) store.set(name, value, options);
      } catch {
        // A server component can't set cookies; `proxy.ts` has refreshed the session already.
      }
    },
  });
}

import "server-only";
import { createServerClient } from "@supabase/ssr";
import { cookies } from "next/headers";
import { env } from "#lib/env.ts";

/** The auth client of the person who asks; the session lives in cookies. */
export async function supabaseForRequest() {
  const store = await cookies();
  return createServerClient(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    cookies: {
      getAll: () => store.getAll(),
      setAll: (changes) => {
        try {
          for (const { name, value, options } of changes) store.set(name, value, options);
        } catch {
          // A server component can't set cookies; the middleware has refreshed the session already.
        }
      },
    },
  });
}

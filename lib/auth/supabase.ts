import "server-only";
import { createServerClient } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
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

/** The auth server's admin API: creates accounts. Never for a person's request without a permission check. */
export function supabaseAdmin() {
  return createClient(env().SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
}

import "server-only";
import { createClient } from "@supabase/supabase-js";
import { askAuthServer } from "#lib/base/auth/auth-server.ts";
import { env } from "#lib/base/env.ts";

/** The auth server's admin API: creates accounts. Never for a person's request without a permission check. */
export function supabaseAdmin() {
  return createClient(env().SUPABASE_URL, env().SUPABASE_SECRET_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: askAuthServer(() => undefined) },
  });
}

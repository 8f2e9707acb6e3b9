import "server-only";
import { createClient } from "@supabase/supabase-js";
import { askAuthServer, isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { env } from "#lib/base/env.ts";

/**
 * Whether this is the password of the account; nobody is signed in by it. Whoever asks counts the attempts.
 *
 * @throws UserError when the auth server is away
 */
export async function knowsPassword(account: { email: string; password: string }): Promise<boolean> {
  // A client that keeps no session: the one of whoever asks stays as it is.
  const { auth } = createClient(env().SUPABASE_URL, env().SUPABASE_PUBLISHABLE_KEY, {
    auth: { persistSession: false, autoRefreshToken: false },
    global: { fetch: askAuthServer(() => undefined) },
  });
  const { error } = await auth.signInWithPassword(account);
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  if (error) return false;
  await auth.signOut({ scope: "local" });
  return true;
}

import "server-only";
import type { Session } from "@supabase/supabase-js";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { perAddress, spend } from "#lib/base/auth/limits.ts";
import { noteRecovery } from "#lib/base/auth/recovery.ts";
import type { MailLink } from "#lib/base/auth/schema.ts";
import { owesCode } from "#lib/base/auth/sign-in.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem } from "#lib/base/db/access.ts";

/** The address of the account that a link is for, without using it; null when the link is used up, replaced or made up. */
export async function accountOfLink(link: MailLink): Promise<string | null> {
  const [account] = await forSystem((tx) =>
    "code" in link
      ? tx.$queryRaw<{ email: string | null }[]>`select astra.account_of_code(${link.code}) as email`
      : tx.$queryRaw<{ email: string | null }[]>`select astra.account_of_link(${link.token_hash}) as email`,
  );
  return account?.email ?? null;
}

/**
 * Uses a link up: signs its person in, who can then set a password.
 *
 * @param address the network address that asks
 * @returns null when the link no longer works, else whether a code of the second factor is wanted first
 * @throws UserError when the attempts are used up or the auth server is away
 */
export async function redeemLink(link: MailLink, address: string): Promise<{ owesCode: boolean } | null> {
  await spend(perAddress, address);
  const { auth } = await supabaseForRequest();
  const { data, error } =
    "code" in link ? await auth.exchangeCodeForSession(link.code) : await auth.verifyOtp(link);
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  const session: Session | null = data.session;
  if (!session) return null;
  const { data: verified } = await auth.getClaims(session.access_token);
  if (verified) await noteRecovery(verified.claims.session_id);
  return { owesCode: await owesCode(session.user.id) };
}

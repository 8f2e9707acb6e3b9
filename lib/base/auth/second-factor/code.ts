import "server-only";
import type { AuthError } from "@supabase/supabase-js";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { giveBack, keyOf, perCode, perCodeOfDay, spend } from "#lib/base/auth/limits.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { consume, type Limit, release } from "#lib/base/http/rate-limit.ts";

type AuthClient = Awaited<ReturnType<typeof supabaseForRequest>>["auth"];

/** A code is good for 90 seconds, one of its own and one on each side; Supabase takes it as often as it comes meanwhile. Seconds. */
const once: Limit = { name: "code-once", points: 1, seconds: 120 };

/**
 * Gives a code of the second factor for the session that asks, which is as sure as can be from then on: its cookies are new, and the person's sessions
 * that gave none are over. Wrong ones are counted for the account, from wherever they come: whoever tries them knows its password.
 *
 * @param factorId which factor, where it is not the one that is set up
 * @throws UserError when the code is wrong or was given before, the attempts are used up, or the auth server is away
 */
export async function giveCode(userId: string, code: string, factorId?: string): Promise<void> {
  const limits = [perCode, perCodeOfDay];
  for (const limit of limits) await spend(limit, userId);
  if ((await consume(once, keyOf([userId, code]))) > 0) throw new UserError("codeUsed", { field: "code" });
  const { auth } = await supabaseForRequest();
  const error = await verify(auth, code, factorId);
  if (isAuthServerAway(error)) {
    for (const limit of limits) await giveBack(limit, userId);
    await release(once, keyOf([userId, code]));
    throw new UserError("authServerAway");
  }
  if (error) throw new UserError("codeWrong", { field: "code" });
  for (const limit of limits) await release(limit, keyOf([userId]));
}

async function verify(auth: AuthClient, code: string, wanted: string | undefined): Promise<AuthError | null> {
  const { factorId, error } = wanted ? { factorId: wanted, error: null } : await findFactor(auth);
  if (error) return error;
  return (await auth.mfa.challengeAndVerify({ factorId, code })).error;
}

/** The second factor that is set up. */
async function findFactor(
  auth: AuthClient,
): Promise<{ factorId: string; error: null } | { factorId: null; error: AuthError }> {
  const { data, error } = await auth.mfa.listFactors();
  if (error) return { factorId: null, error };
  const [factor] = data.totp;
  if (!factor) throw new UserError("secondFactorGone");
  return { factorId: factor.id, error: null };
}

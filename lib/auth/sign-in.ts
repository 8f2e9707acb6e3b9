import "server-only";
import { loadSession } from "#lib/auth/session.ts";
import { supabaseForRequest } from "#lib/auth/supabase.ts";
import { UserError } from "#lib/auth/user-error.ts";
import { env } from "#lib/env.ts";
import { consume, type Limit, release } from "#lib/http/rate-limit.ts";
import { log } from "#lib/log.ts";

const perAccount: Limit = { name: "sign-in-account", points: 8, seconds: 15 * 60 };
const perAddress: Limit = { name: "sign-in-address", points: 60, seconds: 15 * 60 };
const perReset: Limit = { name: "password-reset", points: 4, seconds: 60 * 60 };

/**
 * Signs a person in with a password; the session is set in cookies.
 *
 * @param address the network address that asks
 * @throws UserError when the attempts are used up, the credentials are wrong, or the member is inactive
 */
export async function signIn(
  credentials: { email: string; password: string },
  address: string,
): Promise<void> {
  await spend(perAddress, address);
  await spend(perAccount, credentials.email);
  const supabase = await supabaseForRequest();
  const { data, error } = await supabase.auth.signInWithPassword(credentials);
  if (error) {
    if (error.status === undefined || error.status >= 500) throw error;
    throw new UserError("wrongCredentials");
  }
  if (!(await loadSession(data.user.id))) {
    await supabase.auth.signOut({ scope: "local" });
    throw new UserError("inactiveMember");
  }
  await release(perAccount, credentials.email);
}

/** Signs the person out of this browser. */
export async function signOut(): Promise<void> {
  const supabase = await supabaseForRequest();
  await supabase.auth.signOut({ scope: "local" });
}

/** Mails a link to set a new password. Says nothing about whether the account exists. */
export async function requestPasswordReset(email: string, address: string): Promise<void> {
  await spend(perAddress, address);
  await spend(perReset, email);
  const supabase = await supabaseForRequest();
  const { error } = await supabase.auth.resetPasswordForEmail(email, {
    redirectTo: `${env().APP_URL}/auth/confirm`,
  });
  if (error)
    log.warn({ code: error.code, status: error.status }, "the auth server refused to mail a password link");
}

/**
 * Sets the password of whoever opened a password link (which signed the person in).
 *
 * @throws UserError when nobody is signed in or the auth server finds the password too weak or unchanged
 */
export async function setPassword(password: string): Promise<void> {
  const supabase = await supabaseForRequest();
  const { data } = await supabase.auth.getUser();
  if (!data.user) throw new UserError("passwordLinkExpired");
  const { error } = await supabase.auth.updateUser({ password });
  if (!error) return;
  if (error.code === "same_password") throw new UserError("samePassword", { field: "password" });
  if (error.code === "weak_password") throw new UserError("weakPassword", { field: "password" });
  throw error;
}

async function spend(limit: Limit, key: string): Promise<void> {
  const seconds = await consume(limit, key);
  if (seconds > 0) throw new UserError("tooManyAttempts", { values: { minutes: Math.ceil(seconds / 60) } });
}

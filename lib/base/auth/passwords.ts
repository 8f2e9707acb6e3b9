import "server-only";
import { after } from "next/server";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { answerAfter } from "#lib/base/auth/even-time.ts";
import { knowsPassword } from "#lib/base/auth/knows-password.ts";
import {
  giveBack,
  keyOf,
  perAddress,
  perInbox,
  perPresentPassword,
  perReset,
  spend,
} from "#lib/base/auth/limits.ts";
import { endRecovery, isRecovering } from "#lib/base/auth/recovery.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { getToken } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { env } from "#lib/base/env.ts";
import { consume } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";

/** When a request for a link is answered: mailing one takes a while, and only an account gets one. Milliseconds. */
const mailTime = 1_000;

/**
 * Mails a link to set a new password. Neither the answer nor its time says whether the account exists.
 *
 * @param address the network address that asks
 * @throws UserError when the attempts are used up or the auth server is away
 */
export async function requestPasswordReset(email: string, address: string): Promise<void> {
  await spend(perAddress, address);
  await spend(perReset, email, address);
  const mailing = mailLink(email);
  after(() => mailing);
  if ((await answerAfter(mailTime, mailing, "taken")) === "taken") return;
  await giveBack(perReset, email, address);
  throw new UserError("authServerAway");
}

async function mailLink(email: string): Promise<"taken" | "away"> {
  if ((await consume(perInbox, keyOf([email]))) > 0) return "taken";
  const supabase = await supabaseForRequest();
  const { error } = await supabase.auth.resetPasswordForEmail(email, {
    redirectTo: `${env().APP_URL}/auth/confirm`,
  });
  if (!error) return "taken";
  log.warn({ code: error.code, status: error.status }, "the auth server refused to mail a password link");
  return isAuthServerAway(error) ? "away" : "taken";
}

/** Whether a new password is set on the strength of the present one, and not of a link that was just followed. */
export async function asksPresentPassword(): Promise<boolean> {
  const token = await getToken();
  return !token || !(await isRecovering(token.sessionId));
}

/**
 * Sets the password of the person, and ends all the person's other sessions.
 *
 * @param passwords `present` is wanted unless a link of a mail was followed some minutes ago
 * @throws UserError when the present password is missing or wrong, when the new one is too weak or the same, or when the auth
 *   server is away
 */
export async function setPassword(
  { userId, email }: Session,
  { password, present }: { password: string; present?: string | undefined },
): Promise<void> {
  if (await asksPresentPassword()) await provePassword(userId, email, present);
  const supabase = await supabaseForRequest();
  const { error } = await supabase.auth.updateUser({
    password,
    ...(present && { current_password: present }),
  });
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  if (error?.code === "same_password") throw new UserError("samePassword", { field: "password" });
  if (error?.code === "weak_password") throw new UserError("weakPassword", { field: "password" });
  if (error) throw error;
  await endRecovery();
  const others = await supabase.auth.signOut({ scope: "others" });
  if (!others.error) return;
  log.error({ code: others.error.code, userId }, "a new password could not end the other sessions");
  throw new UserError("otherSessionsLeft");
}

async function provePassword(userId: string, email: string, present: string | undefined): Promise<void> {
  if (!present) throw new UserError("presentPasswordMissing", { field: "present" });
  await spend(perPresentPassword, userId);
  try {
    if (await knowsPassword({ email, password: present })) return;
  } catch (error) {
    await giveBack(perPresentPassword, userId);
    throw error;
  }
  throw new UserError("presentPasswordWrong", { field: "present" });
}

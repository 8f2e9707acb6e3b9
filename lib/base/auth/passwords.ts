import "server-only";
import type { AuthError } from "@supabase/supabase-js";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { knowsPassword } from "#lib/base/auth/knows-password.ts";
import { giveBack, perPresentPassword, spend } from "#lib/base/auth/limits.ts";
import { endRecovery, isRecovering } from "#lib/base/auth/recovery.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { getToken } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { log } from "#lib/base/log.ts";

/** Whether a new password is set on the strength of the present one, and not of a link that was just followed. */
export async function asksPresentPassword(): Promise<boolean> {
  const token = await getToken();
  return !token || !(await isRecovering(token.sessionId));
}

/**
 * Sets the password of the person, and ends all the person's other sessions. One that is set by the link of a mail unlinks the person's
 * chat, too, which speaks for the person without a session.
 *
 * @param passwords `present` is wanted unless a link of a mail was followed some minutes ago
 * @throws UserError when the present password is missing or wrong, when the new one is too weak or the same, or when the auth
 *   server is away
 */
export async function setPassword(
  session: Session,
  { password, present }: { password: string; present?: string | undefined },
): Promise<void> {
  const { userId, email } = session;
  const isByLink = !(await asksPresentPassword());
  if (!isByLink) await provePassword(userId, email, present);
  const supabase = await supabaseForRequest();
  const error = await updatePassword(userId, password, present);
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  if (error?.code === "same_password") throw new UserError("samePassword", { field: "password" });
  if (error?.code === "weak_password") throw new UserError("weakPassword", { field: "password" });
  if (error) throw error;
  await endRecovery();
  // Who had to use a link may have lost the account to somebody, who then had time to link a chat.
  if (isByLink) await forUser(session, (tx) => tx.$executeRaw`select astra.end_linked_access()`);
  const others = await supabase.auth.signOut({ scope: "others" });
  if (!others.error) return;
  log.error({ code: others.error.code, userId }, "a new password could not end the other sessions");
  throw new UserError("otherSessionsLeft");
}

/** Who signed in with a recovery code gave no code that the auth server knows of: it would refuse, so the admin API sets the password. */
async function updatePassword(
  userId: string,
  password: string,
  present: string | undefined,
): Promise<AuthError | null> {
  const supabase = await supabaseForRequest();
  const { error } = await supabase.auth.updateUser({
    password,
    ...(present && { current_password: present }),
  });
  if (error?.code !== "insufficient_aal") return error;
  return (await supabaseAdmin().auth.admin.updateUserById(userId, { password })).error;
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

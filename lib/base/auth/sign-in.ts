import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import { cookies } from "next/headers";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { refuseEvenly } from "#lib/base/auth/even-time.ts";
import { giveBack, keyOf, perAccount, perAddress, spend } from "#lib/base/auth/limits.ts";
import { loadSession, type Owed, type Session } from "#lib/base/auth/session.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { release } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";

interface Credentials {
  email: string;
  password: string;
}

/** Who has given the right password, and whether a code of the second factor is wanted besides before anything is shown. */
interface SignedIn {
  session: Session;
  owesCode: boolean;
}

/**
 * Signs a person in with a password; the session is set in cookies. A refusal takes the same time whether or not there is
 * such an account.
 *
 * @param address the network address that asks
 * @throws UserError when the attempts are used up, the credentials are wrong, the member is inactive, or nobody can say
 */
export async function signIn({ email, password }: Credentials, address: string): Promise<SignedIn> {
  await spend(perAddress, address);
  await spend(perAccount, email, address);
  const supabase = await supabaseForRequest();
  const { data, error } = await refuseEvenly(
    () => supabase.auth.signInWithPassword({ email, password }),
    (answer) => answer.error !== null && !isAuthServerAway(answer.error),
  );
  if (isAuthServerAway(error)) {
    await giveBack(perAddress, address);
    await giveBack(perAccount, email, address);
    throw new UserError("authServerAway");
  }
  if (error) throw isAuthApiError(error) ? new UserError("wrongCredentials") : error;
  const session = await loadSession(data.user.id);
  if (!session) {
    await supabase.auth.signOut({ scope: "local" });
    throw new UserError("inactiveMember");
  }
  await release(perAccount, keyOf([email, address]));
  return { session, owesCode: await owesCode(session.userId) };
}

/** Whether somebody who has just proven to be this person by one thing is asked for a code of the second factor, too. */
export async function owesCode(userId: string): Promise<boolean> {
  const [row] = await forUser(
    { userId },
    (tx) => tx.$queryRaw<{ wanted: Owed | null }[]>`select astra.wanted_factor() as wanted`,
  );
  return row?.wanted === "code";
}

/** Signs the person out of this browser, which forgets the session even when the auth server can't be told. */
export async function signOut(): Promise<void> {
  const supabase = await supabaseForRequest();
  const { error } = await supabase.auth.signOut({ scope: "local" });
  if (error) log.warn({ code: error.code }, "the auth server could not be told of a sign-out");
  const store = await cookies();
  for (const { name } of store.getAll()) if (name.startsWith("sb-")) store.delete(name);
}

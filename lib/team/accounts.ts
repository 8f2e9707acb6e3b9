import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem } from "#lib/base/db/access.ts";
import type { NewMember } from "#lib/team/schema.ts";

/**
 * Makes an account that can sign in, at the auth server; the database adds its row in users.
 *
 * @returns its id; null when there is an account of this address already
 * @throws UserError when the auth server finds the password too weak
 */
export async function createAccount({
  email,
  name,
  password,
}: Pick<NewMember, "email" | "name" | "password">): Promise<string | null> {
  const { data, error } = await supabaseAdmin().auth.admin.createUser({
    email,
    password,
    email_confirm: true,
    user_metadata: { name },
  });
  if (!error) return data.user.id;
  if (isAuthApiError(error) && error.code === "weak_password") {
    throw new UserError("weakPassword", { field: "password" });
  }
  if (isAuthApiError(error) && error.code === "email_exists") return null;
  throw error;
}

/**
 * Takes back an account that was made for a membership which did not come to be.
 *
 * @throws AggregateError when the account could not be removed either
 */
export async function removeAccount(userId: string, reason: unknown): Promise<void> {
  try {
    const { error } = await supabaseAdmin().auth.admin.deleteUser(userId);
    if (error) throw error;
    await forSystem((tx) => tx.user.deleteMany({ where: { id: userId } }));
  } catch (failure) {
    throw new AggregateError([reason, failure], "A new account has no membership and could not be removed.");
  }
}

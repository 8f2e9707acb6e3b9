import { createHash, randomInt } from "node:crypto";
import { z } from "zod";
import type { AdminApiOptions } from "#scripts/stack/admin-api.ts";
import { createUser } from "#scripts/stack/admin-users.ts";
import { RefusedError } from "#scripts/stack/auth-responses.ts";
import { readUser } from "#scripts/stack/user-rows.ts";

const linkSchema = z.object({
  type: z.enum(["recovery", "invite"]),
  email: z.email().toLowerCase(),
  data: z.record(z.string(), z.unknown()).optional(),
});

const tokenColumns = {
  recovery: "recovery_token = $2, recovery_sent_at = now()",
  invite: "confirmation_token = $2, confirmation_sent_at = now(), invited_at = now()",
};

/** Makes a link without sending it; an invitation makes the user too. The link itself works once, for an hour. */
export async function generateLink(options: AdminApiOptions, body: unknown, query: URLSearchParams) {
  const { type, email, data } = linkSchema.parse(body);
  const { pool } = options;
  let user = await readUser(pool, "email", email);
  if (type === "invite") {
    if (user?.email_confirmed_at) {
      throw new RefusedError(
        422,
        "email_exists",
        "A user with this email address has already been registered",
      );
    }
    user ??= await createUser(pool, { email, user_metadata: data });
  }
  if (!user) throw new RefusedError(404, "user_not_found", "User with this email not found");

  const otp = Array.from({ length: 10 }, () => randomInt(10)).join("");
  // The hash the auth server itself makes of address and code, and looks up when the link comes back.
  const hashedToken = createHash("sha256")
    .update(email + otp)
    .digest("hex");
  await pool.query(`update auth.users set ${tokenColumns[type]}, updated_at = now() where id = $1`, [
    user.id,
    hashedToken,
  ]);
  const redirectTo = query.get("redirect_to") || options.appUrl;
  const link = new URLSearchParams({ token: hashedToken, type, redirect_to: redirectTo });
  return {
    ...user,
    action_link: `${options.authUrl}/verify?${link}`,
    email_otp: otp,
    hashed_token: hashedToken,
    redirect_to: redirectTo,
    verification_type: type,
  };
}

import "server-only";
import { cache } from "react";
import { z } from "zod";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { UserError } from "#lib/base/auth/user-error.ts";

/** Whose token came with a request, and of which of the person's sessions it is. */
export interface Token {
  userId: string;
  sessionId: string;
}

const claimsSchema = z
  .object({ sub: z.uuid(), session_id: z.uuid() })
  .transform(({ sub, session_id }): Token => ({ userId: sub, sessionId: session_id }));

/**
 * The verified token of the request, or null for a stranger. Read once for each request.
 *
 * @throws UserError when nobody can say, because the auth server is away
 */
export const getToken = cache(async (): Promise<Token | null> => {
  const { auth } = await supabaseForRequest();
  const { data, error } = await auth.getClaims();
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  return claimsSchema.safeParse(data?.claims).data ?? null;
});

import "server-only";
import { cache } from "react";
import { z } from "zod";
import { isAuthServerAway } from "#lib/base/auth/auth-server.ts";
import { chosenWorkspace } from "#lib/base/auth/chosen-workspace.ts";
import { supabaseForRequest } from "#lib/base/auth/supabase.ts";
import { UserError } from "#lib/base/auth/user-error.ts";

/** Whose token came with a request, of which of the person's sessions it is, and which workspace that browser is in. */
export interface Token {
  userId: string;
  sessionId: string;
  /** Null while none was chosen. */
  workspaceId: string | null;
}

const claimsSchema = z
  .object({ sub: z.uuid(), session_id: z.uuid() })
  .transform(({ sub, session_id }) => ({ userId: sub, sessionId: session_id }));

/**
 * The verified token of the request, or null for a stranger. Read once for each request.
 *
 * @throws UserError when nobody can say, because the auth server is away
 */
export const getToken = cache(async (): Promise<Token | null> => {
  const { auth } = await supabaseForRequest();
  const { data, error } = await auth.getClaims();
  if (isAuthServerAway(error)) throw new UserError("authServerAway");
  const claims = claimsSchema.safeParse(data?.claims).data;
  return claims ? { ...claims, workspaceId: await chosenWorkspace() } : null;
});

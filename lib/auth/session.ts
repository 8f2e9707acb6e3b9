import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Role } from "#lib/auth/permissions.ts";
import { supabaseForRequest } from "#lib/auth/supabase.ts";
import { forUser } from "#lib/db/access.ts";

/** A signed-in, active member and the workspace that the member works in. */
export interface Session {
  userId: string;
  email: string;
  name: string;
  locale: string;
  timezone: string;
  role: Role;
  workspace: { id: string; name: string; slug: string; currency: string; timezone: string };
}

/** Whose token came with the request, or null for a stranger. Read once for each request. */
const getUserId = cache(async (): Promise<string | null> => {
  const supabase = await supabaseForRequest();
  const { data } = await supabase.auth.getClaims();
  return data?.claims.sub ?? null;
});

/** The person who asks, or null for a stranger or a member who was deactivated. Read once for each request. */
export const getSession = cache(async (): Promise<Session | null> => {
  const userId = await getUserId();
  return userId ? loadSession(userId) : null;
});

/** The person who asks; strangers are sent to the login page, and so are deactivated members, who are told why. */
export async function requireSession(): Promise<Session> {
  const session = await getSession();
  if (session) return session;
  redirect((await getUserId()) ? "/login?notice=inactiveMember" : "/login");
}

/** The session of a verified user id; null when no active membership is left. */
export async function loadSession(userId: string): Promise<Session | null> {
  const membership = await forUser({ userId }, (tx) =>
    tx.membership.findFirst({
      where: { userId, isActive: true },
      orderBy: { createdAt: "asc" },
      select: {
        role: true,
        user: { select: { email: true, name: true, locale: true, timezone: true } },
        workspace: { select: { id: true, name: true, slug: true, currency: true, timezone: true } },
      },
    }),
  );
  if (!membership) return null;
  return { userId, ...membership.user, role: membership.role as Role, workspace: membership.workspace };
}

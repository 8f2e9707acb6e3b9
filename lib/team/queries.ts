import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import type { Role } from "#lib/base/auth/permissions.ts";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { forSystem } from "#lib/base/db/access.ts";

/** The account of an e-mail address, in whatever workspace; null when there is none. For scripts and account making. */
export async function findAccount(email: string): Promise<{ id: string; name: string } | null> {
  const users = await forSystem((tx) =>
    tx.user.findMany({ where: { email }, select: { id: true, name: true } }),
  );
  for (const user of users) {
    if (await canSignIn(user.id)) return user;
  }
  return null;
}

/** An account removed at the auth server leaves its row in users, since its past work names it. */
async function canSignIn(userId: string): Promise<boolean> {
  const { error } = await supabaseAdmin().auth.admin.getUserById(userId);
  if (!error) return true;
  if (isAuthApiError(error) && error.status === 404) return false;
  throw error;
}

/** Workspaces by slug or name; a name may belong to several. For scripts. */
export function findWorkspaces(nameOrSlug: string): Promise<{ id: string; name: string; slug: string }[]> {
  return forSystem((tx) =>
    tx.workspace.findMany({
      where: { OR: [{ slug: nameOrSlug }, { name: nameOrSlug }] },
      orderBy: { createdAt: "asc" },
      select: { id: true, name: true, slug: true },
    }),
  );
}

/** A person's active memberships, first joined first. For scripts. */
export async function findMemberships(
  email: string,
): Promise<{ userId: string; role: Role; workspace: { id: string; name: string; slug: string } }[]> {
  const memberships = await forSystem((tx) =>
    tx.membership.findMany({
      where: { user: { email }, isActive: true },
      orderBy: { createdAt: "asc" },
      select: { userId: true, role: true, workspace: { select: { id: true, name: true, slug: true } } },
    }),
  );
  return memberships.map((membership) => ({ ...membership, role: membership.role as Role }));
}

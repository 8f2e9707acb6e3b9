import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";

/** A member as the team's settings show it. */
export interface ListedMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  isActive: boolean;
  stores: number;
  /** Of these, how many are not paused. */
  activeStores: number;
}

/** Everybody who is or was a member, for admins: who is active first, then by name. */
export async function listMembers(session: Session): Promise<ListedMember[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<ListedMember[]>`
      select person.id, person.name, person.email, member.role, member.is_active as "isActive",
        count(store.id)::int as stores, (count(store.id) filter (where store.is_active))::int as "activeStores"
      from memberships member
      join users person on person.id = member.user_id
      left join integrations store on store.workspace_id = member.workspace_id and store.user_id = member.user_id
      where member.workspace_id = ${session.workspace.id}::uuid
      group by person.id, person.name, person.email, member.role, member.is_active
      order by member.is_active desc, astra.normalise(person.name), person.id`,
  );
}

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

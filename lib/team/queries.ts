import "server-only";
import { isAuthApiError } from "@supabase/supabase-js";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { supabaseAdmin } from "#lib/base/auth/supabase-admin.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { openKpiStatuses } from "#lib/sales/statuses.ts";

/** A member as the team's settings show it. */
export interface ListedMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  isActive: boolean;
  /** The names of the stores that are the member's. */
  stores: string[];
  /** Of these, how many are not paused. */
  activeStores: number;
  /** How many leads the member has to go on working. */
  openLeads: number;
  /** Whether the member signs in with a code, too; not told of former members. */
  hasSecondFactor: boolean;
  /** To five minutes; null when the member never was here. */
  lastSeenAt: Date | null;
}

/** Everybody who is or was a member, for admins: who is active first, then by name. */
export async function listMembers(session: Session): Promise<ListedMember[]> {
  const members = await selectMembers(session);
  const { compare } = new Intl.Collator(session.locale);
  return members
    .map((member) => ({ ...member, stores: member.stores.toSorted(compare) }))
    .sort((one, other) => Number(other.isActive) - Number(one.isActive) || compare(one.name, other.name));
}

function selectMembers(session: Session): Promise<ListedMember[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<ListedMember[]>`
      select person.id, person.name, person.email, member.role, member.is_active as "isActive",
        coalesce(store.names, '{}') as stores, store.active as "activeStores", lead.open as "openLeads", visit.seen_at as "lastSeenAt",
        factor.user_id is not null as "hasSecondFactor"
      from memberships member
      join users person on person.id = member.user_id
      left join member_visits visit on visit.workspace_id = member.workspace_id and visit.user_id = member.user_id
      left join astra.members_with_second_factor(${session.workspace.id}::uuid) factor (user_id) on factor.user_id = member.user_id
      cross join lateral (
        select array_agg(integrations.name) as names, (count(*) filter (where integrations.is_active))::int as active from integrations
        where integrations.workspace_id = member.workspace_id and integrations.user_id = member.user_id
          and integrations.removed_at is null
      ) store
      cross join lateral (
        select count(*)::int as open from crm_leads
        where crm_leads.workspace_id = member.workspace_id and crm_leads.user_id = member.user_id
          and crm_leads.kpi_status = any (${openKpiStatuses}::text[])
      ) lead
      where member.workspace_id = ${session.workspace.id}::uuid order by person.id`,
  );
}

/** The workspaces of which the person is an active member, by name. */
export async function listWorkspaces(session: Session): Promise<{ id: string; name: string }[]> {
  const workspaces = await forUser(session, (tx) =>
    tx.workspace.findMany({
      where: { memberships: { some: { userId: session.userId, isActive: true } } },
      orderBy: { id: "asc" },
      select: { id: true, name: true },
    }),
  );
  const { compare } = new Intl.Collator(session.locale);
  return workspaces.sort((one, other) => compare(one.name, other.name));
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

import "server-only";
import type { Role } from "#lib/base/auth/permissions.ts";
import type { Token } from "#lib/base/auth/token.ts";
import { type Assurance, forUser } from "#lib/base/db/access.ts";
import type { TimeFormat } from "#lib/base/i18n/formats.ts";
import { defaultLocale, type Locale } from "#lib/base/i18n/locales.ts";
import type { WorkingHours } from "#lib/base/time/working-hours.ts";

// What a person is worth, asked by no request as well: the worker runs without Next.

/** A signed-in, active member and the workspace that the member works in. */
export interface Session {
  userId: string;
  /** How sure it is that it is this person: policies ask for it. */
  aal: Assurance;
  email: string;
  name: string;
  /** The chosen language, else what the browser asks for, or asked for at the last sign-in. */
  locale: Locale;
  timezone: string;
  timeFormat: TimeFormat;
  role: Role;
  workspace: {
    id: string;
    name: string;
    slug: string;
    currency: string;
    timezone: string;
    workingHours?: WorkingHours;
    /** The key of a file. */
    logo?: string | null;
  };
  /** Set where an admin looks at Astra as this member; language and clock are then the admin's. */
  viewing?: Viewing | null;
}

/** Who looks at Astra as another member sees it: nothing can be changed meanwhile. */
export interface Viewing {
  workspaceId: string;
  adminId: string;
  adminName: string;
  /** When it ends by itself, as ISO 8601. */
  endsAt: string;
}

/** What a session still has to give: a code of the second factor, or, where the workspace wants one of its admins, a second factor. */
export type Owed = "code" | "enrolment";

/** What a person is who has a token: `isLive` says whether the token's session has not been ended, by a new password say. */
export interface Standing {
  isLive: boolean;
  /** Null when the session is sure enough. */
  owes: Owed | null;
  /** Null when no active membership is left. */
  session: Session | null;
}

/** The session of a user id that is proven otherwise than by a browser's token, and as sure as any; null when no active membership is left. */
export async function loadSession(userId: string): Promise<Session | null> {
  return (await loadStanding({ userId, sessionId: null, workspaceId: null }, null)).session;
}

/** The session of a member in one workspace, for a job that speaks to the person; null when the person is no active member of it. */
export async function loadSessionIn(userId: string, workspaceId: string): Promise<Session | null> {
  const { session } = await loadStanding({ userId, sessionId: null, workspaceId }, null);
  return session?.workspace.id === workspaceId ? session : null;
}

/**
 * What a verified token is worth now; null when its session was ended or owes something, or no active membership is left.
 *
 * @param asked the language that the browser asks for
 */
export async function reloadSession(token: Token, asked: Locale | null = null): Promise<Session | null> {
  const { isLive, owes, session } = await loadStanding(token, asked);
  return isLive && !owes ? session : null;
}

/**
 * One question for all of it, since every request asks it. It is asked with claims that see the own membership however sure the session is, which is
 * part of the answer. Without a session's id only the membership is looked at, and that is no visit. Of several workspaces it is the chosen one, else
 * the one joined first. Whoever looks at Astra as a member is in that member's workspace.
 */
export async function loadStanding(
  { userId, sessionId, workspaceId }: Omit<Token, "sessionId"> & { sessionId: string | null },
  asked: Locale | null,
): Promise<Standing> {
  const [row] = await forUser(
    { userId, aal: "aal2" },
    (tx) => tx.$queryRaw<StandingRow[]>`
      select token.aal, token.owes, found.session,
        token.aal is not null and token.owes is null and ${sessionId}::uuid is not null and astra.note_visit(found.workspace_id)
      from (
        select aal, nullif(astra.wanted_factor(), case when aal = 'aal2' then 'code' end) as owes
        from (select case when ${sessionId}::uuid is null then 'aal2' else astra.session_aal(${sessionId}::uuid) end as aal) session
      ) as token left join (
        select workspace.id as workspace_id, json_build_object(
          'userId', shown.id, 'email', shown.email, 'name', shown.name, 'timezone', shown.timezone, 'timeFormat', person.time_format,
          'locale', coalesce(person.locale, ${asked}, person.browser_locale, ${defaultLocale}),
          'role', coalesce(viewing.role, member.role),
          'viewing', case when viewing.member_id is not null then json_build_object('workspaceId', workspace.id,
            'adminId', person.id, 'adminName', person.name, 'endsAt', viewing.ends_at) end,
          'workspace', json_build_object('id', workspace.id, 'name', workspace.name, 'slug', workspace.slug,
            'currency', workspace.currency, 'timezone', workspace.timezone, 'workingHours', workspace.working_hours,
            'logo', workspace.logo)
        ) as session
        from memberships member
        join users person on person.id = member.user_id
        join workspaces workspace on workspace.id = member.workspace_id
        left join astra.viewing(${sessionId}::uuid) viewing on viewing.workspace_id = member.workspace_id
        join users shown on shown.id = coalesce(viewing.member_id, member.user_id)
        where member.user_id = ${userId}::uuid and member.is_active
        order by viewing.member_id is not null desc, member.workspace_id is not distinct from ${workspaceId}::uuid desc, member.created_at limit 1
      ) as found on true`,
  );
  const { aal = null, owes = null, session = null } = row ?? {};
  return { isLive: aal !== null, owes, session: session && { aal: aal ?? "aal1", ...session } };
}

interface StandingRow {
  /** Null when the session was ended. */
  aal: Assurance | null;
  owes: Owed | null;
  session: Omit<Session, "aal"> | null;
}

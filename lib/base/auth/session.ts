import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { can, type Permission, type Role } from "#lib/base/auth/permissions.ts";
import { getToken, type Token } from "#lib/base/auth/token.ts";
import { forUser } from "#lib/base/db/access.ts";
import { askedLocale } from "#lib/base/i18n/asked.ts";
import type { TimeFormat } from "#lib/base/i18n/formats.ts";
import { defaultLocale, type Locale } from "#lib/base/i18n/locales.ts";
import type { WorkingHours } from "#lib/base/time/working-hours.ts";

/** Who looks at Astra as another member sees it: nothing can be changed meanwhile. */
export interface Viewing {
  workspaceId: string;
  adminId: string;
  adminName: string;
  /** When it ends by itself, as ISO 8601. */
  endsAt: string;
}

/** A signed-in, active member and the workspace that the member works in. */
export interface Session {
  userId: string;
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

/** What a person is who has a token: `isLive` says whether the token's session has not been ended, by a new password say. */
interface Standing {
  isLive: boolean;
  /** Null when no active membership is left. */
  session: Session | null;
}

const getStanding = cache(async (): Promise<Standing | null> => {
  const token = await getToken();
  return token && loadStanding(token, await languageOfBrowser());
});

/**
 * The person who asks, or null for a stranger, an ended session or a member who was deactivated. Read once for each request.
 *
 * @throws UserError when nobody can say, because the auth server is away
 */
export async function getSession(): Promise<Session | null> {
  const standing = await getStanding();
  return standing?.isLive ? standing.session : null;
}

/** The person who asks; strangers are sent to the login page, and so are deactivated members, who are told why. */
export async function requireSession(): Promise<Session> {
  const standing = await getStanding();
  if (!standing?.isLive) redirect("/login");
  return standing.session ?? redirect("/login?notice=inactiveMember");
}

/**
 * The person who asks for a page, which for those without the permission is not there; strangers are sent to the login page. What is a
 * person's own is not there for an admin who looks at Astra as that person.
 */
export async function requirePermission(permission: Permission): Promise<Session> {
  const session = await requireSession();
  const isOthers = session.viewing && permission === "profile.write";
  return can(session.role, permission) && !isOthers ? session : notFound();
}

/** By whose account is counted what somebody asks for: an admin who looks at Astra as a member uses up nothing of the member's. */
export function accountOf({ userId, viewing }: Session): string {
  return viewing?.adminId ?? userId;
}

/** The session of a verified user id; null when no active membership is left. */
export async function loadSession(userId: string): Promise<Session | null> {
  return (await loadStanding({ userId, sessionId: null, workspaceId: null }, null)).session;
}

/**
 * What a verified token is worth now; null when its session was ended or no active membership is left.
 *
 * @param asked the language that the browser asks for
 */
export async function reloadSession(token: Token, asked: Locale | null = null): Promise<Session | null> {
  const { isLive, session } = await loadStanding(token, asked);
  return isLive ? session : null;
}

/** What the browser that asks says of languages. Read once for each request. */
export const languageOfBrowser = cache(
  async (): Promise<Locale | null> => askedLocale((await headers()).get("accept-language")),
);

/**
 * One question for all of it, since every request asks it. Without a session's id only the membership is looked at, and that is no visit.
 * Of several workspaces it is the chosen one, else the one joined first. Whoever looks at Astra as a member is in that member's workspace.
 */
async function loadStanding(
  { userId, sessionId, workspaceId }: Omit<Token, "sessionId"> & { sessionId: string | null },
  asked: Locale | null,
): Promise<Standing> {
  const [row] = await forUser(
    { userId },
    (tx) => tx.$queryRaw<{ isLive: boolean; session: Session | null }[]>`
      select token."isLive", found.session,
        token."isLive" and ${sessionId}::uuid is not null and astra.note_visit(found.workspace_id)
      from (select ${sessionId}::uuid is null or astra.session_lives(${sessionId}::uuid) as "isLive") as token left join (
        select workspace.id as workspace_id, json_build_object(
          'userId', shown.id, 'email', shown.email, 'name', shown.name, 'timezone', shown.timezone,
          'timeFormat', person.time_format,
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
  return { isLive: row?.isLive ?? false, session: row?.session ?? null };
}

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
  workspace: { id: string; name: string; slug: string; currency: string; timezone: string };
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

/** The person who asks for a page, which for those without the permission is not there; strangers are sent to the login page. */
export async function requirePermission(permission: Permission): Promise<Session> {
  const session = await requireSession();
  return can(session.role, permission) ? session : notFound();
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
 * Of several workspaces it is the chosen one, else the one joined first.
 */
async function loadStanding(
  { userId, sessionId, workspaceId }: Omit<Token, "sessionId"> & { sessionId: string | null },
  asked: Locale | null,
): Promise<Standing> {
  const [row] = await forUser(
    { userId },
    (tx) => tx.$queryRaw<{ isLive: boolean; session: Omit<Session, "userId"> | null }[]>`
      select token."isLive", found.session,
        token."isLive" and ${sessionId}::uuid is not null and astra.note_visit(found.workspace_id)
      from (select ${sessionId}::uuid is null or astra.session_lives(${sessionId}::uuid) as "isLive") as token left join (
        select workspace.id as workspace_id, json_build_object(
          'email', person.email, 'name', person.name, 'timezone', person.timezone, 'timeFormat', person.time_format,
          'locale', coalesce(person.locale, ${asked}, person.browser_locale, ${defaultLocale}),
          'role', member.role,
          'workspace', json_build_object('id', workspace.id, 'name', workspace.name, 'slug', workspace.slug,
            'currency', workspace.currency, 'timezone', workspace.timezone)
        ) as session
        from memberships member
        join users person on person.id = member.user_id
        join workspaces workspace on workspace.id = member.workspace_id
        where member.user_id = ${userId}::uuid and member.is_active
        order by member.workspace_id is not distinct from ${workspaceId}::uuid desc, member.created_at limit 1
      ) as found on true`,
  );
  return { isLive: row?.isLive ?? false, session: row?.session ? { userId, ...row.session } : null };
}

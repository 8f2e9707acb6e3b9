import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { can, type Permission, type Role } from "#lib/base/auth/permissions.ts";
import { getToken, type Token } from "#lib/base/auth/token.ts";
import { workspaceOfSession } from "#lib/base/auth/workspace-of-session.ts";
import { type Assurance, forUser } from "#lib/base/db/access.ts";
import { askedLocale } from "#lib/base/i18n/asked.ts";
import type { TimeFormat } from "#lib/base/i18n/formats.ts";
import { defaultLocale, type Locale } from "#lib/base/i18n/locales.ts";
import type { WorkingHours } from "#lib/base/time/working-hours.ts";

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

/** Where it is given. */
const pageToGive: Record<Owed, string> = { code: "/login/code", enrolment: "/two-factor" };

/** What a person is who has a token: `isLive` says whether the token's session has not been ended, by a new password say. */
interface Standing {
  isLive: boolean;
  /** Null when the session is sure enough. */
  owes: Owed | null;
  /** Null when no active membership is left. */
  session: Session | null;
}

const getStanding = cache(async (): Promise<Standing | null> => {
  const token = await getToken();
  return token && loadStanding(token, await languageOfBrowser());
});

/**
 * The person who asks, or null for a stranger, an ended session, one that owes something, or a member who was deactivated. Read once for each request.
 *
 * @throws UserError when nobody can say, because the auth server is away
 */
export async function getSession(): Promise<Session | null> {
  const standing = await getKnownPerson();
  return standing && !standing.owes ? standing.session : null;
}

/** The same with those who still owe something, and what: they are known, and may do nothing but give it. */
export async function getKnownPerson(): Promise<{ session: Session; owes: Owed | null } | null> {
  const standing = await getStanding();
  if (!standing?.isLive || !standing.session) return null;
  return { session: standing.session, owes: standing.owes };
}

/** The person who asks; strangers are sent to the login page, deactivated members too, who are told why, and who owes something to where it is given. */
export async function requireSession(): Promise<Session> {
  const { session, owes } = await requireKnownPerson();
  if (owes) redirect(pageToGive[owes]);
  return session;
}

/** The same with those who still owe something, for the pages where it is given. */
export async function requireKnownPerson(): Promise<{ session: Session; owes: Owed | null }> {
  const standing = await getStanding();
  if (!standing?.isLive) redirect("/login");
  if (!standing.session) redirect("/login?notice=inactiveMember");
  return { session: standing.session, owes: standing.owes };
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

/** The session of a user id that is proven otherwise than by a browser's token, and as sure as any; null when no active membership is left. */
export async function loadSession(userId: string): Promise<Session | null> {
  return (await loadStanding({ userId, sessionId: null, workspaceId: null }, null)).session;
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

/** What the browser that asks says of languages. Read once for each request. */
export const languageOfBrowser = cache(
  async (): Promise<Locale | null> => askedLocale((await headers()).get("accept-language")),
);

/**
 * One question for all of it, since every request asks it. It is asked with claims that see the own membership however sure the session is, which is
 * part of the answer. Without a session's id only the membership is looked at, and that is no visit. Of several workspaces it is the chosen one, else
 * the one joined first. Whoever looks at Astra as a member is in that member's workspace.
 */
async function loadStanding(
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
          'workspace', ${workspaceOfSession}
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
  // An admin who owes nothing sees what a member sees, whatever that member signs in with.
  const sureness = session?.viewing ? "aal2" : (aal ?? "aal1");
  return { isLive: aal !== null, owes, session: session && { ...session, aal: sureness } };
}

interface StandingRow {
  /** Null when the session was ended. */
  aal: Assurance | null;
  owes: Owed | null;
  session: Omit<Session, "aal"> | null;
}

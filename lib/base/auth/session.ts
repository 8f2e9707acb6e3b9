import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { can, type Permission } from "#lib/base/auth/permissions.ts";
import { loadStanding, type Owed, type Session, type Standing } from "#lib/base/auth/standing.ts";
import { getToken } from "#lib/base/auth/token.ts";
import { askedLocale } from "#lib/base/i18n/asked.ts";
import type { Locale } from "#lib/base/i18n/locales.ts";

export {
  loadSession,
  type Owed,
  reloadSession,
  type Session,
  type Viewing,
} from "#lib/base/auth/standing.ts";

/** Where it is given what a session owes. */
const pageToGive: Record<Owed, string> = { code: "/login/code", enrolment: "/two-factor" };

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

/** What the browser that asks says of languages. Read once for each request. */
export const languageOfBrowser = cache(
  async (): Promise<Locale | null> => askedLocale((await headers()).get("accept-language")),
);

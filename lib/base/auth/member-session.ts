import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import { workspaceOfSession } from "#lib/base/auth/workspace-of-session.ts";
import { forUser } from "#lib/base/db/access.ts";
import { defaultLocale } from "#lib/base/i18n/locales.ts";

/**
 * The session of a member who asks by another way than a browser, such as a chat that is theirs, in one workspace; null when the person is no
 * active member of it (any more), or owes a second factor that a workspace wants of its admins: that is given in a browser. Whoever calls has
 * proved who asks, as surely as by a code.
 */
export async function memberSession(userId: string, workspaceId: string): Promise<Session | null> {
  const [row] = await forUser(
    { userId, aal: "aal2" },
    (tx) => tx.$queryRaw<{ session: Omit<Session, "userId" | "aal"> }[]>`
      select json_build_object(
        'email', person.email, 'name', person.name, 'timezone', person.timezone, 'timeFormat', person.time_format,
        'locale', coalesce(person.locale, person.browser_locale, ${defaultLocale}),
        'role', member.role,
        'workspace', ${workspaceOfSession}
      ) as session
      from memberships member
      join users person on person.id = member.user_id
      join workspaces workspace on workspace.id = member.workspace_id
      where member.user_id = ${userId}::uuid and member.workspace_id = ${workspaceId}::uuid and member.is_active
        and astra.wanted_factor() is distinct from 'enrolment'`,
  );
  return row ? { userId, aal: "aal2", ...row.session } : null;
}

import "server-only";
import { can, type Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { getToken } from "#lib/base/auth/token.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { MemberId } from "#lib/team/schema.ts";

/**
 * From the next request on, the admin's session sees Astra as a member does and changes nothing: for an hour, or until it is ended, signed
 * out, or one of the two has lost the right. It is noted in the audit log.
 *
 * @returns the role of the member
 * @throws UserError when there is no such active member, or it is an admin
 */
export async function beginViewing(session: Session, { userId }: MemberId): Promise<Role> {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
  const token = await getToken();
  if (!token) throw new UserError("signedOut");
  const [row] = await forUser(
    session,
    (tx) => tx.$queryRaw<{ role: Role | null }[]>`
      select astra.begin_viewing(${token.sessionId}::uuid, ${session.workspace.id}::uuid, ${userId}::uuid) as role`,
  );
  if (!row?.role) throw new UserError("notFoundViewed");
  return row.role;
}

/** From the next request on, the session is the admin's own again. */
export async function endViewing(): Promise<void> {
  const token = await getToken();
  if (!token) throw new UserError("signedOut");
  await forUser(token, (tx) => tx.$executeRaw`select astra.end_viewing(${token.sessionId}::uuid)`);
}

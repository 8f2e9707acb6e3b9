import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { can, type Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { isLimitExceeded, isUniqueViolation } from "#lib/base/db/errors.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { env } from "#lib/base/env.ts";
import type { NewInvitation } from "#lib/team/schema.ts";

/** An invitation that nobody has taken up yet, as the team's settings show it. */
export interface ListedInvitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  sentAt: Date;
  inviterName: string;
  /** Whether its link still opens. */
  isOpen: boolean;
}

/** A link to hand on. It is told once: only its hash is kept. */
export interface InvitationLink {
  link: string;
}

/** Whether the link of `invitation` opens: for seven days, and while whoever made it is an admin. */
export const isOpenInvitation = Prisma.sql`(
  invitation.sent_at > now() - interval '7 days' and exists (
    select from memberships inviter
    where inviter.workspace_id = invitation.workspace_id and inviter.user_id = invitation.invited_by_id
      and inviter.is_active and inviter.role = 'admin'))`;

/** How many invitations of a workspace may wait: all of them are listed. The database keeps to it. */
const invitationsLimit = 200;

/** What is kept of what a link carries. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Who is invited and has not come yet, for admins: the newest first. */
export function listInvitations(session: Session): Promise<ListedInvitation[]> {
  return forUser(
    session,
    (tx) => tx.$queryRaw<ListedInvitation[]>`
      select invitation.id, invitation.email, invitation.name, invitation.role, invitation.sent_at as "sentAt",
        sender.name as "inviterName", ${isOpenInvitation} as "isOpen"
      from invitations invitation join users sender on sender.id = invitation.invited_by_id
      where invitation.workspace_id = ${session.workspace.id}::uuid
      order by invitation.created_at desc, invitation.id limit ${invitationsLimit}`,
  );
}

/**
 * Invites a person. Whether the address has an account in another workspace is not asked, and so not told.
 *
 * @throws UserError when the person is or was a member, or is invited already, or too many are
 */
export async function invite(
  session: Session,
  { email, name, role }: NewInvitation,
): Promise<InvitationLink> {
  requireAdmin(session);
  const token = newToken();
  const workspaceId = session.workspace.id;
  try {
    await forUser(session, async (tx) => {
      await refuseMember(tx, workspaceId, email);
      await tx.$executeRaw`
        insert into invitations (workspace_id, email, name, role, token_hash)
        values (${workspaceId}::uuid, ${email}, ${name}, ${role}, ${hashOfToken(token)})`;
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("invitedAlready", { field: "email" });
    if (isLimitExceeded(error))
      throw new UserError("tooManyInvitations", { values: { limit: invitationsLimit } });
    throw error;
  }
  return linkOf(token);
}

/**
 * Makes a new link for an invitation, which counts for another seven days; the one before no longer opens.
 *
 * @throws UserError when there is no such invitation
 */
export async function renewInvitation(session: Session, { id }: { id: string }): Promise<InvitationLink> {
  requireAdmin(session);
  const token = newToken();
  const renewed = await forUser(
    session,
    (tx) => tx.$executeRaw`
      update invitations set token_hash = ${hashOfToken(token)}
      where id = ${id}::uuid and workspace_id = ${session.workspace.id}::uuid`,
  );
  if (renewed === 0) throw new UserError("notFoundInvitation");
  return linkOf(token);
}

/**
 * Takes an invitation back; its link no longer opens.
 *
 * @throws UserError when there is no such invitation
 */
export async function withdrawInvitation(session: Session, { id }: { id: string }): Promise<void> {
  requireAdmin(session);
  const { count } = await forUser(session, (tx) =>
    tx.invitation.deleteMany({ where: { id, workspaceId: session.workspace.id } }),
  );
  if (count === 0) throw new UserError("notFoundInvitation");
}

function requireAdmin(session: Session): void {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
}

async function refuseMember(tx: Transaction, workspaceId: string, email: string): Promise<void> {
  const member = await tx.membership.findFirst({
    where: { workspaceId, user: { email } },
    select: { isActive: true },
  });
  if (member) throw new UserError(member.isActive ? "memberAlready" : "formerMember", { field: "email" });
}

function newToken(): string {
  return randomBytes(32).toString("base64url");
}

function linkOf(token: string): InvitationLink {
  return { link: `${env().APP_URL}/invitation?token=${token}` };
}

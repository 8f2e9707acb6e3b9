import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { keyOf } from "#lib/base/auth/limits.ts";
import { can, type Role } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";
import { isLimitExceeded, isUniqueViolation } from "#lib/base/db/errors.ts";
import { Prisma } from "#lib/base/db/generated/client.ts";
import { env } from "#lib/base/env.ts";
import { consume, type Limit } from "#lib/base/http/rate-limit.ts";
import type { MailState } from "#lib/mail/model.ts";
import { queueMail } from "#lib/mail/queue.ts";
import { areMailsOn } from "#lib/mail/transport.ts";
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
  /** What became of the mail with its link; null when none was sent. */
  mailState: MailState | null;
}

/** A link to hand on. It is told once: only its hash is kept. */
export interface InvitationLink {
  link: string;
  /** Whether Astra mails it, too. */
  isMailed: boolean;
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
        sender.name as "inviterName", ${isOpenInvitation} as "isOpen", mail.state as "mailState"
      from invitations invitation join users sender on sender.id = invitation.invited_by_id
      left join mails mail on mail.invitation_id = invitation.id
      where invitation.workspace_id = ${session.workspace.id}::uuid
      order by invitation.created_at desc, invitation.id limit ${invitationsLimit}`,
  );
}

/**
 * Invites a person, by mail where mails are set up. Whether the address has an account in another workspace is not asked, and so not told.
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
  const mayMail = await mayMailInvitation(workspaceId, email);
  try {
    return await forUser(session, async (tx) => {
      await refuseMember(tx, workspaceId, email);
      const [made] = await tx.$queryRaw<{ id: string }[]>`
        insert into invitations (workspace_id, email, name, role, token_hash)
        values (${workspaceId}::uuid, ${email}, ${name}, ${role}, ${hashOfToken(token)}) returning id`;
      if (!made) throw new Error("The database made no invitation.");
      return handOn(tx, session, token, mayMail && { id: made.id, email, name });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new UserError("invitedAlready", { field: "email" });
    if (isLimitExceeded(error))
      throw new UserError("tooManyInvitations", { values: { limit: invitationsLimit } });
    throw error;
  }
}

/**
 * Makes a new link for an invitation, which counts for another seven days, and mails it where mails are set up; the one before no longer opens.
 *
 * @throws UserError when there is no such invitation
 */
export async function renewInvitation(session: Session, { id }: { id: string }): Promise<InvitationLink> {
  requireAdmin(session);
  const workspaceId = session.workspace.id;
  const invited = await forUser(session, (tx) =>
    tx.invitation.findFirst({ where: { id, workspaceId }, select: { id: true, email: true, name: true } }),
  );
  if (!invited) throw new UserError("notFoundInvitation");
  const mayMail = await mayMailInvitation(workspaceId, invited.email);
  const token = newToken();
  return forUser(session, async (tx) => {
    const renewed = await tx.$executeRaw`
      update invitations set token_hash = ${hashOfToken(token)} where id = ${id}::uuid and workspace_id = ${workspaceId}::uuid`;
    if (renewed === 0) throw new UserError("notFoundInvitation");
    return handOn(tx, session, token, mayMail && invited);
  });
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

/** Who is invited. */
interface Invited {
  id: string;
  email: string;
  name: string;
}

/**
 * The link, which is mailed in the admin's language: whether somebody has an account, and with which language, is not told.
 *
 * @param invited false where no mail may be sent
 */
async function handOn(
  tx: Transaction,
  session: Session,
  token: string,
  invited: Invited | false,
): Promise<InvitationLink> {
  const link = `${env().APP_URL}/invitation?token=${token}`;
  if (!invited) return { link, isMailed: false };
  const isMailed = await queueMail(tx, {
    to: invited.email,
    locale: session.locale,
    template: "invitation",
    data: { name: invited.name, inviterName: session.name, workspaceName: session.workspace.name, link },
    invitationId: invited.id,
  });
  return { link, isMailed };
}

const aDay = 24 * 60 * 60;

/** What one inbox gets of all workspaces, and what a workspace may send: the link is there to be handed on beyond that. */
const perInvitedInbox: Limit = { name: "invitation-mail-inbox", points: 6, seconds: aDay };
const perInvitingWorkspace: Limit = { name: "invitation-mail-workspace", points: 300, seconds: aDay };

async function mayMailInvitation(workspaceId: string, email: string): Promise<boolean> {
  if (!areMailsOn()) return false;
  if ((await consume(perInvitingWorkspace, workspaceId)) > 0) return false;
  return (await consume(perInvitedInbox, keyOf([email]))) === 0;
}

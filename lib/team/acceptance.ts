import "server-only";
import { refuseEvenly } from "#lib/base/auth/even-time.ts";
import { knowsPassword } from "#lib/base/auth/knows-password.ts";
import { perAccount, perAddress, spend } from "#lib/base/auth/limits.ts";
import type { Role } from "#lib/base/auth/permissions.ts";
import { signIn } from "#lib/base/auth/sign-in.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { createAccount, removeAccount } from "#lib/team/accounts.ts";
import { hashOfToken, isOpenInvitation } from "#lib/team/invitations.ts";
import { findAccount } from "#lib/team/queries.ts";
import type { Acceptance } from "#lib/team/schema.ts";

/** What an open link tells whoever has it: nothing that the inviter did not write. */
export interface OpenInvitation {
  email: string;
  name: string;
  workspaceName: string;
  inviterName: string;
}

/** The invitation that a link opens, without using it up; null when it is used, replaced, withdrawn, too old or made up. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const [invitation] = await forSystem(
    (tx) => tx.$queryRaw<OpenInvitation[]>`
      select invitation.email, invitation.name, workspace.name as "workspaceName", sender.name as "inviterName"
      from invitations invitation
      join workspaces workspace on workspace.id = invitation.workspace_id
      join users sender on sender.id = invitation.invited_by_id
      where invitation.token_hash = ${hashOfToken(token)} and ${isOpenInvitation}`,
  );
  return invitation ?? null;
}

/**
 * Makes the invited person a member and signs the person in; the link is used up by it. Who has an account proves it by its password, and
 * keeps name and password; for anybody else an account is made.
 *
 * @param address the network address that asks
 * @throws UserError when the link no longer opens, the password is wrong or too weak, the attempts are used up, or the auth server is away
 */
export async function acceptInvitation(
  { token, name, password }: Acceptance,
  address: string,
): Promise<Joined & { userId: string }> {
  await spend(perAddress, address);
  const invitation = await findInvitation(token);
  if (!invitation) throw new UserError("invitationGone");
  const credentials = { email: invitation.email, password };
  const account = await findAccount(invitation.email);
  const joined = account
    ? await joinWithAccount(account.id, credentials, token, address)
    : await joinAnew({ ...credentials, name }, token);
  const { userId } = await signIn(credentials, address);
  return { ...joined, userId };
}

interface Joined {
  workspaceId: string;
  role: Role;
}

async function joinWithAccount(
  userId: string,
  credentials: { email: string; password: string },
  token: string,
  address: string,
): Promise<Joined> {
  await spend(perAccount, credentials.email, address);
  const isTheirs = await refuseEvenly(
    () => knowsPassword(credentials),
    (isRight) => !isRight,
  );
  if (!isTheirs) throw new UserError("accountPasswordWrong", { field: "password" });
  return forSystem((tx) => useUp(tx, token, userId));
}

async function joinAnew(
  account: { email: string; name: string; password: string },
  token: string,
): Promise<Joined> {
  const userId = await createAccount(account);
  if (!userId) throw new UserError("invitationGone");
  try {
    return await forSystem(async (tx) => {
      const joined = await useUp(tx, token, userId);
      const { timezone } = await tx.workspace.findUniqueOrThrow({ where: { id: joined.workspaceId } });
      await tx.user.update({ where: { id: userId }, data: { timezone } });
      return joined;
    });
  } catch (error) {
    await removeAccount(userId, error);
    throw error;
  }
}

/** The row is gone with the first who takes it, so of two at once one is a member. Nobody who was shut out gets in again by it. */
async function useUp(tx: Transaction, token: string, userId: string): Promise<Joined> {
  const [invitation] = await tx.$queryRaw<Joined[]>`
    delete from invitations invitation where invitation.token_hash = ${hashOfToken(token)} and ${isOpenInvitation}
    returning invitation.workspace_id as "workspaceId", invitation.role`;
  if (!invitation) throw new UserError("invitationGone");
  const { count } = await tx.membership.createMany({
    data: [{ ...invitation, userId }],
    skipDuplicates: true,
  });
  if (count === 0) throw new UserError("invitationGone");
  return invitation;
}

import "server-only";
import { refuseEvenly } from "#lib/base/auth/even-time.ts";
import { knowsPassword } from "#lib/base/auth/knows-password.ts";
import { giveBack, keyOf, perAccount, perAddress, spend } from "#lib/base/auth/limits.ts";
import type { Role } from "#lib/base/auth/permissions.ts";
import { newPasswordSchema } from "#lib/base/auth/schema.ts";
import { signIn } from "#lib/base/auth/sign-in.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, type Transaction } from "#lib/base/db/access.ts";
import { type Limit, release } from "#lib/base/http/rate-limit.ts";
import { log } from "#lib/base/log.ts";
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

/** How often a workspace's invitation of an address may be tried, however often its link is renewed: each try tells whether there is an account. */
const perInvitation: Limit = { name: "invitation", points: 10, seconds: 24 * 60 * 60 };

/** The invitation that a link opens, without using it up; null when it is used, replaced, withdrawn, too old or made up. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const found = await findOpen(token);
  if (!found) return null;
  const { workspaceId: _workspace, ...invitation } = found;
  return invitation;
}

async function findOpen(token: string): Promise<(OpenInvitation & { workspaceId: string }) | null> {
  const [invitation] = await forSystem(
    (tx) => tx.$queryRaw<(OpenInvitation & { workspaceId: string })[]>`
      select invitation.email, invitation.name, workspace.name as "workspaceName", sender.name as "inviterName",
        workspace.id as "workspaceId"
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
 * @returns what the person is a member of now; no user id when the person has yet to sign in
 * @throws UserError when the link no longer opens, the password is wrong or too weak, the attempts are used up, or the auth server is away
 */
export async function acceptInvitation(
  { token, name, password }: Acceptance,
  address: string,
): Promise<Joined & { userId: string | null }> {
  await spend(perAddress, address);
  const invitation = await findOpen(token);
  if (!invitation) throw new UserError("invitationGone");
  const { email, workspaceId } = invitation;
  await spend(perInvitation, workspaceId, email);
  const credentials = { email, password };
  const account = await findAccount(email);
  const joined =
    account || !canBeNew(password)
      ? await joinWithAccount(account?.id ?? null, credentials, token, address)
      : await joinAnew({ ...credentials, name }, token);
  return { ...joined, userId: await tryToSignIn(credentials, address) };
}

function canBeNew(password: string): boolean {
  return newPasswordSchema.shape.password.safeParse(password).success;
}

/** The link is used up by now, so a failure is none of the acceptance: the person signs in by the sign-in. */
async function tryToSignIn(
  credentials: { email: string; password: string },
  address: string,
): Promise<string | null> {
  try {
    // Whoever got here has proved as much as by a sign-in, and was counted.
    await release(perAccount, keyOf([credentials.email, address]));
    await giveBack(perAddress, address);
    return (await signIn(credentials, address)).session.userId;
  } catch (error) {
    if (!(error instanceof UserError)) log.error({ err: error }, "who joined could not be signed in");
    return null;
  }
}

interface Joined {
  workspaceId: string;
  role: Role;
}

/** A password that no new account may have is refused in the same words and time where there is no account. */
async function joinWithAccount(
  userId: string | null,
  credentials: { email: string; password: string },
  token: string,
  address: string,
): Promise<Joined> {
  await spend(perAccount, credentials.email, address);
  const isTheirs = await refuseEvenly(
    () => knowsPassword(credentials),
    (isRight) => !isRight,
  );
  if (!isTheirs || !userId) {
    const reason = canBeNew(credentials.password) ? "accountPasswordWrong" : "joinPasswordUnfit";
    throw new UserError(reason, { field: "password" });
  }
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

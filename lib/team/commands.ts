import "server-only";
import { randomUUID } from "node:crypto";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forSystem, forUser } from "#lib/base/db/access.ts";
import { isCheckViolation } from "#lib/base/db/errors.ts";
import { createAccount, removeAccount } from "#lib/team/accounts.ts";
import { findAccount } from "#lib/team/queries.ts";
import type { Deactivation, MemberId, NewMember, NewWorkspace, RoleChange } from "#lib/team/schema.ts";

/** Makes a workspace; its slug is made from its name and differs from all others. */
export async function createWorkspace({ name, currency, timezone }: NewWorkspace): Promise<{ id: string }> {
  const id = randomUUID();
  for (let attempt = 1; ; attempt++) {
    const slug = attempt === 1 ? slugOf(name) : `${slugOf(name)}-${attempt}`;
    const { count } = await forSystem((tx) =>
      tx.workspace.createMany({ data: [{ id, name, slug, currency, timezone }], skipDuplicates: true }),
    );
    if (count === 1) return { id };
  }
}

/** The part of an address that stands for a name: "Lumea & Co." becomes "lumea-co". */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return slug || "workspace";
}

/**
 * Makes a person an active member of a workspace, with an account that can sign in. An account that exists keeps its
 * name and password; a member who exists gets the role. Without a membership no new account is left behind.
 *
 * @throws UserError when the auth server finds the password too weak
 */
export async function createMember(member: NewMember): Promise<{ userId: string; isNewAccount: boolean }> {
  const account = await findAccount(member.email);
  if (account) {
    await joinWorkspace(account.id, member);
    return { userId: account.id, isNewAccount: false };
  }
  const userId = await createAccount(member);
  if (!userId) throw new Error("An account of this address was made in the meantime.");
  try {
    await joinWorkspace(userId, member, { isNew: true });
  } catch (error) {
    await removeAccount(userId, error);
    throw error;
  }
  return { userId, isNewAccount: true };
}

/**
 * Gives a member another role; the next request, of sessions already open too, is the new role's.
 *
 * @throws UserError when there is no such active member, or it is the last active admin
 */
export async function changeRole(session: Session, { userId, role }: RoleChange): Promise<void> {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
  const { count } = await keepingAnAdmin(
    forUser(session, (tx) =>
      tx.membership.updateMany({
        where: { workspaceId: session.workspace.id, userId, isActive: true },
        data: { role },
      }),
    ),
  );
  if (count === 0) throw new UserError("notFoundMember");
}

/**
 * Shuts a member out at once: the next request, alert and page of an export find no active membership.
 *
 * @throws UserError when there is no such active member, or it is the last active admin
 */
export async function deactivateMember(
  session: Session,
  { userId, pausesStores }: Deactivation,
): Promise<void> {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
  const theirs = { workspaceId: session.workspace.id, userId };
  await keepingAnAdmin(
    forUser(session, async (tx) => {
      const { count } = await tx.membership.updateMany({
        where: { ...theirs, isActive: true },
        data: { isActive: false },
      });
      if (count === 0) throw new UserError("notFoundMember");
      if (!pausesStores) return;
      await tx.integration.updateMany({
        where: { ...theirs, isActive: true },
        data: { isActive: false, pausedReason: null },
      });
    }),
  );
}

/**
 * Lets a member who was shut out in again. Stores that were paused stay so: whoever takes them up decides what becomes of their deliveries.
 *
 * @throws UserError when there is no such deactivated member
 */
export async function activateMember(session: Session, { userId }: MemberId): Promise<void> {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
  const { count } = await forUser(session, (tx) =>
    tx.membership.updateMany({
      where: { workspaceId: session.workspace.id, userId, isActive: false },
      data: { isActive: true },
    }),
  );
  if (count === 0) throw new UserError("notFoundFormerMember");
}

/** The database refuses what would leave a workspace without an active admin. */
async function keepingAnAdmin<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (isCheckViolation(error)) throw new UserError("lastAdmin");
    throw error;
  }
}

async function joinWorkspace(
  userId: string,
  { workspaceId, role }: NewMember,
  options: { isNew?: boolean } = {},
): Promise<void> {
  await forSystem(async (tx) => {
    const { timezone } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    await tx.membership.upsert({
      where: { workspaceId_userId: { workspaceId, userId } },
      create: { workspaceId, userId, role },
      update: { role, isActive: true },
    });
    if (options.isNew) await tx.user.update({ where: { id: userId }, data: { timezone } });
  });
}

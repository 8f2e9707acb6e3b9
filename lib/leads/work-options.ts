import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser, type Transaction } from "#lib/base/db/access.ts";

/** What a person may choose from while working a lead; null where the role may not choose. */
export interface WorkOptions {
  tags: { id: string; name: string; color: string }[] | null;
  sellers: { id: string; name: string }[] | null;
}

/** The workspace's tags, and the active members whom a lead can be handed to. */
export function listWorkOptions(session: Session): Promise<WorkOptions> {
  return forUser(session, async (tx) => ({
    tags: can(session.role, "leads.write") ? await listTags(tx, session) : null,
    sellers: can(session.role, "leads.reassign") ? await listSellers(tx, session) : null,
  }));
}

function listTags(tx: Transaction, session: Session) {
  return tx.tag.findMany({
    where: { workspaceId: session.workspace.id },
    orderBy: { name: "asc" },
    select: { id: true, name: true, color: true },
  });
}

async function listSellers(tx: Transaction, session: Session) {
  const members = await tx.membership.findMany({
    where: { workspaceId: session.workspace.id, isActive: true, role: { not: "viewer" } },
    orderBy: [{ user: { name: "asc" } }, { userId: "asc" }],
    select: { user: { select: { id: true, name: true } } },
  });
  return members.map(({ user }) => user);
}

import "server-only";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { UserError } from "#lib/base/auth/user-error.ts";
import { forUser } from "#lib/base/db/access.ts";
import { countProducts } from "#lib/handover/products.ts";
import type { HandOver, HandOverPeople } from "#lib/handover/schema.ts";
import { openKpiStatuses } from "#lib/sales/statuses.ts";

/** What would change hands now, if all of it did. */
export function previewHandOver(session: Session, people: HandOverPeople): Promise<HandOver> {
  if (!can(session.role, "team.write")) throw new UserError("forbidden");
  const workspaceId = session.workspace.id;
  return forUser(session, async (tx) => {
    const theirs = { workspaceId, userId: people.fromId };
    const stores = await tx.integration.count({ where: { ...theirs, removedAt: null } });
    const leads = await tx.lead.count({ where: { ...theirs, kpiStatus: { in: [...openKpiStatuses] } } });
    return { stores, leads, ...(await countProducts(tx, workspaceId, people)) };
  });
}

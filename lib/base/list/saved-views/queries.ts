import "server-only";
import { cache } from "react";
import { can } from "#lib/base/auth/permissions.ts";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import { type ListName, listPlaces } from "#lib/base/list/names.ts";
import { type SavedView, sharedViewsLimit } from "#lib/base/list/saved-views/model.ts";

const byName = [{ name: "asc" }, { id: "asc" }] satisfies Prisma.SavedViewOrderByWithRelationInput[];
const shown = {
  select: { id: true, list: true, name: true, query: true, isShared: true },
} satisfies Prisma.SavedViewFindManyArgs;

/**
 * All of the person's own saved views in their order, then by name those that colleagues share, up to a limit; none of a list that the person may not open.
 * Read once for each request.
 */
export const listSavedViews = cache(async (session: Session): Promise<SavedView[]> => {
  const { userId, workspace, role } = session;
  const [own, shared] = await forUser(session, async (tx) => [
    await tx.savedView.findMany({
      ...shown,
      where: { workspaceId: workspace.id, userId },
      orderBy: [{ position: "asc" }, ...byName],
    }),
    await tx.savedView.findMany({
      ...shown,
      orderBy: byName,
      where: { workspaceId: workspace.id, userId: { not: userId }, isShared: true },
      take: sharedViewsLimit,
    }),
  ]);
  const views = [
    ...own.map((view) => toSavedView(view, true)),
    ...shared.map((view) => toSavedView(view, false)),
  ];
  return views.filter(({ list }) => can(role, listPlaces[list].permission));
});

function toSavedView(row: Omit<SavedView, "list" | "isOwn"> & { list: string }, isOwn: boolean): SavedView {
  return { ...row, list: row.list as ListName, isOwn };
}

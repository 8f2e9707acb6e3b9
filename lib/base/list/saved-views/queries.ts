import "server-only";
import { cache } from "react";
import type { Session } from "#lib/base/auth/session.ts";
import { forUser } from "#lib/base/db/access.ts";
import type { Prisma } from "#lib/base/db/generated/client.ts";
import type { ListName } from "#lib/base/list/names.ts";
import { sharedViewsLimit } from "#lib/base/list/saved-views/model.ts";

/** A named set of filters of a list. */
export interface SavedView {
  id: string;
  list: ListName;
  name: string;
  query: string;
  isShared: boolean;
  /** The person's own may be renamed and deleted; an admin may delete what others share. */
  isOwn: boolean;
}

const byName = {
  orderBy: [{ name: "asc" }, { id: "asc" }],
  select: { id: true, list: true, name: true, query: true, isShared: true },
} satisfies Prisma.SavedViewFindManyArgs;

/** All of the person's own saved views by name, then those that colleagues share, up to a limit. Read once for each request. */
export const listSavedViews = cache(async (session: Session): Promise<SavedView[]> => {
  const { userId, workspace } = session;
  const [own, shared] = await forUser(session, async (tx) => [
    await tx.savedView.findMany({ ...byName, where: { workspaceId: workspace.id, userId } }),
    await tx.savedView.findMany({
      ...byName,
      where: { workspaceId: workspace.id, userId: { not: userId }, isShared: true },
      take: sharedViewsLimit,
    }),
  ]);
  return [...own.map((view) => toSavedView(view, true)), ...shared.map((view) => toSavedView(view, false))];
});

function toSavedView(row: Omit<SavedView, "list" | "isOwn"> & { list: string }, isOwn: boolean): SavedView {
  return { ...row, list: row.list as ListName, isOwn };
}

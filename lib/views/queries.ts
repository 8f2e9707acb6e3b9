import "server-only";
import { cache } from "react";
import type { Session } from "#lib/auth/session.ts";
import { forUser } from "#lib/db/access.ts";
import type { ViewList } from "#lib/views/schema.ts";

/** A named set of filters of a list. */
export interface SavedView {
  id: string;
  list: ViewList;
  name: string;
  query: string;
  isShared: boolean;
  /** The person's own may be renamed and deleted. */
  isOwn: boolean;
}

/** The person's own saved views and those that colleagues share, by name. Read once for each request. */
export const listSavedViews = cache(async (session: Session): Promise<SavedView[]> => {
  const views = await forUser(session, (tx) =>
    tx.savedView.findMany({
      where: { workspaceId: session.workspace.id },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: 100,
      select: { id: true, list: true, name: true, query: true, isShared: true, userId: true },
    }),
  );
  return views.map(({ userId, list, ...view }) => ({
    ...view,
    list: list as ViewList,
    isOwn: userId === session.userId,
  }));
});

import "server-only";
import type { Session } from "#lib/base/auth/session.ts";
import type { ListName } from "#lib/base/list/names.ts";
import { type SavedViewCounts, viewsToCount } from "#lib/base/list/saved-views/model.ts";
import type { SavedView } from "#lib/base/list/saved-views/queries.ts";
import { countSavedViews } from "#lib/leads/saved-view-counts.ts";

/** Counts what views of one list hold, in one statement with an end to its patience; it has no counts rather than an error. */
type Counter = (session: Session, views: SavedView[]) => Promise<SavedViewCounts>;

/** The lists whose views say how much is in them. */
const counters = new Map<ListName, Counter>([["leads", countSavedViews]]);

/** How much is in the saved views. */
export async function savedViewCounts(session: Session, views: SavedView[]): Promise<SavedViewCounts> {
  const asked = viewsToCount(views, [...counters.keys()]);
  const counts = await Promise.all(
    [...counters].map(([name, count]) =>
      count(
        session,
        asked.filter(({ list }) => list === name),
      ),
    ),
  );
  return Object.assign({}, ...counts);
}

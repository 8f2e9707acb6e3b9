import type { ListName } from "#lib/base/list/names.ts";
import type { Count } from "#lib/base/list/page.ts";
import type { SavedView } from "#lib/base/list/saved-views/queries.ts";

/** How many views a person may save in a workspace; the trigger `limit_saved_views` holds to it. */
export const ownViewsLimit = 50;

/** How many of these a person may share with the workspace; the trigger `limit_shared_views` holds to it. */
export const ownSharedViewsLimit = 10;

/** How many of the views that colleagues share are listed. */
export const sharedViewsLimit = 100;

/** Of how many of these the sidebar says how much is in them. */
const sharedViewsCounted = 12;

/** How many rows saved views hold, by the view's id; a view may have no count. */
export type SavedViewCounts = Record<string, Count>;

/**
 * The views whose rows are counted: one's own and the first that colleagues share, since every page pays for each.
 *
 * @param counted the lists whose views have counts
 */
export function viewsToCount(views: SavedView[], counted: readonly ListName[]): SavedView[] {
  const countable = views.filter(({ list }) => counted.includes(list));
  const own = countable.filter(({ isOwn }) => isOwn).slice(0, ownViewsLimit);
  const shared = countable.filter(({ isOwn }) => !isOwn).slice(0, sharedViewsCounted);
  return [...own, ...shared];
}

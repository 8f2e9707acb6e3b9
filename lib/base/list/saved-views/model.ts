import type { ListName } from "#lib/base/list/names.ts";

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

/** How many views a person may save in a workspace; the trigger `limit_saved_views` holds to it. */
export const ownViewsLimit = 50;

/** How many of these a person may share with the workspace; the trigger `limit_shared_views` holds to it. */
export const ownSharedViewsLimit = 10;

/** How many of the views that colleagues share are listed. */
export const sharedViewsLimit = 100;

/** Of how many of these the sidebar says how much is in them. */
const sharedViewsCounted = 12;

/** The views whose leads are counted: one's own and the first that colleagues share, since every page pays for each. */
export function viewsToCount(views: SavedView[]): SavedView[] {
  const ofLeads = views.filter(({ list }) => list === "leads");
  const own = ofLeads.filter(({ isOwn }) => isOwn).slice(0, ownViewsLimit);
  const shared = ofLeads.filter(({ isOwn }) => !isOwn).slice(0, sharedViewsCounted);
  return [...own, ...shared];
}

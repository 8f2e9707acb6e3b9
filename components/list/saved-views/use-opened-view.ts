"use client";

import { useState } from "react";
import { isSameQuery, isWorthKeeping } from "#components/list/saved-views/same-query.ts";
import type { ListName } from "#lib/base/list/names.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";

/** The saved view that is open, and the one that was open before its filters were changed; that is forgotten with the last filter. */
export function useOpenedView(list: ListName, query: string, views: SavedView[]) {
  const [openedId, setOpenedId] = useState<string | null>(null);
  const open = views.find((view) => view.list === list && isSameQuery(view.query, query));
  const opened = isWorthKeeping(query) ? (open?.id ?? openedId) : null;
  if (opened !== openedId) setOpenedId(opened);
  return { open, changed: open ? undefined : views.find(({ id, isOwn }) => isOwn && id === opened) };
}

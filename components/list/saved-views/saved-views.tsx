"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { isSameQuery, isWorthKeeping, keptQuery } from "#components/list/saved-views/same-query.ts";
import { SharedViewMenu, ViewMenu } from "#components/list/saved-views/view-menu.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { cn } from "#components/ui/cn.ts";
import { useAddress } from "#components/ui/going.tsx";
import { useArrived } from "#components/ui/use-arrived.ts";
import { can } from "#lib/base/auth/permissions.ts";
import { listPlaces } from "#lib/base/list/names.ts";
import type { SavedView, SavedViewCounts } from "#lib/base/list/saved-views/model.ts";

export interface SavedViewsProps {
  views: SavedView[];
  /** Come later than the views; a view may have none. */
  counts: Promise<SavedViewCounts>;
}

const noCounts: SavedViewCounts = {};

/** The saved views in the sidebar, and how much is in them. */
export function SavedViews({ views, counts }: SavedViewsProps) {
  const t = useTranslations("views");
  const { pathname, query } = useAddress();
  const known = useArrived(counts, noCounts);
  const own = views.filter(({ isOwn }) => isOwn).map(({ id }) => id);
  const mayDeleteShared = can(useRole(), "views.deleteShared");
  if (views.length === 0) return null;
  return (
    <nav aria-label={t("title")} className="mt-5 min-h-0 overflow-y-auto px-3">
      <h2 className="mb-1 px-2 text-subheading text-xs">{t("title")}</h2>
      <ul className="grid grid-cols-1 gap-0.5">
        {views.map((view) => (
          <li key={view.id} className="group relative">
            <ViewLink
              view={view}
              count={known[view.id]}
              isOpen={pathname === listPlaces[view.list].path && isSameQuery(query, view.query)}
              hasMenu={view.isOwn || mayDeleteShared}
            />
            {view.isOwn && (
              <ViewMenu
                view={view}
                own={own}
                shown={
                  pathname === listPlaces[view.list].path && isWorthKeeping(query) ? keptQuery(query) : null
                }
              />
            )}
            {!view.isOwn && mayDeleteShared && <SharedViewMenu view={view} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ViewLinkProps {
  view: SavedView;
  count: SavedViewCounts[string] | undefined;
  isOpen: boolean;
  hasMenu: boolean;
}

function ViewLink({ view, count, isOpen, hasMenu }: ViewLinkProps) {
  return (
    <Link
      href={`${listPlaces[view.list].path}?${view.query}`}
      aria-current={isOpen ? "page" : undefined}
      className="flex h-[34px] items-center gap-2.5 rounded-lg px-2 font-medium text-base text-body transition-colors hover:bg-hover hover:text-heading aria-[current=page]:bg-hover aria-[current=page]:text-heading max-lg:h-11 max-lg:pe-12"
    >
      <span aria-hidden className="flex size-4 shrink-0 items-center justify-center">
        <span className="size-1.5 rounded-full bg-current opacity-60" />
      </span>
      <span className="truncate" title={view.name}>
        {view.name}
      </span>
      <Count count={count} givesWay={hasMenu} />
    </Link>
  );
}

/** Nothing for an empty view. On a laptop the menu of a view takes the place of its count while it is pointed at. */
function Count({ count, givesWay }: { count: ViewLinkProps["count"]; givesWay: boolean }) {
  const format = useFormatter();
  return (
    <span
      className={cn(
        "ms-auto min-w-6 shrink-0 text-end text-subheading text-xs tabular-nums",
        givesWay &&
          "lg:group-hover:opacity-0 lg:group-has-focus-visible:opacity-0 lg:group-has-data-[state=open]:opacity-0",
      )}
    >
      {count !== undefined && count.total > 0 && format.number(count.total)}
      {count?.isCapped && "+"}
    </span>
  );
}

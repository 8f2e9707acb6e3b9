"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ViewActions, ViewMenu } from "#components/views/view-menu.tsx";
import type { SavedView } from "#lib/views/queries.ts";

export interface SavedViewsProps extends ViewActions {
  views: SavedView[];
}

/** The saved views in the sidebar. */
export function SavedViews({ views, ...actions }: SavedViewsProps) {
  const t = useTranslations("views");
  const pathname = usePathname();
  const query = new URLSearchParams(useSearchParams());
  if (views.length === 0) return null;
  return (
    <nav aria-label={t("title")} className="mt-5 min-h-0 overflow-y-auto px-3">
      <h2 className="mb-1 px-2 text-subheading text-xs">{t("title")}</h2>
      <ul className="grid gap-0.5">
        {views.map((view) => {
          const isOpen = pathname === `/${view.list}` && isSame(query, view.query);
          return (
            <li key={view.id} className="group relative">
              <Link
                href={`/${view.list}?${view.query}`}
                aria-current={isOpen ? "page" : undefined}
                className="flex h-[34px] items-center gap-2.5 rounded-lg px-2 pr-9 font-medium text-base text-body transition-colors hover:bg-hover hover:text-heading aria-[current=page]:bg-hover aria-[current=page]:text-heading max-lg:h-11"
              >
                <span aria-hidden className="flex size-4 shrink-0 items-center justify-center">
                  <span className="size-1.5 rounded-full bg-current opacity-60" />
                </span>
                <span className="truncate" title={view.name}>
                  {view.name}
                </span>
              </Link>
              {view.isOwn && <ViewMenu view={view} {...actions} />}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The same parameters in whatever order; which page is open does not matter. */
function isSame(query: URLSearchParams, saved: string): boolean {
  const sorted = (params: URLSearchParams) =>
    [...params]
      .filter(([name]) => name !== "after" && name !== "before")
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join("&");
  return sorted(query) === sorted(new URLSearchParams(saved));
}

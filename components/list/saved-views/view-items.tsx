"use client";

import { useTranslations } from "next-intl";
import { moveColumn } from "#components/list/looks/list-look.ts";
import { isSameQuery } from "#components/list/saved-views/same-query.ts";
import { useRemoval, useViewAct } from "#components/list/saved-views/use-view-act.ts";
import { useRole } from "#components/shell/shell-context.tsx";
import { DropdownMenuItem } from "#components/ui/dropdown-menu.tsx";
import { can } from "#lib/base/auth/permissions.ts";
import { orderViewsAction, updateViewAction } from "#lib/base/list/actions.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";

export interface ViewItemsProps {
  view: SavedView;
  /** The ids of the person's own views, in their order. */
  own: string[];
  /** The query string that the view's list shows now; null when another page is open, or the list has no filter. */
  shown: string | null;
  onEdit: () => void;
}

/** What the person can do with an own view. */
export function ViewItems({ view, own, shown, onEdit }: ViewItemsProps) {
  const t = useTranslations("views");
  const act = useViewAct();
  const mayShare = can(useRole(), "views.share");
  const removeView = useRemoval(view);
  const moves = [
    { label: t("moveUp"), ids: moveColumn(own, [], view.id, -1) },
    { label: t("moveDown"), ids: moveColumn(own, [], view.id, 1) },
  ];
  return (
    <>
      <DropdownMenuItem onSelect={() => onEdit()}>{t(mayShare ? "edit" : "rename")}</DropdownMenuItem>
      {shown && !isSameQuery(shown, view.query) && (
        <DropdownMenuItem
          onSelect={() =>
            void act(() => updateViewAction({ id: view.id, query: shown }), t("updated", { name: view.name }))
          }
        >
          {t("update")}
        </DropdownMenuItem>
      )}
      {moves.map(
        ({ label, ids }) =>
          ids && (
            <DropdownMenuItem key={label} onSelect={() => void act(() => orderViewsAction({ ids }))}>
              {label}
            </DropdownMenuItem>
          ),
      )}
      <DropdownMenuItem destructive onSelect={() => void removeView()}>
        {t("remove")}
      </DropdownMenuItem>
    </>
  );
}

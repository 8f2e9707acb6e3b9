"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { moveColumn } from "#components/list/looks/list-look.ts";
import { isSameQuery } from "#components/list/saved-views/same-query.ts";
import { ViewForm } from "#components/list/saved-views/view-form.tsx";
import { useRole } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { toast } from "#components/ui/toast.ts";
import type { ActionResult } from "#lib/base/auth/action-result.ts";
import { can } from "#lib/base/auth/permissions.ts";
import {
  changeViewAction,
  deleteViewAction,
  orderViewsAction,
  updateViewAction,
} from "#lib/base/list/actions.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";

export interface ViewMenuProps {
  view: SavedView;
  /** The ids of the person's own views, in their order. */
  own: string[];
  /** The query string that the view's list shows now; null when another page is open, or the list has no filter. */
  shown: string | null;
}

/** Renames, shares, moves, updates or deletes one of the person's own views. */
export function ViewMenu({ view, own, shown }: ViewMenuProps) {
  const t = useTranslations("views");
  const act = useAct();
  const mayShare = can(useRole(), "views.share");
  const removeView = useRemoval(view);
  const [isEditing, setEditing] = useState(false);
  const moves = [
    { label: t("moveUp"), ids: moveColumn(own, [], view.id, -1) },
    { label: t("moveDown"), ids: moveColumn(own, [], view.id, 1) },
  ];
  return (
    <>
      <DropdownMenu>
        <MenuButton name={view.name} />
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={() => setEditing(true)}>
            {t(mayShare ? "edit" : "rename")}
          </DropdownMenuItem>
          {shown && !isSameQuery(shown, view.query) && (
            <DropdownMenuItem
              onSelect={() =>
                void act(
                  () => updateViewAction({ id: view.id, query: shown }),
                  t("updated", { name: view.name }),
                )
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
        </DropdownMenuContent>
      </DropdownMenu>
      <Dialog open={isEditing} onOpenChange={setEditing}>
        <DialogContent aria-describedby={undefined}>
          <DialogHeader>
            <DialogTitle>{t("editTitle")}</DialogTitle>
          </DialogHeader>
          <ViewForm
            view={{ name: view.name, isShared: view.isShared }}
            submitLabel={t("submit")}
            save={(values) => changeViewAction({ id: view.id, ...values })}
            onSaved={() => setEditing(false)}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

/** Deletes a view that a colleague shares. */
export function SharedViewMenu({ view }: { view: SavedView }) {
  const t = useTranslations("views");
  const removeView = useRemoval(view);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <DropdownMenu>
        <MenuButton name={view.name} />
        <DropdownMenuContent align="end">
          <DropdownMenuItem destructive onSelect={() => setAsking(true)}>
            {t("removeShared")}
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("removeSharedTitle", { name: view.name })}
        description={t("removeSharedText")}
        confirmLabel={t("removeShared")}
        destructive
        onConfirm={removeView}
      />
    </>
  );
}

/** On a laptop it is there only while its view is pointed at. */
function MenuButton({ name }: { name: string }) {
  const t = useTranslations("views");
  return (
    <DropdownMenuTrigger asChild>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t("menu", { name })}
        className="absolute top-1/2 end-1 size-7! -translate-y-1/2 focus-visible:opacity-100 data-[state=open]:opacity-100 group-hover:opacity-100 group-has-focus-visible:opacity-100 max-lg:size-11! lg:opacity-0"
      >
        <Ellipsis aria-hidden />
      </Button>
    </DropdownMenuTrigger>
  );
}

/** Deletes a view, says how that went, and answers whether it is gone. */
function useRemoval(view: SavedView): () => Promise<boolean> {
  const t = useTranslations("views");
  const act = useAct();
  return () => act(() => deleteViewAction({ id: view.id }), t("removed", { name: view.name }));
}

/** Does something with a view, says how that went, and answers whether it went well; what is seen at once needs no word. */
function useAct() {
  const unreachable = useTranslations("errors")("unreachable");
  return async (action: () => Promise<ActionResult<void>>, success?: string): Promise<boolean> => {
    const result = await callAction(action, unreachable);
    if (!result.ok) toast.error(result.message);
    else if (success) toast.success(success);
    return result.ok;
  };
}

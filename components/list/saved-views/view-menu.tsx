"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, useState } from "react";
import { useRemoval } from "#components/list/saved-views/use-view-act.ts";
import { ViewForm } from "#components/list/saved-views/view-form.tsx";
import type { ViewItemsProps } from "#components/list/saved-views/view-items.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog, DialogContent, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";
import { changeViewAction } from "#lib/base/list/actions.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";

const ViewItems = lazy(() =>
  import("#components/list/saved-views/view-items.tsx").then((module) => ({ default: module.ViewItems })),
);

/** Renames, shares, moves, updates or deletes one of the person's own views. */
export function ViewMenu(props: Omit<ViewItemsProps, "onEdit">) {
  const { view } = props;
  const t = useTranslations("views");
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <DropdownMenu>
        <MenuButton name={view.name} />
        <DropdownMenuContent align="end">
          <ViewItems {...props} onEdit={() => setEditing(true)} />
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

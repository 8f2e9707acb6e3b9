"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { updateViewAction } from "#lib/base/list/actions.ts";
import type { SavedView } from "#lib/base/list/saved-views/model.ts";

/** Lets the saved view from which one has come show what the list shows now. */
export function UpdateViewButton({ view, query }: { view: SavedView; query: string }) {
  const t = useTranslations("views");
  const { run, pending } = useButtonAction(
    () => updateViewAction({ id: view.id, query }),
    t("updated", { name: view.name }),
  );
  return (
    <Button
      variant="ghost"
      title={t("updateNamed", { name: view.name })}
      loading={pending}
      onClick={() => void run()}
    >
      <Bookmark aria-hidden className="md:hidden" />
      {t("update")}
    </Button>
  );
}

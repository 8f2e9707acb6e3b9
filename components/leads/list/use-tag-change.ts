"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { callAction } from "#components/ui/call-action.ts";
import { changeTagsAction } from "#lib/leads/actions.ts";
import type { ChangeTagsRequest, TagChange } from "#lib/leads/schema.ts";

/** Changes the tags of leads, with a toast that says how it went and offers to take it back. */
export function useTagChange() {
  const t = useTranslations("leads.tags");
  const undoLabel = useTranslations("leads.change")("undo");
  const unreachable = useTranslations("errors")("unreachable");
  const [isPending, startTransition] = useTransition();

  function changeTags(request: ChangeTagsRequest, onDone: () => void): void {
    startTransition(async () => {
      const result = await callAction(() => changeTagsAction(request), unreachable);
      if (!result.ok) {
        toast.error(result.message);
        return;
      }
      const { changed, missing, undo } = result.data;
      const show = missing > 0 ? toast.warning : toast.success;
      const action = undo.length > 0 && { action: { label: undoLabel, onClick: () => takeBack(undo) } };
      show(t(missing > 0 ? "partly" : "done", { changed, missing }), { ...action });
      onDone();
    });
  }

  function takeBack(changes: TagChange[]): void {
    startTransition(async () => {
      const result = await callAction(() => changeTagsAction({ changes }), unreachable);
      if (!result.ok) toast.error(result.message);
      else toast.success(t("undone", { changed: result.data.changed }));
    });
  }

  return { changeTags, isPending };
}

"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { changeTagsAction } from "#lib/leads/actions.ts";
import type { ChangeTagsRequest, TagChange } from "#lib/leads/schema.ts";

/** Changes the tags of leads, with a toast that says how it went and offers to take it back. */
export function useTagChange() {
  const t = useTranslations("leads.tags");
  const undoLabel = useTranslations("leads.change")("undo");
  const unreachable = useTranslations("errors")("unreachable");
  const [isPending, startTransition] = useTransition();

  /** Several requests are parts of one change, of more leads than one may have. */
  function changeTags(requests: ChangeTagsRequest[], onDone: () => void): void {
    startTransition(async () => {
      let changed = 0;
      let missing = 0;
      const undo: TagChange[][] = [];
      for (const request of requests) {
        const result = await callAction(() => changeTagsAction(request), unreachable);
        if (!result.ok) {
          toast.error(result.message);
          return;
        }
        changed += result.data.changed;
        missing += result.data.missing;
        if (result.data.undo.length > 0) undo.push(result.data.undo);
      }
      const show = missing > 0 ? toast.warning : toast.success;
      show(t(missing > 0 ? "partly" : "done", { changed, missing }), {
        undo: undo.length > 0 && { label: undoLabel, run: () => takeBack(undo) },
      });
      onDone();
    });
  }

  function takeBack(parts: TagChange[][]): void {
    startTransition(async () => {
      let changed = 0;
      for (const changes of parts) {
        const result = await callAction(() => changeTagsAction({ changes }), unreachable);
        if (!result.ok) {
          toast.error(result.message);
          return;
        }
        changed += result.data.changed;
      }
      toast.success(t("undone", { changed }));
    });
  }

  return { changeTags, isPending };
}

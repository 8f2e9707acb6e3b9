"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { partByPart } from "#components/leads/part-by-part.ts";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { changeTagsAction } from "#lib/leads/actions.ts";
import type { ChangeTagsRequest, TagChange } from "#lib/leads/schema.ts";
import type { TagsResult } from "#lib/leads/tag-commands.ts";

/** Changes the tags of leads, with a toast that says how it went and offers to take it back. */
export function useTagChange() {
  const t = useTranslations("leads.tags");
  const undoLabel = useTranslations("leads.change")("undo");
  const unreachable = useTranslations("errors")("unreachable");
  const [isPending, startTransition] = useTransition();

  /** Several requests are parts of one change, of more leads than one may have. */
  function changeTags(requests: ChangeTagsRequest[], onDone: () => void): void {
    startTransition(async () => {
      const { results, failure } = await partByPart(requests, (request) =>
        callAction(() => changeTagsAction(request), unreachable),
      );
      if (failure !== null) toast.error(failure);
      if (results.length > 0) tell(results, failure === null ? null : leadsOf(requests));
      if (failure === null) onDone();
    });
  }

  /** @param total of how many leads it was to be, where a part failed */
  function tell(results: TagsResult[], total: number | null): void {
    const changed = sum(results.map((result) => result.changed));
    const missing = sum(results.map((result) => result.missing));
    const undo = results.map((result) => result.undo).filter((changes) => changes.length > 0);
    const show = missing > 0 || total !== null ? toast.warning : toast.success;
    const text =
      total === null
        ? t(missing > 0 ? "partly" : "done", { changed, missing })
        : t("donePartly", { changed, total });
    show(text, { undo: undo.length > 0 && { label: undoLabel, run: () => takeBack(undo) } });
  }

  function takeBack(parts: TagChange[][]): void {
    startTransition(async () => {
      const { results, failure } = await partByPart(parts, (changes) =>
        callAction(() => changeTagsAction({ changes }), unreachable),
      );
      if (failure !== null) toast.error(failure);
      if (results.length === 0) return;
      const changed = sum(results.map((result) => result.changed));
      if (failure === null) toast.success(t("undone", { changed }));
      else
        toast.warning(t("undonePartly", { changed, total: leadsOf(parts.map((changes) => ({ changes }))) }));
    });
  }

  return { changeTags, isPending };
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function leadsOf(requests: ChangeTagsRequest[]): number {
  return new Set(requests.flatMap(({ changes }) => changes.flatMap(({ ids }) => ids))).size;
}

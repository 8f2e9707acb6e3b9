"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { inParts } from "#components/leads/in-parts.ts";
import { partByPart } from "#components/leads/part-by-part.ts";
import { sendStatusChange } from "#components/leads/send-status-change.ts";
import { merged, noResult, type StatusOutcome } from "#components/leads/status-result.ts";
import { useResultToast } from "#components/leads/use-result-toast.ts";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { undoStatusChangeAction } from "#lib/leads/actions.ts";
import type { StatusChangeResult } from "#lib/leads/commands.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

/** So many leads go in one request: what is under way shows how far it is. */
const leadsTogether = 200;

export interface StatusChangeOptions {
  /** Shows the change before the server has answered, with the setter of a `useOptimistic`: React takes it back after a refusal. */
  showAtOnce?: (request: StatusChangeInput) => void;
  onChanged?: (result: StatusChangeResult) => void;
}

/** How far a change of many leads is. */
export interface ChangeProgress {
  done: number;
  total: number;
}

/** Changes the status of leads: shown at once, with a toast that says how it went and offers to take it back. */
export function useStatusChange({ showAtOnce, onChanged }: StatusChangeOptions = {}) {
  const unreachable = useTranslations("errors")("unreachable");
  const undo = useUndo();
  const say = useResultToast(undo);
  const [isPending, startTransition] = useTransition();
  const [progress, setProgress] = useState<ChangeProgress | null>(null);

  function changeStatus(request: StatusChangeInput, onDone?: (result: StatusChangeResult) => void): void {
    startTransition(async () => {
      showAtOnce?.(request);
      const outcome = await changeInParts(request);
      setProgress(null);
      say(outcome, request);
      if (outcome.changed.length > 0) onChanged?.(outcome);
      onDone?.(outcome);
    });
  }

  /** What is changed when a part fails is changed, and can be taken back. */
  async function changeInParts(request: StatusChangeInput): Promise<StatusOutcome> {
    const parts = inParts(request.ids, leadsTogether);
    const { results, failure } = await partByPart(parts, (ids, index) => {
      if (parts.length > 1) setProgress({ done: index * leadsTogether, total: request.ids.length });
      return sendStatusChange({ ...request, ids }, unreachable);
    });
    return { ...results.reduce(merged, noResult), failure };
  }

  return { changeStatus, undo, isPending, progress };
}

/** Takes a change back, with a toast that says how that went. */
function useUndo() {
  const t = useTranslations("leads.change");
  const unreachable = useTranslations("errors")("unreachable");
  const [, startTransition] = useTransition();
  return (leads: StatusChangeResult["changed"], onUndone?: () => void) =>
    startTransition(async () => {
      const { results, failure } = await partByPart(inParts(leads, leadsTogether), (part) =>
        callAction(() => undoStatusChangeAction({ leads: part }), unreachable),
      );
      if (failure !== null) toast.error(failure);
      if (results.length === 0) return;
      const count = results.reduce((sum, { undone }) => sum + undone, 0);
      if (count < leads.length) toast.warning(t("undonePartly", { count, total: leads.length }));
      else toast.success(t("undone", { count }), { isUndone: true });
      onUndone?.();
    });
}

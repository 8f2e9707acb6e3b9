"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { type StatusResult, summarise } from "#components/leads/status-result.ts";
import { callAction } from "#components/ui/call-action.ts";
import { changeStatusAction, undoStatusChangeAction } from "#lib/leads/actions.ts";
import type { StatusChangeResult } from "#lib/leads/commands.ts";
import type { StatusChangeInput } from "#lib/leads/schema.ts";

export interface StatusChangeOptions {
  /** Shows the change before the server has answered, with the setter of a `useOptimistic`: React takes it back after a refusal. */
  showAtOnce?: (request: StatusChangeInput) => void;
  onChanged?: (result: StatusChangeResult) => void;
}

/** Changes the status of leads: shown at once, with a toast that says how it went and offers to take it back. */
export function useStatusChange({ showAtOnce, onChanged }: StatusChangeOptions = {}) {
  const t = useTranslations("errors");
  const say = useResultSentence();
  const undo = useUndo();
  const [isPending, startTransition] = useTransition();

  function changeStatus(request: StatusChangeInput): void {
    startTransition(async () => {
      showAtOnce?.(request);
      const result = await callAction(() => changeStatusAction(request), t("unreachable"));
      if (!result.ok) {
        toast.error(result.message);
        return;
      }
      const { changed, refused } = result.data;
      const options = changed.length > 0 ? { action: undo(changed) } : {};
      const show = refused.length === 0 ? toast.success : changed.length > 0 ? toast.warning : toast.error;
      show(say(result.data, request), options);
      if (changed.length > 0) onChanged?.(result.data);
    });
  }

  return { changeStatus, isPending };
}

/** The toast's button that takes a change back. */
function useUndo() {
  const t = useTranslations("leads.change");
  const unreachable = useTranslations("errors")("unreachable");
  const [, startTransition] = useTransition();
  return (leads: StatusChangeResult["changed"]) => ({
    label: t("undo"),
    onClick: () =>
      startTransition(async () => {
        const result = await callAction(() => undoStatusChangeAction({ leads }), unreachable);
        if (!result.ok) toast.error(result.message);
        else if (result.data.undone < leads.length)
          toast.warning(t("undonePartly", { count: result.data.undone, total: leads.length }));
        else toast.success(t("undone", { count: leads.length }));
      }),
  });
}

/** "Confirmed", "3 leads: Confirmed", "2 of 4 changed: 2 must be confirmed first". */
function useResultSentence() {
  const t = useTranslations("leads.change");
  const statuses = useTranslations("statuses");
  const format = useFormatter();
  return (result: StatusResult, { change }: StatusChangeInput): string => {
    const { outcome, changed, total, reasons } = summarise(result);
    const status =
      change.field === "codStatus" ? statuses(`cod.${change.to}`) : statuses(`logistic.${change.to}`);
    const why = format.list(reasons.map(({ reason, count }) => t(`why.${reason}`, { count })));
    if (outcome === "changed") return t("changed", { count: changed, status });
    if (outcome === "partly") return t("partly", { changed, total, why });
    return total === 1 ? t(`whyOne.${reasons[0]?.reason ?? "notAllowed"}`) : t("refused", { why });
  };
}

"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { TimelineMoment } from "#components/leads/timeline-moment.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import { toast } from "#components/ui/toast.ts";
import { undoMergeAction } from "#lib/customers/actions.ts";
import type { UndoableMerge } from "#lib/customers/undo-merge.ts";

/** Says that a customer was merged with another within the last day, and takes it back. */
export function UndoMerge({ merge }: { merge: UndoableMerge }) {
  const t = useTranslations("customers");
  const undo = useUndoMerge();
  const [pending, startTransition] = useTransition();
  return (
    <Alert
      title={t("merge.was", { person: merge.person ?? t("formerMember") })}
      action={
        <Button loading={pending} onClick={() => startTransition(() => undo(merge.id))}>
          <Undo2 aria-hidden />
          {t("merge.undo")}
        </Button>
      }
    >
      <TimelineMoment date={merge.mergedAt} /> · {t("merge.undoText")}
    </Alert>
  );
}

/** Takes a merge back and says how it went. */
export function useUndoMerge(): (mergeId: string) => Promise<void> {
  const t = useTranslations("customers.merge");
  const unreachable = useTranslations("errors")("unreachable");
  return async (mergeId) => {
    const result = await callAction(() => undoMergeAction({ mergeId }), unreachable);
    if (!result.ok) return toast.error(result.message);
    toast.success(t("undone", { leads: result.data.leads }), { isUndone: true });
  };
}

"use client";

import { useTranslations } from "next-intl";
import { lazy, type ReactNode, useState, useTransition } from "react";
import { useUndoMerge } from "#components/customers/undo-merge.tsx";
import { callAction } from "#components/ui/call-action.ts";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.ts";
import { mergeCustomersAction, previewMergeAction } from "#lib/customers/actions.ts";
import type { MergePreview } from "#lib/customers/merge.ts";
import type { MergeInput } from "#lib/customers/schema.ts";

const MergeSearch = lazy(() =>
  import("#components/customers/merge-search.tsx").then((module) => ({ default: module.MergeSearch })),
);
const MergePreviewForm = lazy(() =>
  import("#components/customers/merge-preview.tsx").then((module) => ({ default: module.MergePreviewForm })),
);

export interface MergeDialogProps {
  customerId: string;
  /** The other one, where it is known already; else it is looked for. */
  otherId?: string;
  /** The button that opens it. */
  trigger: ReactNode;
  onMerged?: () => void;
}

/** Makes one customer of this one and another: finds the other, shows what comes of it, then merges. */
export function MergeDialog({ customerId, otherId, trigger, onMerged }: MergeDialogProps) {
  const t = useTranslations("customers");
  const unreachable = useTranslations("errors")("unreachable");
  const undo = useUndoMerge();
  const [open, setOpen] = useState(false);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [pending, startTransition] = useTransition();

  function show(keptId: string, mergedId: string): void {
    startTransition(async () => {
      const result = await callAction(() => previewMergeAction({ keptId, mergedId }), unreachable);
      if (result.ok) return setPreview(result.data);
      toast.error(result.message);
      if (otherId) setOpen(false);
    });
  }

  function merge(input: MergeInput): void {
    startTransition(async () => {
      const result = await callAction(() => mergeCustomersAction(input), unreachable);
      if (!result.ok) return void toast.error(result.message);
      const { leads, mergeId } = result.data;
      toast.success(t("merge.done", { leads }), {
        undo: { label: t("merge.undo"), run: () => void undo(mergeId) },
      });
      setOpen(false);
      onMerged?.();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setPreview(null);
        if (next && otherId) show(customerId, otherId);
      }}
    >
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent className="md:max-w-xl">
        <DialogHeader>
          <DialogTitle>{t("merge.title")}</DialogTitle>
          <DialogDescription>{t("merge.text")}</DialogDescription>
        </DialogHeader>
        {preview && (
          <MergePreviewForm
            key={preview.kept.id}
            preview={preview}
            pending={pending}
            onBack={otherId ? null : () => setPreview(null)}
            onSwap={() => show(preview.merged.id, preview.kept.id)}
            onMerge={merge}
          />
        )}
        {!preview && otherId && <Skeleton className="h-96 rounded-lg" />}
        {!preview && !otherId && (
          <MergeSearch customerId={customerId} pending={pending} onChoose={(id) => show(customerId, id)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

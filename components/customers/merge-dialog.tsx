"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { MergePreviewForm } from "#components/customers/merge-preview.tsx";
import { MergeSearch } from "#components/customers/merge-search.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { mergeCustomersAction, previewMergeAction } from "#lib/customers/actions.ts";
import type { MergePreview } from "#lib/customers/merge.ts";
import type { MergeInput } from "#lib/customers/schema.ts";

/** Makes one customer of this one and another: finds the other, shows what comes of it, then merges. */
export function MergeDialog({ customerId }: { customerId: string }) {
  const t = useTranslations("customers");
  const unreachable = useTranslations("errors")("unreachable");
  const [open, setOpen] = useState(false);
  const [preview, setPreview] = useState<MergePreview | null>(null);
  const [pending, startTransition] = useTransition();

  function show(keptId: string, mergedId: string): void {
    startTransition(async () => {
      const result = await callAction(() => previewMergeAction({ keptId, mergedId }), unreachable);
      if (result.ok) setPreview(result.data);
      else toast.error(result.message);
    });
  }

  function merge(input: MergeInput): void {
    startTransition(async () => {
      const result = await callAction(() => mergeCustomersAction(input), unreachable);
      if (!result.ok) return void toast.error(result.message);
      toast.success(t("merge.done", { leads: result.data.leads }));
      setOpen(false);
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setPreview(null);
      }}
    >
      <DialogTrigger asChild>
        <Button>{t("detail.merge")}</Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-xl">
        <DialogHeader>
          <DialogTitle>{t("merge.title")}</DialogTitle>
          <DialogDescription>{t("merge.text")}</DialogDescription>
        </DialogHeader>
        {preview ? (
          <MergePreviewForm
            key={preview.kept.id}
            preview={preview}
            pending={pending}
            onBack={() => setPreview(null)}
            onSwap={() => show(preview.merged.id, preview.kept.id)}
            onMerge={merge}
          />
        ) : (
          <MergeSearch customerId={customerId} pending={pending} onChoose={(id) => show(customerId, id)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { StatusChange } from "#lib/leads/model.ts";

export interface ReasonDialogProps {
  /** Where a lead is to go back to; null while it is closed. */
  change: StatusChange | null;
  onClose: () => void;
  onReason: (reason: string) => void;
}

/** Asks why a lead goes back; the timeline keeps both. */
export function ReasonDialog({ change, onClose, onReason }: ReasonDialogProps) {
  const t = useTranslations("leads.reason");
  const statuses = useTranslations("statuses");
  const word =
    change &&
    (change.field === "codStatus" ? statuses(`cod.${change.to}`) : statuses(`logistic.${change.to}`));
  return (
    <Dialog open={change !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { status: word ?? "" })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ReasonForm onReason={onReason} />
      </DialogContent>
    </Dialog>
  );
}

function ReasonForm({ onReason }: Pick<ReasonDialogProps, "onReason">) {
  const t = useTranslations("leads.reason");
  const [error, setError] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason")).trim();
    if (reason) onReason(reason);
    else setError(t("missing"));
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field label={t("label")} error={error}>
        <Textarea name="reason" rows={2} maxLength={2000} />
      </Field>
      <DialogFooter>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}

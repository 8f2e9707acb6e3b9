"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { useOverlay } from "#components/ui/overlay-state.tsx";
import { useFocusReturn } from "#components/ui/use-focus-return.ts";

export interface ConfirmQuestionProps {
  title: ReactNode;
  description: ReactNode;
  /** What else is to be decided with it. */
  children?: ReactNode;
  /** The verb of what happens: "Delete store". */
  confirmLabel: ReactNode;
  destructive?: boolean;
  /** The dialog stays open, busy, until it settles; true closes it. */
  onConfirm: () => Promise<boolean>;
}

/** The question, fetched when it is about to be asked. */
export function ConfirmQuestion(props: ConfirmQuestionProps) {
  const t = useTranslations("common");
  const { open, setOpen } = useOverlay();
  const focus = useFocusReturn();
  const [pending, setPending] = useState(false);

  async function confirm() {
    setPending(true);
    try {
      if (await props.onConfirm()) setOpen(false);
    } finally {
      setPending(false);
    }
  }

  return (
    <AlertDialog open={open} onOpenChange={(next) => !pending && setOpen(next)}>
      <AlertDialogContent {...focus}>
        <div className="grid gap-1">
          <AlertDialogTitle>{props.title}</AlertDialogTitle>
          <AlertDialogDescription>{props.description}</AlertDialogDescription>
        </div>
        {props.children}
        <DialogFooter>
          <AlertDialogCancel asChild>
            <Button disabled={pending}>{t("cancel")}</Button>
          </AlertDialogCancel>
          <Button
            variant={props.destructive ? "destructive" : "primary"}
            loading={pending}
            onClick={() => void confirm()}
          >
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}

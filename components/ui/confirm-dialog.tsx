"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
  AlertDialogTrigger,
} from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";

export interface ConfirmDialogProps {
  /** The button that asks; left out when `open` is given from outside. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
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

export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTranslations("common");
  const [innerOpen, setInnerOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const open = props.open ?? innerOpen;
  const setOpen = props.onOpenChange ?? setInnerOpen;

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
      {props.trigger && <AlertDialogTrigger asChild>{props.trigger}</AlertDialogTrigger>}
      <AlertDialogContent>
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

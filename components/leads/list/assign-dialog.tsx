"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { inParts } from "#components/leads/in-parts.ts";
import { partByPart } from "#components/leads/part-by-part.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { callAction } from "#components/ui/call-action.ts";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { toast } from "#components/ui/toast.ts";
import { reassignAction } from "#lib/leads/actions.ts";
import { leadsLimit } from "#lib/leads/model.ts";

export interface AssignDialogProps {
  /** The leads to hand over; null while it is closed. */
  ids: string[] | null;
  sellers: { id: string; name: string }[];
  onDone: () => void;
  onClose: () => void;
}

/** Hands leads to a seller. */
export function AssignDialog({ ids, sellers, onDone, onClose }: AssignDialogProps) {
  const t = useTranslations("leads.assign");
  const unreachable = useTranslations("errors")("unreachable");
  const [isPending, startTransition] = useTransition();
  const chosen = ids ?? [];

  function choose(seller: { id: string; name: string }): void {
    startTransition(async () => {
      const { results, failure } = await partByPart(inParts(chosen, leadsLimit), (part) =>
        callAction(() => reassignAction({ ids: part, userId: seller.id }), unreachable),
      );
      if (failure !== null) toast.error(failure);
      if (results.length > 0) {
        const count = results.reduce((sum, { reassigned }) => sum + reassigned, 0);
        if (failure === null) toast.success(t("done", { count, name: seller.name }));
        else toast.warning(t("donePartly", { count, total: chosen.length, name: seller.name }));
      }
      if (failure !== null) return;
      onDone();
      onClose();
    });
  }

  return (
    <Dialog open={ids !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { count: chosen.length })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <ul className="grid gap-1">
          {sellers.map((seller) => (
            <li key={seller.id}>
              <Button
                variant="ghost"
                className="w-full justify-start"
                disabled={isPending}
                onClick={() => choose(seller)}
              >
                <Avatar decorative id={seller.id} name={seller.name} size="sm" />
                <span className="truncate">{seller.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

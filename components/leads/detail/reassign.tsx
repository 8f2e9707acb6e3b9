"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActKey } from "#components/leads/detail/act-key.tsx";
import { useLeadWork } from "#components/leads/detail/lead-work.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { reassignAction } from "#lib/leads/actions.ts";

export interface Seller {
  id: string;
  name: string;
}

interface ReassignProps {
  leadId: string;
  sellerId: string;
  sellers: Seller[];
}

/** Hands the lead to another seller. */
export function Reassign({ leadId, sellerId, sellers }: ReassignProps) {
  const t = useTranslations("lead.reassign");
  const others = sellers.filter(({ id }) => id !== sellerId);
  const { asked, ask } = useLeadWork();
  const [userId, setUserId] = useState(others[0]?.id ?? "");
  const name = others.find(({ id }) => id === userId)?.name ?? "";
  const { run, pending } = useButtonAction(
    () => reassignAction({ ids: [leadId], userId }),
    t("done", { name }),
  );

  async function save(): Promise<void> {
    if (await run()) ask(null);
  }

  if (others.length === 0) return null;
  return (
    <Dialog open={asked === "assign"} onOpenChange={(isOpen) => ask(isOpen ? "assign" : null)}>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" className="-mr-2 text-subheading">
          {t("open")}
          <ActKey act="assign" />
        </Button>
      </DialogTrigger>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <Field label={t("seller")}>
          <Select value={userId} onValueChange={setUserId}>
            <SelectTrigger />
            <SelectContent>
              {others.map(({ id, name: label }) => (
                <SelectItem key={id} value={id}>
                  {label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </Field>
        <DialogFooter>
          <Button variant="primary" loading={pending} onClick={() => void save()}>
            {t("save")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

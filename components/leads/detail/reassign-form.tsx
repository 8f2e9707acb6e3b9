"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DialogDescription, DialogFooter, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { reassignAction } from "#lib/leads/actions.ts";

/** Somebody who may get a lead. */
export interface Seller {
  id: string;
  name: string;
}

export interface ReassignFormProps {
  leadId: string;
  /** Who may get the lead. */
  sellers: Seller[];
  onDone: () => void;
}

/** Asks who gets the lead. */
export function ReassignForm({ leadId, sellers, onDone }: ReassignFormProps) {
  const t = useTranslations("lead.reassign");
  const [userId, setUserId] = useState(sellers[0]?.id ?? "");
  const name = sellers.find(({ id }) => id === userId)?.name ?? "";
  const { run, pending } = useButtonAction(
    () => reassignAction({ ids: [leadId], userId }),
    t("done", { name }),
  );

  async function save(): Promise<void> {
    if (await run()) onDone();
  }

  return (
    <>
      <DialogHeader>
        <DialogTitle>{t("title")}</DialogTitle>
        <DialogDescription>{t("text")}</DialogDescription>
      </DialogHeader>
      <Field label={t("seller")}>
        <Select value={userId} onValueChange={setUserId}>
          <SelectTrigger />
          <SelectContent>
            {sellers.map(({ id, name: label }) => (
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
    </>
  );
}

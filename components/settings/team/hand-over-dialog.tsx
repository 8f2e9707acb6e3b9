"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { HandOverParts } from "#components/settings/team/hand-over-parts.tsx";
import type { MemberDialogProps } from "#components/settings/team/role-dialog.tsx";
import { useHandOver } from "#components/settings/team/use-hand-over.ts";
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
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";

export interface HandOverDialogProps extends MemberDialogProps {
  receivers: { id: string; name: string }[];
}

/** Hands over what a member has: to whom, how much that is, and only then does it. */
export function HandOverDialog({ isOpen, ...props }: HandOverDialogProps) {
  const t = useTranslations("team.handOver");
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && props.onClose()}>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle className="wrap-anywhere">{t("title", { name: props.member.name })}</DialogTitle>
          <DialogDescription>{t(props.receivers.length > 0 ? "text" : "nobody")}</DialogDescription>
        </DialogHeader>
        {props.receivers.length > 0 && <HandOverForm {...props} />}
      </DialogContent>
    </Dialog>
  );
}

export function HandOverForm({ member, receivers, onClose }: Omit<HandOverDialogProps, "isOpen">) {
  const t = useTranslations("team.handOver");
  const common = useTranslations("common");
  const [chosen, setChosen] = useState({ stores: true, leads: true, products: true });
  const { receiver, preview, choose, run, pending } = useHandOver(member.id, onClose);
  const isSomething =
    preview !== null &&
    ((chosen.stores && preview.stores > 0) ||
      (chosen.leads && preview.leads > 0) ||
      (chosen.products && preview.products > 0));
  return (
    <>
      <Field label={t("to")}>
        <Select
          value={receiver?.id ?? ""}
          onValueChange={(id) => choose(receivers.find((one) => one.id === id) ?? null)}
        >
          <SelectTrigger placeholder={t("choose")} />
          <SelectContent>
            {receivers.map(({ id, name }) => (
              <SelectItem key={id} value={id}>
                {name}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </Field>
      <p role="status" className="sr-only">
        {receiver && !preview && t("counting")}
      </p>
      {receiver && (
        <HandOverParts
          name={member.name}
          receiver={receiver.name}
          preview={preview}
          chosen={chosen}
          onChange={setChosen}
        />
      )}
      <DialogFooter>
        <Button disabled={pending} onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button variant="primary" loading={pending} disabled={!isSomething} onClick={() => run(chosen)}>
          {t("submit")}
        </Button>
      </DialogFooter>
    </>
  );
}

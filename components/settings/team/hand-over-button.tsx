"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { HandOverForm } from "#components/settings/team/hand-over-dialog.tsx";
import { receiversOf } from "#components/settings/team/receivers.ts";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, SelectContent, SelectItem, SelectTrigger } from "#components/ui/select.tsx";
import type { ListedMember } from "#lib/team/queries.ts";

/** Asks whose things are handed over, then what the menu of the member asks. */
export function HandOverButton({ members }: { members: ListedMember[] }) {
  const t = useTranslations("team.handOver");
  const [isOpen, setIsOpen] = useState(false);
  const [fromId, setFromId] = useState("");
  const from = members.find(({ id }) => id === fromId);
  const receivers = from ? receiversOf(from, members) : [];

  function setOpen(open: boolean) {
    setIsOpen(open);
    setFromId("");
  }

  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <ArrowRight aria-hidden className="rtl:-scale-x-100" />
          {t("open")}
        </Button>
      </DialogTrigger>
      <DialogContent className="md:max-w-lg">
        <DialogHeader>
          <DialogTitle>{t("anyTitle")}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <Field label={t("from")}>
          <Select value={fromId} onValueChange={setFromId}>
            <SelectTrigger placeholder={t("chooseFrom")} />
            <SelectContent>
              {members.map(({ id, name }) => (
                <SelectItem key={id} value={id}>
                  {name}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </Field>
        {from && receivers.length === 0 && <p className="text-sm text-subheading">{t("nobody")}</p>}
        {from && receivers.length > 0 && (
          <HandOverForm key={from.id} member={from} receivers={receivers} onClose={() => setOpen(false)} />
        )}
      </DialogContent>
    </Dialog>
  );
}

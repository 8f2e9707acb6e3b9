"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callBackPresets, proposedCallBack } from "#components/leads/list/call-back-presets.ts";
import { useWorkTime } from "#components/shell/shell-context.tsx";
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
import { Input } from "#components/ui/input.tsx";
import { useNow } from "#components/ui/now.tsx";
import { fieldsOf, momentAt } from "#lib/base/time/moment.ts";

export interface CallBackDialogProps {
  /** How many leads it is about; null while it is closed. */
  count: number | null;
  onClose: () => void;
  onChoose: (callBackAt: Date) => void;
}

/** Asks when to call again. */
export function CallBackDialog({ count, onClose, onChoose }: CallBackDialogProps) {
  const t = useTranslations("leads.callBack");
  return (
    <Dialog open={count !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{t("title", { count: count ?? 1 })}</DialogTitle>
          <DialogDescription>{t("text")}</DialogDescription>
        </DialogHeader>
        <Presets onChoose={onChoose} />
        <OwnMoment onChoose={onChoose} />
      </DialogContent>
    </Dialog>
  );
}

function Presets({ onChoose }: { onChoose: (callBackAt: Date) => void }) {
  const t = useTranslations("leads.callBack.presets");
  const format = useFormatter();
  const presets = callBackPresets(useNow(), useTimeZone() ?? "UTC", useWorkTime());
  return (
    <div className="grid gap-2">
      {presets.map(({ name, at }) => (
        <Button key={name} className="justify-between" onClick={() => onChoose(at)}>
          {t(name)}
          <span className="font-normal text-subheading tabular-nums">
            {format.dateTime(at, name === "nextWorkingDay" ? "hour" : "time")}
          </span>
        </Button>
      ))}
    </div>
  );
}

function OwnMoment({ onChoose }: { onChoose: (callBackAt: Date) => void }) {
  const t = useTranslations("leads.callBack");
  const timezone = useTimeZone() ?? "UTC";
  const now = useNow();
  const [error, setError] = useState<string>();
  const today = fieldsOf(now, timezone).day;
  const proposed = fieldsOf(proposedCallBack(now, timezone, useWorkTime()), timezone);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const at = momentAt(new Date(`${values.get("day")}T00:00:00Z`), String(values.get("time")), timezone);
    if (at > now) onChoose(at);
    else setError(t("isPast"));
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid grid-cols-2 gap-3">
        <Field label={t("day")} error={error}>
          <Input type="date" name="day" min={today} defaultValue={proposed.day} />
        </Field>
        <Field label={t("time")}>
          <Input type="time" name="time" defaultValue={proposed.time} />
        </Field>
      </div>
      <DialogFooter>
        <Button type="submit" variant="primary">
          {t("submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}

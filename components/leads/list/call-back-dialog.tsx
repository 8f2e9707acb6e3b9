"use client";

import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { callBackPresets, proposedCallBack } from "#components/leads/list/call-back-presets.ts";
import { useWorkTime } from "#components/shell/shell-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { DayField } from "#components/ui/day-field.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { useNow } from "#components/ui/now.tsx";
import { TimeField } from "#components/ui/time-field.tsx";
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
  const workTime = useWorkTime();
  const [{ day, time }, setMoment] = useState(() =>
    fieldsOf(proposedCallBack(now, timezone, workTime), timezone),
  );

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const at = day && time ? momentAt(new Date(`${day}T00:00:00Z`), time, timezone) : null;
    if (at && at > now) onChoose(at);
    else setError(t(at ? "isPast" : "isUnread"));
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label={t("day")} error={error}>
          <DayField
            hasCalendar
            min={today}
            value={day}
            onChange={(chosen) => setMoment({ day: chosen, time })}
          />
        </Field>
        <Field label={t("time")}>
          <TimeField value={time} onChange={(chosen) => setMoment({ day, time: chosen })} />
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

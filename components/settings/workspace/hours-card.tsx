"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "#components/ui/card.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { TimeField } from "#components/ui/time-field.tsx";
import { useButtonAction } from "#components/ui/use-button-action.ts";
import { useFirstWeekday } from "#components/ui/week.tsx";
import { type Hours, type Weekday, type WorkingHours, weekdays } from "#lib/base/time/working-hours.ts";
import { changeWorkspaceAction } from "#lib/workspace/actions.ts";

/** What is wrong with the hours of a day, where a cleared field is "". */
function faultOf({ from, to }: Hours): "incomplete" | "reversed" | null {
  if (!from || !to) return "incomplete";
  return from < to ? null : "reversed";
}

const usual: Hours = { from: "09:00", to: "18:00" };

/** On which days and when is worked: calls are proposed then. */
export function HoursCard({ workingHours }: { workingHours: WorkingHours }) {
  const t = useTranslations("workspace.hours");
  const saved = useTranslations("workspace")("saved");
  const [hours, setHours] = useState(workingHours);
  const save = useButtonAction(() => changeWorkspaceAction({ workingHours: hours }), saved);
  const faults = new Set(Object.values(hours).map(faultOf));
  const fault = faults.has("incomplete") ? "incomplete" : faults.has("reversed") ? "reversed" : null;
  const set = (day: Weekday, worked: Hours | null) =>
    setHours(({ [day]: _before, ...others }) => (worked ? { ...others, [day]: worked } : others));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
      </CardHeader>
      <CardContent className="grid max-w-lg gap-4">
        <CardDescription>{t("text")}</CardDescription>
        <ul className="grid gap-2">
          {useDays().map(({ day, name }) => (
            <Day key={day} name={name} hours={hours[day]} onChange={(worked) => set(day, worked)} />
          ))}
        </ul>
        {fault && <Alert tone="danger">{t(fault)}</Alert>}
        {Object.keys(hours).length === 0 && <p className="text-sm text-subheading">{t("none")}</p>}
        <Button
          variant="primary"
          className="justify-self-start"
          disabled={fault !== null}
          loading={save.pending}
          onClick={() => void save.run()}
        >
          {t("save")}
        </Button>
      </CardContent>
    </Card>
  );
}

interface DayProps {
  name: string;
  hours: Hours | undefined;
  onChange: (hours: Hours | null) => void;
}

function Day({ name, hours, onChange }: DayProps) {
  const t = useTranslations("workspace.hours");
  const id = useId();
  const fault = hours ? faultOf(hours) : null;
  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 max-md:min-h-11">
      <label
        htmlFor={id}
        className="flex min-w-32 flex-1 select-none items-center gap-2.5 text-heading text-sm"
      >
        <Checkbox
          id={id}
          checked={hours !== undefined}
          onCheckedChange={(isWorked) => onChange(isWorked ? usual : null)}
        />
        {name}
      </label>
      {hours ? (
        <div className="flex items-center gap-2 max-md:w-full">
          <TimeField
            required
            aria-label={t("from", { day: name })}
            aria-invalid={fault === "incomplete" && !hours.from}
            className="min-w-0 max-md:flex-1 md:w-32"
            value={hours.from}
            onChange={(from) => onChange({ ...hours, from })}
          />
          <span aria-hidden>–</span>
          <TimeField
            required
            aria-label={t("to", { day: name })}
            aria-invalid={fault === "reversed" || (fault === "incomplete" && !hours.to)}
            className="min-w-0 max-md:flex-1 md:w-32"
            value={hours.to}
            onChange={(to) => onChange({ ...hours, to })}
          />
        </div>
      ) : (
        <span className="text-sm text-subheading">{t("free")}</span>
      )}
    </li>
  );
}

/** A Monday. */
const monday = Date.UTC(2024, 0, 1);

/** The days of a week in the person's order, by their names. */
function useDays(): { day: Weekday; name: string }[] {
  const format = useFormatter();
  const first = useFirstWeekday();
  return weekdays
    .map((_, index) => weekdays[(index + first - 1) % 7] as Weekday)
    .map((day) => {
      const date = new Date(monday + (Number(day) - 1) * 86_400_000);
      return { day, name: format.dateTime(date, { weekday: "long", timeZone: "UTC" }) };
    });
}

"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { type DaysValue, noDays } from "#components/list/filters/days.ts";
import { Button } from "#components/ui/button.tsx";
import { DayField } from "#components/ui/day-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { useNow } from "#components/ui/now.tsx";
import { dayRanges, daysAsked, type OpenDays } from "#lib/base/time/day-ranges.ts";
import { dayOf } from "#lib/base/time/moment.ts";

export interface DaysFilterProps extends DaysValue {
  onChange: (value: DaysValue) => void;
}

/** Only who filters by days waits for the calendar. */
const RangeCalendar = lazy(() =>
  import("#components/ui/range-calendar.tsx").then((module) => ({ default: module.RangeCalendar })),
);

/** A usual range of days, any in the calendar, or typed. */
export function DaysFilter({ onChange, ...value }: DaysFilterProps) {
  const t = useTranslations("table.filters");
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  const { range } = value;
  const { from, to } = daysAsked(range, value, today);
  const choose = (days: OpenDays) => onChange({ range: null, ...days });
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2">
        {dayRanges.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={one === range}
            onClick={() => onChange({ ...noDays, range: one })}
            className="aria-pressed:border-brand aria-pressed:bg-selected"
          >
            {t(`ranges.${one}`)}
          </Button>
        ))}
      </div>
      <Suspense fallback={<div className="h-[260px] min-w-60 max-md:h-[350px]" />}>
        <RangeCalendar key={range ?? ""} from={from} to={to} today={today} onChange={choose} />
      </Suspense>
      <div className="grid grid-cols-2 items-start gap-2">
        <DayInput
          key={`from ${from?.getTime()}`}
          label={t("from")}
          day={from}
          max={to}
          onChange={(day) => choose({ from: day, to })}
        />
        <DayInput
          key={`to ${to?.getTime()}`}
          label={t("to")}
          day={to}
          min={from}
          onChange={(day) => choose({ from, to: day })}
        />
      </div>
    </div>
  );
}

interface DayInputProps {
  label: string;
  day: Date | null;
  min?: Date | null;
  max?: Date | null;
  onChange: (day: Date | null) => void;
}

/** Typed key by key it is many days: the one that is left counts, if it is of this age. */
function DayInput({ label, day, min, max, onChange }: DayInputProps) {
  const t = useTranslations("table.filters");
  const [typed, setTyped] = useState(write(day) ?? "");
  const [isUnread, setUnread] = useState(false);
  return (
    <Field label={label} error={isUnread && t("dayUnread")}>
      <DayField
        value={typed}
        min={write(min)}
        max={write(max)}
        onChange={(read) => {
          setTyped(read);
          setUnread(false);
        }}
        onBlur={({ target }) => {
          const isNothing = target.value.trim() === "";
          setUnread(!isNothing && typed < "2000");
          if (typed === (write(day) ?? "")) return;
          if (isNothing) onChange(null);
          else if (typed >= "2000") onChange(new Date(`${typed}T00:00:00Z`));
        }}
      />
    </Field>
  );
}

function write(day: Date | null | undefined): string | undefined {
  return day?.toISOString().slice(0, 10);
}

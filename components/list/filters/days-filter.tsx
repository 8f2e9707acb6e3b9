"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DayField } from "#components/ui/day-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { useNow } from "#components/ui/now.tsx";
import { type DayRange, dayRanges, daysAsked, type OpenDays } from "#lib/base/time/day-ranges.ts";
import { dayOf } from "#lib/base/time/moment.ts";

/** A range that moves with today, or else days that stay. */
export interface DaysValue extends OpenDays {
  range: DayRange | null;
}

export const noDays: DaysValue = { range: null, from: null, to: null };

/** Only who filters by days waits for the calendar. */
const RangeCalendar = dynamic(
  () => import("#components/ui/range-calendar.tsx").then((module) => module.RangeCalendar),
  { loading: () => <div className="h-[260px] min-w-60 max-md:h-[350px]" /> },
);

/** A usual range of days, any in the calendar, or typed. */
export function DaysFilter({ onChange, ...value }: DaysValue & { onChange: (value: DaysValue) => void }) {
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
      <RangeCalendar key={range ?? ""} from={from} to={to} today={today} onChange={choose} />
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("from")}>
          <DayInput key={from?.getTime()} day={from} max={to} onChange={(day) => choose({ from: day, to })} />
        </Field>
        <Field label={t("to")}>
          <DayInput key={to?.getTime()} day={to} min={from} onChange={(day) => choose({ from, to: day })} />
        </Field>
      </div>
    </div>
  );
}

interface DayInputProps {
  day: Date | null;
  min?: Date | null;
  max?: Date | null;
  onChange: (day: Date | null) => void;
}

/** Typed key by key it is many days: the one that is left counts, if it is of this age. */
function DayInput({ day, min, max, onChange }: DayInputProps) {
  const [typed, setTyped] = useState(write(day) ?? "");
  return (
    <DayField
      value={typed}
      min={write(min)}
      max={write(max)}
      onChange={setTyped}
      onBlur={({ target }) => {
        if (typed === (write(day) ?? "")) return;
        if (target.value.trim() === "") onChange(null);
        else if (typed >= "2000") onChange(new Date(`${typed}T00:00:00Z`));
      }}
    />
  );
}

function write(day: Date | null | undefined): string | undefined {
  return day?.toISOString().slice(0, 10);
}

/** What a chip says of a range of days: "Last 7 days", "1 Nov – 5 Nov", with the year when it is not this one; null when both ends are open. */
export function useDaysText(): (days: DaysValue) => string | null {
  const t = useTranslations("table.filters");
  const format = useFormatter();
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  // The days are midnights in UTC, whatever the person's time zone.
  const written = (day: Date) => {
    const isThisYear = day.getUTCFullYear() === today.getUTCFullYear();
    const year = isThisYear ? undefined : "numeric";
    return format.dateTime(day, { day: "numeric", month: "short", year, timeZone: "UTC" });
  };
  return ({ range, ...days }) => {
    const { from, to } = daysAsked(range, days, today);
    if (range) return t(`ranges.${range}`);
    if (from && to && from.getTime() === to.getTime()) return written(from);
    if (from && to) return t("between", { from: written(from), to: written(to) });
    if (from) return t("since", { day: written(from) });
    return to && t("until", { day: written(to) });
  };
}

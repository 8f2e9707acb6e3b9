"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { dayRanges, daysOf, rangeOf } from "#components/list/filters/day-ranges.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useNow } from "#components/ui/now.tsx";
import { dayOf } from "#lib/base/time/moment.ts";

/** Whole days, both included, as midnights in UTC; null is open. */
export interface DaysValue {
  from: Date | null;
  to: Date | null;
}

/** Only who filters by days waits for the calendar. */
const RangeCalendar = dynamic(
  () => import("#components/ui/range-calendar.tsx").then((module) => module.RangeCalendar),
  { loading: () => <div className="h-[260px] min-w-60 max-md:h-[350px]" /> },
);

/** A usual range of days, any in the calendar, or typed. */
export function DaysFilter({ from, to, onChange }: DaysValue & { onChange: (days: DaysValue) => void }) {
  const t = useTranslations("table.filters");
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  const range = rangeOf(from, to, today);
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-2">
        {dayRanges.map((one) => (
          <Button
            key={one}
            size="sm"
            aria-pressed={one === range}
            onClick={() => onChange(daysOf(one, today))}
            className="aria-pressed:border-brand aria-pressed:bg-selected"
          >
            {t(`ranges.${one}`)}
          </Button>
        ))}
      </div>
      <RangeCalendar key={range ?? ""} from={from} to={to} today={today} onChange={onChange} />
      <div className="grid grid-cols-2 gap-2">
        <Field label={t("from")}>
          <DayInput day={from} max={to} onChange={(day) => onChange({ from: day, to })} />
        </Field>
        <Field label={t("to")}>
          <DayInput day={to} min={from} onChange={(day) => onChange({ from, to: day })} />
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

/** Typed key by key, a year passes through 0002: only whole years of this age count. */
function DayInput({ day, min, max, onChange }: DayInputProps) {
  return (
    <Input
      key={day?.getTime()}
      type="date"
      defaultValue={write(day)}
      min={write(min)}
      max={write(max)}
      onBlur={(event) => {
        const typed = event.target.value;
        if (typed === (write(day) ?? "")) return;
        if (typed === "") onChange(null);
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
  return ({ from, to }) => {
    const range = rangeOf(from, to, today);
    if (range) return t(`ranges.${range}`);
    if (from && to && from.getTime() === to.getTime()) return written(from);
    if (from && to) return t("between", { from: written(from), to: written(to) });
    if (from) return t("since", { day: written(from) });
    return to && t("until", { day: written(to) });
  };
}

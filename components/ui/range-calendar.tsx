"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type DateTimeFormatOptions, useFormatter, useTranslations } from "next-intl";
import { DayPicker, type DayPickerProps } from "react-day-picker";
import { useFirstWeekday } from "#components/ui/week.tsx";

/** Whole days, both included, as midnights in UTC. */
export interface RangeCalendarProps {
  from: Date | null;
  to: Date | null;
  /** Later days can't be chosen. */
  today: Date;
  /** Days that others are compared with, drawn dashed beneath. */
  compared?: { from: Date; to: Date } | null;
  /** How many months stand beside each other. */
  months?: number;
  onChange: (range: { from: Date; to: Date }) => void;
}

const arrow =
  "flex size-8 items-center justify-center rounded-lg text-body hover:bg-hover hover:text-heading aria-disabled:pointer-events-none aria-disabled:opacity-40 max-md:size-11 [&>svg]:size-4";
const chosen =
  "[&>button]:bg-brand [&>button]:font-medium [&>button]:text-brand-contrast [&>button]:hover:bg-brand-hover";

/** A month in which one presses the first and the last day. */
export function RangeCalendar({
  from,
  to,
  today,
  compared = null,
  months = 1,
  onChange,
}: RangeCalendarProps) {
  const t = useTranslations("calendar");
  const format = useFormatter();
  const firstWeekday = useFirstWeekday();
  const written = (day: Date, options: DateTimeFormatOptions) =>
    format.dateTime(new Date(day.getTime()), { timeZone: "UTC", ...options });
  return (
    <DayPicker
      mode="range"
      timeZone="UTC"
      numberOfMonths={months}
      weekStartsOn={(firstWeekday % 7) as DayPickerProps["weekStartsOn"]}
      today={today}
      defaultMonth={firstShown(to ?? from ?? today, months)}
      endMonth={today}
      disabled={{ after: today }}
      selected={{ from: from ?? undefined, to: to ?? undefined }}
      modifiers={{ compared: compared ?? [] }}
      modifiersClassNames={{
        compared:
          "relative after:pointer-events-none after:absolute after:inset-x-0 after:bottom-0 after:border-chart-before after:border-b after:border-dashed",
      }}
      onSelect={(range) => {
        if (range?.from) onChange({ from: dayOf(range.from), to: dayOf(range.to ?? range.from) });
      }}
      formatters={{
        formatCaption: (month) => written(month, { month: "long", year: "numeric" }),
        formatWeekdayName: (day) => written(day, { weekday: "short" }),
        formatDay: (day) => written(day, { day: "numeric" }),
      }}
      labels={{
        labelGrid: (month) => written(month, { month: "long", year: "numeric" }),
        labelWeekday: (day) => written(day, { weekday: "long" }),
        labelDayButton: (day) => written(day, { dateStyle: "full" }),
        labelPrevious: () => t("previous"),
        labelNext: () => t("next"),
        labelNav: () => t("label"),
      }}
      components={{ Chevron }}
      classNames={{
        months: "relative flex gap-6",
        nav: "absolute inset-x-0 top-0 flex justify-between",
        button_previous: arrow,
        button_next: arrow,
        month_caption: "flex h-8 items-center justify-center font-medium text-heading text-sm max-md:h-11",
        month_grid: "mt-1 w-full border-collapse text-heading",
        weekday: "h-7 font-normal text-subheading text-xs",
        day: "p-0 text-center text-sm tabular-nums",
        day_button: "size-8 rounded-md hover:bg-hover max-md:size-11",
        today: "font-semibold text-brand-text",
        hidden: "invisible",
        disabled: "text-subheading opacity-40 [&>button]:pointer-events-none",
        range_start: `rounded-s-md bg-selected ${chosen}`,
        range_middle: "bg-selected",
        range_end: `rounded-e-md bg-selected ${chosen}`,
      }}
    />
  );
}

function Chevron({ orientation }: { orientation?: "up" | "down" | "left" | "right" }) {
  return orientation === "left" ? <ChevronLeft aria-hidden /> : <ChevronRight aria-hidden />;
}

/** The month from which on the months end with the one of `day`. */
function firstShown(day: Date, months: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months + 1, 1));
}

/** A plain moment: the calendar's own dates know of a time zone. */
function dayOf(date: Date): Date {
  return new Date(date.getTime());
}

"use client";

import { CalendarDays } from "lucide-react";
import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { useNow } from "#components/ui/now.tsx";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { TypedInput, type TypedInputProps } from "#components/ui/typed-input.tsx";
import { dayOf } from "#lib/base/time/moment.ts";
import { dayLocale, readDay, writeDay } from "#lib/base/time/typed.ts";

export interface DayFieldProps extends Omit<TypedInputProps, "read" | "write" | "min" | "max"> {
  /** The first and the last day that make sense, "YYYY-MM-DD". */
  min?: string | undefined;
  max?: string | undefined;
  /** Whether the browser's calendar can be opened, where none stands beside the field. */
  hasCalendar?: boolean;
}

/**
 * A day, "YYYY-MM-DD", written in the order of the person's language, which a browser's own field does not know (it has that of the
 * browser, which counts for English only, see `dayLocale`). A phone has its wheel, which is better than any keyboard.
 */
export function DayField({ onChange, min, max, hasCalendar = false, className, ...props }: DayFieldProps) {
  const language = useLocale();
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  if (useIsNarrow())
    return (
      <Input
        type="date"
        min={min}
        max={max}
        className={className}
        {...props}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  const locale = dayLocale(language, new Intl.DateTimeFormat().resolvedOptions().locale);
  const write = (day: string) => writeDay(day, locale);
  return (
    <div className="relative">
      <TypedInput
        {...props}
        onChange={onChange}
        read={(text) => readDay(text, locale, today, min)}
        write={write}
        placeholder={write(today.toISOString().slice(0, 10))}
        className={cn("tabular-nums", hasCalendar && "pe-9", className)}
      />
      {hasCalendar && <Calendar value={props.value} min={min} max={max} onChoose={onChange} />}
    </div>
  );
}

interface CalendarProps {
  value: string;
  min: DayFieldProps["min"];
  max: DayFieldProps["max"];
  onChoose: (day: string) => void;
}

/** The browser's own calendar, of a field that nobody sees. */
function Calendar({ value, min, max, onChoose }: CalendarProps) {
  const t = useTranslations("calendar");
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-hidden
        className="pointer-events-none absolute inset-0 opacity-0"
        value={value}
        min={min}
        max={max}
        onChange={({ target }) => onChoose(target.value)}
      />
      <button
        type="button"
        aria-label={t("open")}
        title={t("open")}
        className="absolute inset-y-0 end-0 flex w-8 items-center justify-center rounded-lg text-subheading hover:text-heading"
        onClick={() => field.current?.showPicker()}
      >
        <CalendarDays aria-hidden className="size-4" />
      </button>
    </>
  );
}

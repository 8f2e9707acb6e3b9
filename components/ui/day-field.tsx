"use client";

import { CalendarDays } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { useNow } from "#components/ui/now.tsx";
import { useIsNarrow } from "#components/ui/screen.tsx";
import { TypedInput, type TypedInputProps } from "#components/ui/typed-input.tsx";
import { readDay } from "#lib/base/time/typed.ts";

export interface DayFieldProps extends Omit<TypedInputProps, "read" | "write"> {
  /** Whether the browser's calendar can be opened, where none stands beside the field. */
  hasCalendar?: boolean;
}

/**
 * A day, "YYYY-MM-DD", written in the order of the person's language, which a browser's own field does not know: it has that of the
 * browser. A phone has its wheel, which is better than any keyboard.
 */
export function DayField({ onChange, min, max, hasCalendar = false, className, ...props }: DayFieldProps) {
  const format = useFormatter();
  const locale = useLocale();
  const now = useNow();
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
  const write = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      timeZone: "UTC",
    });
  return (
    <div className="relative">
      <TypedInput
        {...props}
        onChange={onChange}
        read={(text) => readDay(text, locale, now)}
        write={write}
        placeholder={write(now.toISOString().slice(0, 10))}
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

"use client";

import { useFormatter } from "next-intl";
import { useNow } from "#components/ui/now.tsx";

const withoutYear = { date: "day", dateTime: "dayTime" } as const;

type MomentFormat = keyof typeof withoutYear;

/** Writes a date, or a date and a time, with its year only where that is not this one. */
export function useMoment(): (date: Date, format: MomentFormat) => string {
  const write = useMomentSeen();
  const now = useNow();
  return (date, name) => write(date, name, now);
}

/** The same as seen at a moment that is told. */
export function useMomentSeen(): (date: Date, format: MomentFormat, now: Date) => string {
  const format = useFormatter();
  const yearOf = (date: Date) => format.dateTime(date, { year: "numeric" });
  return (date, name, now) => format.dateTime(date, yearOf(date) === yearOf(now) ? withoutYear[name] : name);
}

/** The same as an element of the page. */
export function Moment({ date, format }: { date: Date; format: MomentFormat }) {
  return useMoment()(date, format);
}

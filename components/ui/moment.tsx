"use client";

import { useFormatter } from "next-intl";
import { useNow } from "#components/ui/now.tsx";

const withoutYear = { date: "day", dateTime: "dayTime" } as const;

/** Writes a date, or a date and a time, with its year only where that is not this one. */
export function useMoment(): (date: Date, format: keyof typeof withoutYear) => string {
  const format = useFormatter();
  const yearOf = (date: Date) => format.dateTime(date, { year: "numeric" });
  const thisYear = yearOf(useNow());
  return (date, name) => format.dateTime(date, yearOf(date) === thisYear ? withoutYear[name] : name);
}

/** The same as an element of the page. */
export function Moment({ date, format }: { date: Date; format: keyof typeof withoutYear }) {
  return useMoment()(date, format);
}

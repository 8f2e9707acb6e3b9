import type { DateTimeFormatOptions } from "next-intl";

/** How a person has times of day: as clocks of 24 or of 12 hours show them, or as is usual in the language. */
export const timeFormats = ["24h", "12h", "language"] as const;

export type TimeFormat = (typeof timeFormats)[number];

const clocks: Record<Exclude<TimeFormat, "language">, DateTimeFormatOptions> = {
  "24h": { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  "12h": { hour: "numeric", minute: "2-digit", hourCycle: "h12" },
};

/** How dates are written, by name: `format.dateTime(date, "time")`. The language, the time zone and the clock are the person's. */
export function formatsWith(timeFormat: TimeFormat, locale: string) {
  const time = timeFormat === "language" ? usualClock(locale) : clocks[timeFormat];
  const date = { day: "numeric", month: "short", year: "numeric" } as const;
  return {
    dateTime: {
      time,
      date,
      dateTime: { ...date, ...time },
      day: { day: "numeric", month: "short" },
      dayTime: { day: "numeric", month: "short", ...time },
      /** One hour among those of some days. */
      hour: { weekday: "short", day: "numeric", month: "short", ...time },
      /** Today, as a heading says it. */
      today: { weekday: "long", day: "numeric", month: "long", ...time },
      month: { month: "long", year: "numeric" },
      long: {
        weekday: "long",
        day: "numeric",
        month: "long",
        year: "numeric",
        ...time,
        timeZoneName: "short",
      },
    },
  } as const;
}

export type Formats = ReturnType<typeof formatsWith>;

/** The clock of a language's own short times, with as many digits: "9:05 AM", "09:05", "9:05". */
function usualClock(locale: string): DateTimeFormatOptions {
  const short = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  const hour = short.formatToParts(3 * 3_600_000).find(({ type }) => type === "hour");
  return {
    hour: hour?.value.length === 2 ? "2-digit" : "numeric",
    minute: "2-digit",
    hourCycle: short.resolvedOptions().hourCycle,
  };
}

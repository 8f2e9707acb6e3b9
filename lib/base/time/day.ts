import { firstInstantFrom } from "#lib/base/time/clock.ts";
import { dayOf } from "#lib/base/time/moment.ts";

/**
 * The first instant of a calendar day in a time zone. A day whose midnight was skipped, as where summer time begins at midnight, begins
 * with the jump; a day that was skipped altogether is over as it begins.
 *
 * @param day any instant of the day in UTC (as a date picker or a query string gives it); only its date counts
 * @param timezone an IANA name
 */
export function startOfDay(day: Date, timezone: string): Date {
  const midnight = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  return new Date(firstInstantFrom(midnight, timezone));
}

/**
 * The instants between which the days from `from` to `to` lie, both included, half-open. A day that no order can be of is ignored: the
 * database can't read every date that a query string can name.
 */
export function dayRange(
  { from, to }: { from: Date | null; to: Date | null },
  timezone: string,
): { from: Date | null; before: Date | null } {
  return {
    from: from && isPlausible(from) ? startOfDay(from, timezone) : null,
    before: to && isPlausible(to) ? startOfDay(addDays(to, 1), timezone) : null,
  };
}

/** Whether an order can be of a day, or of the day of an instant. */
export function isPlausible(day: Date): boolean {
  const year = day.getUTCFullYear();
  return year >= 1900 && year < 2200;
}

/** The same time of day, some days later, in UTC. */
export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

const hourLength = 3_600_000;

/** The instants at which the hours of a day in a time zone begin: 23 or 25 of them where the clocks change. */
export function hoursOf(day: Date, timezone: string): Date[] {
  const end = startOfDay(addDays(day, 1), timezone).getTime();
  const hours: Date[] = [];
  for (let hour = startOfDay(day, timezone).getTime(); hour < end; hour += hourLength)
    hours.push(new Date(hour));
  return hours;
}

/** The instants between which an hour of a day lies, half-open: the last of a day is shorter where the clocks are set by half an hour. */
export function hourRange(hour: Date, timezone: string): { from: Date | null; before: Date | null } {
  if (!isPlausible(hour)) return { from: null, before: null };
  const nextDay = startOfDay(addDays(dayOf(hour, timezone), 1), timezone);
  return { from: hour, before: new Date(Math.min(hour.getTime() + hourLength, nextDay.getTime())) };
}

/** What a locale knows of weeks; not yet in TypeScript's own description. */
interface WeekLocale extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number };
}

/**
 * On which day of the week a week begins: 1 is Monday, 7 is Sunday. A locale that names a region knows; a language alone knows only where it
 * is most at home, which English is in the United States: in Europe a week then begins on Monday.
 */
export function firstWeekday(locale: string, timezone: string): number {
  const known: WeekLocale = new Intl.Locale(locale);
  if (!known.region && timezone.startsWith("Europe/")) return 1;
  return known.getWeekInfo?.().firstDay ?? 1;
}

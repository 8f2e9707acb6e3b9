import { firstInstantFrom } from "#lib/base/time/clock.ts";

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

function isPlausible(day: Date): boolean {
  const year = day.getUTCFullYear();
  return year >= 1900 && year < 2200;
}

/** The same time of day, some days later, in UTC. */
export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

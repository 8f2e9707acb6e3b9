import { instantAt, wallClock } from "#lib/base/time/clock.ts";

/** The calendar day of an instant in a time zone, as midnight UTC: what `startOfDay` and a date in a query string speak of. */
export function dayOf(instant: Date, timezone: string): Date {
  return new Date(`${fieldsOf(instant, timezone).day}T00:00:00Z`);
}

/**
 * The instant of a time of day in a time zone. A time that the clocks skip that day means the later one (02:30 is 03:30 where they are set
 * forward at two), a time that comes twice the first.
 *
 * @param day midnight UTC
 * @param time such as "18:00"
 */
export function momentAt(day: Date, time: string, timezone: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return new Date(instantAt(day.getTime() + (hours * 60 + minutes) * 60_000, timezone));
}

/** The day and the time of an instant in a time zone, as fields for them hold it: "2026-11-28" and "17:00". */
export function fieldsOf(instant: Date, timezone: string): { day: string; time: string } {
  const shown = new Date(wallClock(instant.getTime(), timezone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

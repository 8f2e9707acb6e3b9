import { startOfDay } from "#lib/time/day.ts";

/** The calendar day of an instant in a time zone, as midnight UTC: what `startOfDay` and a date in a query string speak of. */
export function dayOf(instant: Date, timezone: string): Date {
  return new Date(`${new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(instant)}T00:00:00Z`);
}

/**
 * The instant of a time of day in a time zone.
 *
 * @param time such as "18:00"
 */
export function momentAt(day: Date, time: string, timezone: string): Date {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const sinceMidnight = (hours * 60 + minutes) * 60_000;
  const guess = startOfDay(day, timezone).getTime() + sinceMidnight;
  // On a day when the clocks change, midnight is an hour further from, or nearer to, the same time of day.
  const shown = wallClock(new Date(guess), timezone);
  return new Date(guess + (day.getTime() + sinceMidnight - shown));
}

/** The day and the time of an instant in a time zone, as fields for them hold it: "2026-11-28" and "17:00". */
export function fieldsOf(instant: Date, timezone: string): { day: string; time: string } {
  const shown = new Date(wallClock(instant, timezone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/** What a clock on the wall shows at an instant, read as if it were UTC. */
function wallClock(instant: Date, timezone: string): number {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: timezone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(instant);
  return Date.parse(`${text.replace(" ", "T")}Z`);
}

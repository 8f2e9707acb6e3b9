import { firstInstantFrom } from "#lib/base/time/clock.ts";
import { addDays } from "#lib/base/time/day.ts";
import { dayOf, fieldsOf } from "#lib/base/time/moment.ts";

/** When somebody is not to be disturbed: minutes of the day, from the first to the second, also over midnight. Null: never. */
export interface QuietHours {
  quietFrom: number | null;
  quietUntil: number | null;
}

/**
 * When quiet hours end that an instant lies in; null when it lies in none. An end that the clocks skip is when they do; one that comes twice is
 * the first.
 *
 * @param timezone an IANA name
 */
export function quietEnd({ quietFrom, quietUntil }: QuietHours, timezone: string, now: Date): Date | null {
  if (quietFrom === null || quietUntil === null) return null;
  const minute = minuteOf(now, timezone);
  const isOverMidnight = quietFrom > quietUntil;
  const isQuiet = isOverMidnight
    ? minute >= quietFrom || minute < quietUntil
    : minute >= quietFrom && minute < quietUntil;
  if (!isQuiet) return null;
  const today = dayOf(now, timezone);
  const day = minute < quietUntil ? today : addDays(today, 1);
  const end = new Date(firstInstantFrom(day.getTime() + quietUntil * 60_000, timezone));
  // Where the clocks are set back over the end, the hour after it reads as the hour before.
  return end > now ? end : null;
}

function minuteOf(instant: Date, timezone: string): number {
  const [hours = 0, minutes = 0] = fieldsOf(instant, timezone).time.split(":").map(Number);
  return hours * 60 + minutes;
}

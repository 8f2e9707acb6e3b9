import { addDays } from "#lib/base/time/day.ts";
import { dayOf, momentAt } from "#lib/base/time/moment.ts";

/** When the evening of a day begins for who calls, in a time zone; it may have begun already. */
export function thisEvening(now: Date, timezone: string): Date {
  return momentAt(dayOf(now, timezone), "18:00", timezone);
}

/** When calls begin on the next day. */
export function tomorrowMorning(now: Date, timezone: string): Date {
  return momentAt(addDays(dayOf(now, timezone), 1), "10:00", timezone);
}

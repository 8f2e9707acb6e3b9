import { addDays } from "#lib/base/time/day.ts";
import { dayOf, momentAt } from "#lib/base/time/moment.ts";

/** Of a week: 1 is Monday, 7 is Sunday. */
export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Weekday = (typeof weekdays)[number];

/** Of a day, such as "09:00" and "17:30". */
export interface Hours {
  from: string;
  to: string;
}

/** When is worked; a day that is left out is free. No day at all says nothing: then any time is as good. */
export type WorkingHours = Partial<Record<Weekday, Hours>>;

/** Working hours by the clock of a time zone. */
export interface WorkTime {
  hours: WorkingHours;
  timezone: string;
}

/** The first moment in working hours that is not before another one. */
export function workingMomentFrom(moment: Date, { hours, timezone }: WorkTime): Date {
  const today = dayOf(moment, timezone);
  // Today may be over: the same day of the next week is the latest.
  for (let days = 0; days <= weekdays.length; days += 1) {
    const day = addDays(today, days);
    const worked = hours[weekdayOf(day)];
    if (!worked || moment >= momentAt(day, worked.to, timezone)) continue;
    const begin = momentAt(day, worked.from, timezone);
    return begin > moment ? begin : moment;
  }
  return moment;
}

/** Whether a moment lies in working hours. */
export function isWorkingMoment(moment: Date, workTime: WorkTime): boolean {
  return workingMomentFrom(moment, workTime).getTime() === moment.getTime();
}

/** @param day midnight UTC */
function weekdayOf(day: Date): Weekday {
  return weekdays[(day.getUTCDay() + 6) % 7] as Weekday;
}

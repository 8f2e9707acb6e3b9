import { addDays } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";
import { isWorkingMoment, type WorkTime, workingMomentFrom } from "#lib/base/time/working-hours.ts";
import { thisEvening, tomorrowMorning } from "#lib/leads/call-back-times.ts";

export interface CallBackPreset {
  name: "inTwoHours" | "thisEvening" | "tomorrow" | "nextWorkingDay";
  at: Date;
}

const TWO_HOURS = 2 * 60 * 60_000;

/**
 * When buyers usually ask to be called again, in the person's time zone; an evening that has begun is left out, and so is what lies outside
 * of working hours.
 */
export function callBackPresets(now: Date, timezone: string, workTime: WorkTime): CallBackPreset[] {
  const inTwoHours = new Date(now.getTime() + TWO_HOURS);
  const evening = thisEvening(now, timezone);
  const morning = nextMorning(now, timezone, workTime);
  const isTomorrow = dayOf(morning, timezone).getTime() === addDays(dayOf(now, timezone), 1).getTime();
  return [
    ...(isWorkingMoment(inTwoHours, workTime) ? [{ name: "inTwoHours" as const, at: inTwoHours }] : []),
    ...(evening > now && isWorkingMoment(evening, workTime)
      ? [{ name: "thisEvening" as const, at: evening }]
      : []),
    { name: isTomorrow ? "tomorrow" : "nextWorkingDay", at: morning },
  ];
}

/** What the fields for another day and time start with: this evening, or the next morning once it has begun or is free. */
export function proposedCallBack(now: Date, timezone: string, workTime: WorkTime): Date {
  const evening = thisEvening(now, timezone);
  return evening > now && isWorkingMoment(evening, workTime) ? evening : nextMorning(now, timezone, workTime);
}

/** Tomorrow's, or when work begins next after it. */
function nextMorning(now: Date, timezone: string, workTime: WorkTime): Date {
  return workingMomentFrom(tomorrowMorning(now, timezone), workTime);
}

import { isWorkingMoment, type WorkTime } from "#lib/base/time/working-hours.ts";
import { callBackTimes } from "#lib/leads/call-back-times.ts";

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
  const { thisEvening, nextMorning, isTomorrow } = callBackTimes(now, timezone, workTime);
  return [
    ...(isWorkingMoment(inTwoHours, workTime) ? [{ name: "inTwoHours" as const, at: inTwoHours }] : []),
    ...(thisEvening ? [{ name: "thisEvening" as const, at: thisEvening }] : []),
    { name: isTomorrow ? "tomorrow" : "nextWorkingDay", at: nextMorning },
  ];
}

/** What the fields for another day and time start with: this evening, or the next morning once it has begun or is free. */
export function proposedCallBack(now: Date, timezone: string, workTime: WorkTime): Date {
  const { thisEvening, nextMorning } = callBackTimes(now, timezone, workTime);
  return thisEvening ?? nextMorning;
}

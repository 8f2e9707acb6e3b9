import { thisEvening, tomorrowMorning } from "#lib/leads/call-back-times.ts";

export interface CallBackPreset {
  name: "inTwoHours" | "thisEvening" | "tomorrow";
  at: Date;
}

const TWO_HOURS = 2 * 60 * 60_000;

/** When buyers usually ask to be called again, in the person's time zone; an evening that has begun is left out. */
export function callBackPresets(now: Date, timezone: string): CallBackPreset[] {
  const evening = thisEvening(now, timezone);
  return [
    { name: "inTwoHours", at: new Date(now.getTime() + TWO_HOURS) },
    ...(evening > now ? [{ name: "thisEvening" as const, at: evening }] : []),
    { name: "tomorrow", at: tomorrowMorning(now, timezone) },
  ];
}

/** What the fields for another day and time start with: this evening, or tomorrow morning once it has begun. */
export function proposedCallBack(now: Date, timezone: string): Date {
  const evening = thisEvening(now, timezone);
  return evening > now ? evening : tomorrowMorning(now, timezone);
}

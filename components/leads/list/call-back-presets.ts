import { addDays } from "#lib/time/day.ts";
import { dayOf, momentAt } from "#lib/time/moment.ts";

export interface CallBackPreset {
  name: "inTwoHours" | "thisEvening" | "tomorrow";
  at: Date;
}

const TWO_HOURS = 2 * 60 * 60_000;

/** When buyers usually ask to be called again, in the person's time zone; an evening that has begun is left out. */
export function callBackPresets(now: Date, timezone: string): CallBackPreset[] {
  const today = dayOf(now, timezone);
  const evening = momentAt(today, "18:00", timezone);
  return [
    { name: "inTwoHours", at: new Date(now.getTime() + TWO_HOURS) },
    ...(evening > now ? [{ name: "thisEvening" as const, at: evening }] : []),
    { name: "tomorrow", at: momentAt(addDays(today, 1), "10:00", timezone) },
  ];
}

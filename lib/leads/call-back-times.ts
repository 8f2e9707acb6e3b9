import { addDays } from "#lib/base/time/day.ts";
import { dayOf, momentAt } from "#lib/base/time/moment.ts";
import { isWorkingMoment, type WorkTime, workingMomentFrom } from "#lib/base/time/working-hours.ts";

/** When buyers usually ask to be called again, as the app and the bot offer it. */
export interface CallBackTimes {
  /** Null once it has begun, and where nobody works then. */
  thisEvening: Date | null;
  /** Tomorrow's, or when work begins next after it. */
  nextMorning: Date;
  /** Whether that is tomorrow's. */
  isTomorrow: boolean;
}

/** The usual times by the clock of who calls, as far as they lie in working hours. */
export function callBackTimes(now: Date, timezone: string, workTime: WorkTime): CallBackTimes {
  const today = dayOf(now, timezone);
  const evening = momentAt(today, "18:00", timezone);
  const tomorrow = addDays(today, 1);
  const nextMorning = workingMomentFrom(momentAt(tomorrow, "10:00", timezone), workTime);
  return {
    thisEvening: evening > now && isWorkingMoment(evening, workTime) ? evening : null,
    nextMorning,
    isTomorrow: dayOf(nextMorning, timezone).getTime() === tomorrow.getTime(),
  };
}

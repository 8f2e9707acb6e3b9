import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { useNow } from "#components/ui/now.tsx";
import { type DayRange, daysAsked, type OpenDays } from "#lib/base/time/day-ranges.ts";
import { dayOf } from "#lib/base/time/moment.ts";

/** A range that moves with today, or else days that stay. */
export interface DaysValue extends OpenDays {
  range: DayRange | null;
}

export const noDays: DaysValue = { range: null, from: null, to: null };

/** What a chip says of a range of days: "Last 7 days", "1 Nov – 5 Nov", with the year when it is not this one; null when both ends are open. */
export function useDaysText(): (days: DaysValue) => string | null {
  const t = useTranslations("table.filters");
  const format = useFormatter();
  const today = dayOf(useNow(), useTimeZone() ?? "UTC");
  // The days are midnights in UTC, whatever the person's time zone.
  const written = (day: Date) => {
    const isThisYear = day.getUTCFullYear() === today.getUTCFullYear();
    const year = isThisYear ? undefined : "numeric";
    return format.dateTime(day, { day: "numeric", month: "short", year, timeZone: "UTC" });
  };
  return ({ range, ...days }) => {
    const { from, to } = daysAsked(range, days, today);
    if (range) return t(`ranges.${range}`);
    if (from && to && from.getTime() === to.getTime()) return written(from);
    if (from && to) return t("between", { from: written(from), to: written(to) });
    if (from) return t("since", { day: written(from) });
    return to && t("until", { day: written(to) });
  };
}

import { useFormatter, useTranslations } from "next-intl";
import type { Days } from "#lib/kpi/model.ts";

/** Writes days, midnights in UTC whatever the person's time zone: "1 Nov – 30 Nov", with the year when it is not this one. */
export function useDayText(now: Date): (days: Days) => string {
  const t = useTranslations("dashboard.range");
  const format = useFormatter();
  const written = (day: Date) =>
    format.dateTime(day, {
      day: "numeric",
      month: "short",
      year: day.getUTCFullYear() === now.getUTCFullYear() ? undefined : "numeric",
      timeZone: "UTC",
    });
  return ({ from, to }) =>
    from.getTime() === to.getTime() ? written(from) : t("days", { from: written(from), to: written(to) });
}

"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMoment } from "#components/ui/moment.tsx";
import { useNow } from "#components/ui/now.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "2 min ago", and after a week the date; the exact moment is the tooltip. */
export function RelativeTime({ date, className }: { date: Date; className?: string }) {
  const t = useTranslations("common.ago");
  const format = useFormatter();
  const moment = useMoment();
  const age = useNow().getTime() - date.getTime();
  return (
    <time dateTime={date.toISOString()} title={format.dateTime(date, "long")} className={className}>
      {age < MINUTE && t("now")}
      {age >= MINUTE && age < HOUR && t("minutes", { count: Math.floor(age / MINUTE) })}
      {age >= HOUR && age < DAY && t("hours", { count: Math.floor(age / HOUR) })}
      {age >= DAY && age < 7 * DAY && t("days", { count: Math.floor(age / DAY) })}
      {age >= 7 * DAY && moment(date, "date")}
    </time>
  );
}

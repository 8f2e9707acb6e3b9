"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useMomentSeen } from "#components/ui/moment.tsx";
import { useNow } from "#components/ui/now.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "2 min ago", and after a week the date; the exact moment is the tooltip. */
export function RelativeTime({ date, className }: { date: Date; className?: string }) {
  const format = useFormatter();
  const ago = useAgo();
  const now = useNow();
  return (
    <time dateTime={date.toISOString()} title={format.dateTime(date, "long")} className={className}>
      {ago(date, now)}
    </time>
  );
}

/** The same as text. */
export function useAgo(): (date: Date, now: Date) => string {
  const t = useTranslations("common.ago");
  const moment = useMomentSeen();
  return (date, now) => {
    const age = now.getTime() - date.getTime();
    if (age < MINUTE) return t("now");
    if (age < HOUR) return t("minutes", { count: Math.floor(age / MINUTE) });
    if (age < DAY) return t("hours", { count: Math.floor(age / HOUR) });
    if (age < 7 * DAY) return t("days", { count: Math.floor(age / DAY) });
    return moment(date, "date", now);
  };
}

import { useFormatter, useTranslations } from "next-intl";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface RelativeTimeProps {
  date: Date | string;
  /** When the page was made: the same on the server and in the browser, so that both write the same text. */
  now: Date | string;
  className?: string;
}

/** "2 min ago", and after a week the date; the exact moment is the tooltip. */
export function RelativeTime({ date, now, className }: RelativeTimeProps) {
  const t = useTranslations("common.ago");
  const format = useFormatter();
  const moment = new Date(date);
  const age = new Date(now).getTime() - moment.getTime();
  return (
    <time
      dateTime={moment.toISOString()}
      title={format.dateTime(moment, { dateStyle: "long", timeStyle: "short" })}
      className={className}
    >
      {age < MINUTE && t("now")}
      {age >= MINUTE && age < HOUR && t("minutes", { count: Math.floor(age / MINUTE) })}
      {age >= HOUR && age < DAY && t("hours", { count: Math.floor(age / HOUR) })}
      {age >= DAY && age < 7 * DAY && t("days", { count: Math.floor(age / DAY) })}
      {age >= 7 * DAY && format.dateTime(moment, { dateStyle: "medium" })}
    </time>
  );
}

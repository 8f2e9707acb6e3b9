"use client";

import { useFormatter } from "next-intl";
import { Moment } from "#components/ui/moment.tsx";
import { useNow } from "#components/ui/now.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";

const DAY_MS = 24 * 3_600_000;

/** "2 min ago" within a day, then date and time: on a timeline the hour matters. */
export function TimelineMoment({ date, className }: { date: Date; className?: string }) {
  const format = useFormatter();
  const isRecent = useNow().getTime() - date.getTime() < DAY_MS;
  if (isRecent) return <RelativeTime date={date} {...(className && { className })} />;
  return (
    <time dateTime={date.toISOString()} title={format.dateTime(date, "long")} className={className}>
      <Moment date={date} format="dateTime" />
    </time>
  );
}

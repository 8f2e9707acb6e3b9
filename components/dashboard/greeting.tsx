import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { wallClock } from "#lib/base/time/clock.ts";

export interface GreetingProps {
  name: string;
  now: Date;
}

/** "Good morning, Ioana", by the person's own clock. */
export function Greeting({ name, now }: GreetingProps) {
  const t = useTranslations("dashboard");
  const hour = new Date(wallClock(now.getTime(), useTimeZone() ?? "UTC")).getUTCHours();
  const part = hour < 5 ? "evening" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  return t("greeting", { part, name: name.split(" ")[0] ?? name });
}

/** Which day and what time it is there. */
export function Today({ now }: { now: Date }) {
  return useFormatter().dateTime(now, "today");
}

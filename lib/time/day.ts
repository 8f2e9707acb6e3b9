/**
 * The first instant of a calendar day in a time zone.
 *
 * @param day any instant of the day in UTC (as a date picker or a query string gives it); only its date counts
 * @param timezone an IANA name
 */
export function startOfDay(day: Date, timezone: string): Date {
  const midnight = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
  // The offset at midnight UTC may differ from the one at local midnight on days when clocks change: asking twice settles it.
  const guess = midnight - offsetAt(midnight, timezone);
  return new Date(midnight - offsetAt(guess, timezone));
}

/**
 * The instants between which the days from `from` to `to` lie, both included, half-open. A day that no order can be of is ignored: the
 * database can't read every date that a query string can name.
 */
export function dayRange(
  { from, to }: { from: Date | null; to: Date | null },
  timezone: string,
): { from: Date | null; before: Date | null } {
  return {
    from: from && isPlausible(from) ? startOfDay(from, timezone) : null,
    before: to && isPlausible(to) ? startOfDay(addDays(to, 1), timezone) : null,
  };
}

function isPlausible(day: Date): boolean {
  const year = day.getUTCFullYear();
  return year >= 1900 && year < 2200;
}

/** The same time of day, some days later, in UTC. */
export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

/** Milliseconds that a time zone is ahead of UTC at an instant. */
function offsetAt(instant: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

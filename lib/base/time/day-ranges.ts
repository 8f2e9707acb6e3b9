import { addDays, dayRange } from "#lib/base/time/day.ts";
import { dayOf } from "#lib/base/time/moment.ts";

/** Ranges of days that move with today. */
export const dayRanges = ["today", "yesterday", "last7", "last30"] as const;
export type DayRange = (typeof dayRanges)[number];

export interface Days {
  from: Date;
  to: Date;
}

/** Whole days, both included, as midnights in UTC; null is open. */
export interface OpenDays {
  from: Date | null;
  to: Date | null;
}

const offsets: Record<DayRange, [from: number, to: number]> = {
  today: [0, 0],
  yesterday: [-1, -1],
  last7: [-6, 0],
  last30: [-29, 0],
};

/** The days of a range, seen from today (midnight UTC of the person's day). */
export function daysOf(range: DayRange, today: Date): Days {
  const [from, to] = offsets[range];
  return { from: addDays(today, from), to: addDays(today, to) };
}

/** The days that a list is asked for: those of a range, as it stands today, or else the two that are named, whichever comes first. */
export function daysAsked(range: DayRange | null, { from, to }: OpenDays, today: Date): OpenDays {
  if (range) return daysOf(range, today);
  return from && to && from > to ? { from: to, to: from } : { from, to };
}

/** The instants between which they lie now, half-open. */
export function instantsAsked(range: DayRange | null, days: OpenDays, timezone: string, now = new Date()) {
  return dayRange(daysAsked(range, days, dayOf(now, timezone)), timezone);
}

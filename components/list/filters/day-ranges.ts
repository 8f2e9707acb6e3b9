import { addDays } from "#lib/base/time/day.ts";

export const dayRanges = ["today", "yesterday", "last7", "last30"] as const;
export type DayRange = (typeof dayRanges)[number];

export interface Days {
  from: Date;
  to: Date;
}

const offsets: Record<DayRange, [from: number, to: number]> = {
  today: [0, 0],
  yesterday: [-1, -1],
  last7: [-6, 0],
  last30: [-29, 0],
};

/** The days of a preset, seen from today (midnight UTC of the person's day). */
export function daysOf(range: DayRange, today: Date): Days {
  const [from, to] = offsets[range];
  return { from: addDays(today, from), to: addDays(today, to) };
}

/** The preset that has exactly these days; null when none has. */
export function rangeOf(from: Date | null, to: Date | null, today: Date): DayRange | null {
  return (
    dayRanges.find((range) => {
      const days = daysOf(range, today);
      return days.from.getTime() === from?.getTime() && days.to.getTime() === to?.getTime();
    }) ?? null
  );
}

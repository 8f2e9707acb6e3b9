import { wallClock } from "#lib/base/time/clock.ts";

/** Every time zone of the runtime. */
export const zones = Intl.supportedValuesOf("timeZone");

/** A change of the clocks: the first instant with the new offset, and the milliseconds ahead of UTC before and after. */
export interface ClockChange {
  at: number;
  before: number;
  after: number;
}

const day = 86_400_000;

/** The changes of a zone's clocks between two instants, found by looking at the clock. */
export function clockChanges(timezone: string, from: number, to: number): ClockChange[] {
  const offsetAt = (instant: number) => wallClock(instant, timezone) - instant;
  const changes: ClockChange[] = [];
  for (let start = from; start < to; start += day) {
    const before = offsetAt(start);
    const after = offsetAt(start + day);
    if (before === after) continue;
    let [unchanged, at] = [start, start + day];
    while (at - unchanged > 1_000) {
      const middle = Math.floor((unchanged + at) / 2_000) * 1_000;
      if (offsetAt(middle) === before) unchanged = middle;
      else at = middle;
    }
    changes.push({ at, before, after });
  }
  return changes;
}

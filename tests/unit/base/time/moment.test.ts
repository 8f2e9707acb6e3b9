import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, fieldsOf, momentAt } from "#lib/base/time/moment.ts";
import { type ClockChange, clockChanges, zones } from "./zones.ts";

test.each([
  ["Europe/Bucharest", "2026-11-28", "17:00", "2026-11-28T15:00:00.000Z"],
  ["Europe/Bucharest", "2026-03-29", "18:00", "2026-03-29T15:00:00.000Z"],
  ["Asia/Kathmandu", "2026-11-28", "00:00", "2026-11-27T18:15:00.000Z"],
  ["Pacific/Kiritimati", "2026-11-28", "09:30", "2026-11-27T19:30:00.000Z"],
])("in %s, %s %s is %s", (timezone, day, time, instant) => {
  expect(momentAt(new Date(day), time, timezone).toISOString()).toBe(instant);
});

test.each([
  ["Europe/Bucharest", "2026-03-29", "03:30", "04:30"],
  ["America/New_York", "2026-03-08", "02:15", "03:15"],
  ["America/Santiago", "2026-09-06", "00:30", "01:30"],
  ["Australia/Lord_Howe", "2026-10-04", "02:10", "02:40"],
])("in %s on %s, %s is skipped and means %s", (timezone, day, time, later) => {
  expect(fieldsOf(momentAt(new Date(day), time, timezone), timezone)).toEqual({ day, time: later });
});

test.each([
  ["Europe/Bucharest", "2026-10-25", "03:30", "2026-10-25T00:30:00.000Z"],
  ["America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00.000Z"],
  ["America/Santiago", "2026-04-04", "23:30", "2026-04-05T02:30:00.000Z"],
])("in %s on %s, %s comes twice and means the first, %s", (timezone, day, time, instant) => {
  expect(momentAt(new Date(day), time, timezone).toISOString()).toBe(instant);
});

describe("in every zone", () => {
  const [from, to] = [Date.parse("2026-01-01"), Date.parse("2028-01-01")];
  const changes = new Map(zones.map((timezone) => [timezone, clockChanges(timezone, from, to)]));
  const changing = zones.filter((timezone) => changes.get(timezone)?.length);

  test("a time near a change of the clocks is the first that shows it, or the later one", () => {
    expect(changing.length).toBeGreaterThan(100);
    for (const timezone of changing) {
      for (const change of changes.get(timezone) ?? []) {
        const wrong = quartersAround(change).filter(
          (wall) => momentOf(wall, timezone) !== expectedInstant(wall, change),
        );
        expect(wrong, timezone).toEqual([]);
      }
    }
  });

  test("what the fields of an instant name is that instant, unless the clock shows it twice", () => {
    const minutes = fc.integer({ min: from / 60_000, max: to / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, timezone) => {
        const instant = new Date(minute * 60_000);
        const { day, time } = fieldsOf(instant, timezone);
        const moment = momentAt(new Date(day), time, timezone);
        expect(fieldsOf(moment, timezone)).toEqual({ day, time });
        expect(moment.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(dayOf(instant, timezone)).toEqual(new Date(day));
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Each quarter of an hour that a clock shows, or would have shown, within three hours of a change. */
function quartersAround({ at, before }: ClockChange): number[] {
  return Array.from({ length: 25 }, (_, index) => at + before + (index - 12) * 900_000);
}

function momentOf(wall: number, timezone: string): number {
  const [day = "", time = ""] = new Date(wall).toISOString().slice(0, 16).split("T");
  return momentAt(new Date(day), time, timezone).getTime();
}

/** By the offset before the change while the clock still shows it so, or as if it had not been set forward; else by the one after. */
function expectedInstant(wall: number, { at, before, after }: ClockChange): number {
  const isBefore = wall - before < at;
  const isSkipped = !isBefore && wall - after < at;
  return wall - (isBefore || isSkipped ? before : after);
}

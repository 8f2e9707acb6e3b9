import { describe, expect, test } from "vitest";
import { addDays, dayRange, firstWeekday, startOfDay } from "#lib/base/time/day.ts";
import { payload } from "#tests/fixtures/payloads.ts";
import { zones } from "./zones.ts";

test.each([
  ["Europe/Bucharest", "2025-01-15", "2025-01-14T22:00:00.000Z"],
  ["Europe/Bucharest", "2025-07-15", "2025-07-14T21:00:00.000Z"],
  ["Europe/Bucharest", "2025-03-30", "2025-03-29T22:00:00.000Z"],
  ["Europe/Bucharest", "2025-03-31", "2025-03-30T21:00:00.000Z"],
  ["Europe/Bucharest", "2025-10-26", "2025-10-25T21:00:00.000Z"],
  ["Europe/Bucharest", "2025-10-27", "2025-10-26T22:00:00.000Z"],
  ["America/New_York", "2025-03-09", "2025-03-09T05:00:00.000Z"],
  ["America/New_York", "2025-03-10", "2025-03-10T04:00:00.000Z"],
  ["Asia/Kathmandu", "2025-03-10", "2025-03-09T18:15:00.000Z"],
  ["Pacific/Kiritimati", "2025-03-10", "2025-03-09T10:00:00.000Z"],
  ["UTC", "2025-03-10", "2025-03-10T00:00:00.000Z"],
])("in %s, %s begins at %s", (timezone, day, instant) => {
  expect(startOfDay(new Date(day), timezone).toISOString()).toBe(instant);
  expect(startOfDay(new Date(`${day}T23:59:59.999Z`), timezone).toISOString()).toBe(instant);
});

test.each([
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00.000Z"],
  ["America/Havana", "2026-03-08", "2026-03-08T05:00:00.000Z"],
  ["Atlantic/Azores", "2026-03-29", "2026-03-29T01:00:00.000Z"],
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
  // From 23:30 to 00:30: the jump is no hour after midnight.
  ["America/Toronto", "1919-03-31", "1919-03-31T04:30:00.000Z"],
])("in %s, %s has no midnight and begins with the jump at %s", (timezone, day, instant) => {
  expect(startOfDay(new Date(day), timezone).toISOString()).toBe(instant);
});

test.each([
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00.000Z"],
  ["Atlantic/Azores", "2026-10-25", "2026-10-25T00:00:00.000Z"],
])("in %s, %s has two midnights and begins at the first, %s", (timezone, day, instant) => {
  expect(startOfDay(new Date(day), timezone).toISOString()).toBe(instant);
});

test("a day that a zone skipped is empty", () => {
  const skipped = startOfDay(new Date("2011-12-30"), "Pacific/Apia");
  expect(skipped).toEqual(startOfDay(new Date("2011-12-31"), "Pacific/Apia"));
  expect(skipped.toISOString()).toBe("2011-12-30T10:00:00.000Z");
});

test("a day has 23 hours when summer time begins and 25 when it ends", () => {
  const hours = (day: string) => {
    const date = new Date(day);
    const begins = startOfDay(date, "Europe/Bucharest").getTime();
    return (startOfDay(addDays(date, 1), "Europe/Bucharest").getTime() - begins) / 3_600_000;
  };
  expect([hours("2025-03-30"), hours("2025-10-26"), hours("2025-06-01")]).toEqual([23, 25, 24]);
});

test("in every zone, every day of two years begins with its first instant", { timeout: 60_000 }, () => {
  for (const timezone of zones) {
    const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: timezone });
    const wrong = daysOfTwoYears().filter((day) => {
      const begin = startOfDay(day, timezone).getTime();
      const text = day.toISOString().slice(0, 10);
      return calendar.format(begin) !== text || calendar.format(begin - 1) >= text;
    });
    expect(wrong, timezone).toEqual([]);
  }
});

function daysOfTwoYears(): Date[] {
  return Array.from({ length: 731 }, (_, index) => addDays(new Date("2026-01-01"), index));
}

describe("an order of the evening before a skipped midnight and one of the night after it", () => {
  const orderedAt = (file: string) =>
    new Date(JSON.parse(payload(`reports/${file}.json`).toString("utf8")).created_at);

  test.each([
    ["2026-09-05", ["17-a-saturday-2330"]],
    ["2026-09-06", ["17-b-sunday-0110"]],
  ])("%s in Santiago has %j", (day, expected) => {
    const date = new Date(day);
    const { from, before } = dayRange({ from: date, to: date }, "America/Santiago");
    const found = ["17-a-saturday-2330", "17-b-sunday-0110"].filter(
      (file) => from && before && orderedAt(file) >= from && orderedAt(file) < before,
    );
    expect(found).toEqual(expected);
  });
});

test.each([
  ["en", "America/New_York", 7],
  ["en", "Europe/Bucharest", 1],
  ["en-US", "Europe/Bucharest", 7],
  ["en-GB", "UTC", 1],
  ["ro", "UTC", 1],
  ["ar-EG", "Africa/Cairo", 6],
])("weeks of %s in %s begin on day %s", (locale, timezone, day) => {
  expect(firstWeekday(locale, timezone)).toBe(day);
});

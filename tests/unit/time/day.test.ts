import { expect, test } from "vitest";
import { addDays, startOfDay } from "#lib/time/day.ts";

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

test("a day has 23 hours when summer time begins and 25 when it ends", () => {
  const hours = (day: string) => {
    const date = new Date(day);
    const begins = startOfDay(date, "Europe/Bucharest").getTime();
    return (startOfDay(addDays(date, 1), "Europe/Bucharest").getTime() - begins) / 3_600_000;
  };
  expect([hours("2025-03-30"), hours("2025-10-26"), hours("2025-06-01")]).toEqual([23, 25, 24]);
});

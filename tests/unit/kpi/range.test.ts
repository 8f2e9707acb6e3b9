import { describe, expect, test } from "vitest";
import { loadDashboardParams } from "#lib/kpi/filters.ts";
import { type Clock, grainOf, periodsOf, stretchesOf } from "#lib/kpi/range.ts";

const clock: Clock = {
  timezone: "Europe/Bucharest",
  locale: "ro",
  // Already the 30th where the person is.
  now: new Date("2026-11-29T22:30:00Z"),
};

const day = (date: Date) => date.toISOString().slice(0, 10);
const daysOf = (query: string, at: Clock = clock) => {
  const { current, before } = periodsOf(loadDashboardParams(query), at);
  return [current, before].map((period) => period && `${day(period.from)} ${day(period.to)}`);
};

describe("a range", () => {
  test.each([
    ["", "2026-11-01 2026-11-30", "2026-10-02 2026-10-31"],
    ["?range=today", "2026-11-30 2026-11-30", "2026-11-29 2026-11-29"],
    ["?range=yesterday", "2026-11-29 2026-11-29", "2026-11-28 2026-11-28"],
    ["?range=7_days", "2026-11-24 2026-11-30", "2026-11-17 2026-11-23"],
    ["?range=this_month", "2026-11-01 2026-11-30", "2026-10-02 2026-10-31"],
    ["?range=last_month", "2026-10-01 2026-10-31", "2026-08-31 2026-09-30"],
    ["?range=this_quarter", "2026-10-01 2026-11-30", "2026-08-01 2026-09-30"],
    ["?range=this_year", "2026-01-01 2026-11-30", "2025-02-01 2025-12-31"],
    ["?range=custom&from=2026-03-09&to=2026-03-02", "2026-03-02 2026-03-09", "2026-02-22 2026-03-01"],
    ["?range=custom&from=2026-03-09", "2026-11-01 2026-11-30", "2026-10-02 2026-10-31"],
    ["?range=junk&compare=junk", "2026-11-01 2026-11-30", "2026-10-02 2026-10-31"],
  ])("%s is %s, after %s", (query, current, before) => {
    expect(daysOf(query)).toEqual([current, before]);
  });

  test("is compared with the same days a year before, or with nothing", () => {
    expect(daysOf("?range=custom&from=2024-02-01&to=2024-02-29&compare=year")[1]).toBe(
      "2023-02-01 2023-02-28",
    );
    expect(daysOf("?range=today&compare=none")[1]).toBeNull();
  });

  test("is today by the person's own clock", () => {
    expect(daysOf("?range=today", { ...clock, timezone: "America/New_York" })[0]).toBe(
      "2026-11-29 2026-11-29",
    );
  });
});

describe("on a day on which the clocks change", () => {
  test.each([
    ["2025-03-30", 23, "2025-03-29T22:00:00.000Z"],
    ["2025-10-26", 25, "2025-10-25T21:00:00.000Z"],
  ])("%s has %i hours from its midnight on", (date, hours, start) => {
    const { current } = periodsOf(loadDashboardParams(`?range=custom&from=${date}&to=${date}`), clock);
    expect(current.start.toISOString()).toBe(start);
    const stretches = stretchesOf(current, grainOf(current, null).grain, clock);
    expect(stretches).toHaveLength(hours);
    expect(stretches.at(-1)?.end).toEqual(current.end);
  });
});

test("weeks begin on the first day of the person's locale, months on their first", () => {
  const { current } = periodsOf(loadDashboardParams("?range=custom&from=2026-11-04&to=2026-12-02"), clock);
  const starts = (grain: "week" | "month", locale: string) =>
    stretchesOf(current, grain, { ...clock, locale }).map(({ from }) => day(from));
  expect(starts("week", "ro")).toEqual([
    "2026-11-04",
    "2026-11-09",
    "2026-11-16",
    "2026-11-23",
    "2026-11-30",
  ]);
  expect(starts("week", "en-US")).toEqual([
    "2026-11-04",
    "2026-11-08",
    "2026-11-15",
    "2026-11-22",
    "2026-11-29",
  ]);
  // English alone names no region: in Bucharest a week begins on Monday.
  expect(starts("week", "en")).toEqual(starts("week", "ro"));
  expect(starts("month", "ro")).toEqual(["2026-11-04", "2026-12-01"]);
});

test("a grain that would draw too many points gives way to the usual one", () => {
  const { current } = periodsOf(loadDashboardParams("?range=this_year"), clock);
  expect(grainOf(current, "hour")).toEqual({ grain: "week", grains: ["day", "week", "month"] });
  expect(grainOf(current, "day").grain).toBe("day");
  const { current: today } = periodsOf(loadDashboardParams("?range=today"), clock);
  expect(grainOf(today, "week")).toEqual({ grain: "hour", grains: ["hour"] });
});

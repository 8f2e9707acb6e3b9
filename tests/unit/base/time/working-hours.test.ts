import { describe, expect, test } from "vitest";
import { isWorkingMoment, type WorkTime, workingMomentFrom } from "#lib/base/time/working-hours.ts";

const day = { from: "09:00", to: "17:30" };
const office: WorkTime = {
  hours: { 1: day, 2: day, 3: day, 4: day, 5: { from: "09:00", to: "13:00" } },
  timezone: "Europe/Bucharest",
};

describe("the first moment of work", () => {
  test.each([
    ["within hours it is the moment itself", "2026-11-30T10:00:00+02:00", "2026-11-30T10:00:00+02:00"],
    ["before them, when they begin", "2026-11-30T05:00:00+02:00", "2026-11-30T09:00:00+02:00"],
    ["once they are over, the next day", "2026-11-30T17:30:00+02:00", "2026-12-01T09:00:00+02:00"],
    [
      "after the last day of the week, the first of the next",
      "2026-12-04T13:00:00+02:00",
      "2026-12-07T09:00:00+02:00",
    ],
    ["on a free day, the next that is worked", "2026-12-05T11:00:00+02:00", "2026-12-07T09:00:00+02:00"],
    ["by the wall clock where summer time begins", "2026-03-27T20:00:00+02:00", "2026-03-30T09:00:00+03:00"],
  ])("%s", (_name, moment, first) => {
    expect(workingMomentFrom(new Date(moment), office)).toEqual(new Date(first));
  });

  test("is in a week where one day is worked", () => {
    const mondays = { hours: { 1: day }, timezone: "UTC" };
    expect(workingMomentFrom(new Date("2026-11-30T18:00:00Z"), mondays)).toEqual(
      new Date("2026-12-07T09:00:00Z"),
    );
  });

  test("is any, where no hours are said", () => {
    const moment = new Date("2026-11-29T03:00:00Z");
    expect(workingMomentFrom(moment, { hours: {}, timezone: "UTC" })).toEqual(moment);
    expect(isWorkingMoment(moment, { hours: {}, timezone: "UTC" })).toBe(true);
  });
});
